package se.lageskarta.service.areachecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.basemap.MunicipalityBorder;
import se.lageskarta.service.demo.LoadDemoTown;
import se.lageskarta.service.paper.PdfCheck;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.IncidentFacts;
import se.lageskarta.service.storage.IncidentLoad;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a planner can rely on at {@code /api/area-checks}, on either database, in the invented town. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AreaChecksContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] AS_JSON = {"Content-Type", "application/json"};
    private static final String CENTRE = square(18.787, 61.908, 0.002);

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor planner;
    private Visitor eva;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() throws IOException {
        service = start(folder);
        service.part(LoadDemoTown.class).whenEmpty();
        planner = service.as("planner");
        eva = service.as("est-member");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_check_tells_whole_planner_areas_with_intervals_and_in_words_and_reopens_as_it_was() {
        JsonNode check = made(planner, body("Kv. Eken", "BYGG 2026-17", CENTRE, null));
        JsonNode side = check.at("/sides/0");
        assertThat(side.at("/total/low").asDouble())
                .isLessThan(side.at("/total/rate").asDouble());
        assertThat(side.at("/total/high").asDouble())
                .isGreaterThan(side.at("/total/rate").asDouble());
        int sum = 0;
        for (JsonNode area : side.at("/covered/areas")) {
            sum += area.get("count").asInt(0);
            assertThat(area.get("households").asInt()).isGreaterThanOrEqualTo(20);
        }
        assertThat(side.at("/total/count").asInt()).isEqualTo(sum);
        assertThat(side.get("hotspots")).isNotEmpty();
        assertThat(side.at("/hotspots/0").has("count")).as("outlines only").isFalse();
        assertThat(side.at("/lighting/known").asBoolean()).isTrue();
        assertThat(check.at("/sentences/sv").size())
                .isEqualTo(check.at("/sentences/en").size());
        assertThat(check.get("checklist").size()).isGreaterThan(10);
        assertThat(check.at("/dataVersion/hash").asString()).hasSize(64);
        assertThat(check.at("/period/from").asString()).endsWith("-01-01");
        assertThat(check.get("invented").asBoolean()).isTrue();

        String address = "/api/area-checks/" + check.get("id").asLong();
        String once = planner.get(address).body();
        assertThat(planner.get(address).body()).as("byte by byte").isEqualTo(once);
        assertThat(service.as("steering").get(address).body()).isEqualTo(once);
    }

    @Test
    void what_lies_outside_the_municipality_is_said_on_the_page_in_the_numbers_and_on_paper() throws IOException {
        Coordinate edge = Arrays.stream(
                        service.part(MunicipalityBorder.class).areas().get(0).getCoordinates())
                .max(Comparator.comparingDouble(Coordinate::getX))
                .orElseThrow();
        JsonNode check = made(planner, body("Vid gränsen", "", square(edge.x - 0.004, edge.y - 0.002, 0.006), null));
        JsonNode outside = check.at("/sides/0/outside");
        assertThat(outside.get("of").asString()).isEqualTo("municipality");
        assertThat(outside.get("share").asDouble()).isBetween(0.2, 0.8);
        assertThat(outside.get("squareMetres").asDouble()).isPositive();
        assertThat(outside.at("/outline/coordinates").isEmpty()).isFalse();
        String said = outside.at("/text/sv").asString();
        assertThat(said).contains("utanför kommunen", "fråga grannkommunen");
        assertThat(check.at("/sentences/sv").toString()).contains(said);
        byte[] pdf = planner.getBytes("/api/area-checks/" + check.get("id").asLong() + "/paper.pdf?language=sv")
                .body();
        assertThat(PdfCheck.text(pdf)).contains("Utanför kommunen", "inget känt");
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(paper.getPage(0).getResources().getXObjectNames())
                    .as("the map stands on the first page")
                    .isNotEmpty();
        }

        JsonNode near = made(
                planner,
                body("Nära", "", square(edge.x - 0.008, edge.y - 0.001, 0.002), null)
                        .replace("\"buffer\":100", "\"buffer\":500"));
        assertThat(near.at("/sides/0/outside/share").asDouble()).isZero();
        assertThat(near.at("/sides/0/outside/text/en").asString()).contains("lies inside", "with its surroundings");
        assertThat(made(planner, body("Mitt i", "", CENTRE, null))
                        .at("/sides/0/outside")
                        .isNull())
                .isTrue();
    }

    @Test
    void who_may_see_points_gets_the_same_document() {
        JsonNode one =
                made(planner, body("A", "", square(18.80, 61.905, 0.003), null)).at("/sides");
        JsonNode other =
                made(eva, body("B", "", square(18.80, 61.905, 0.003), null)).at("/sides");
        assertThat(other).isEqualTo(one);
    }

    @Test
    void a_number_told_once_stands_when_data_are_corrected_and_it_says_so() {
        String place = square(18.789, 61.9098, 0.001);
        JsonNode before = made(planner, body("Före", "", place, null)).at("/sides/0");
        addIncidents(before.at("/drawn/coordinates/0/0"));
        JsonNode after = made(planner, body("Efter", "", place, null)).at("/sides/0");
        assertThat(after.at("/total/count")).isEqualTo(before.at("/total/count"));
        for (int i = 0; i < before.get("types").size(); i++) {
            assertThat(after.at("/types/" + i + "/count")).isEqualTo(before.at("/types/" + i + "/count"));
        }
        assertThat(after.at("/coarsened/sv").asString()).contains("tidigare kontroll");
    }

    @Test
    void a_single_year_within_what_was_told_is_answered_with_all_of_it_and_says_why() {
        String place = square(18.79, 61.907, 0.001);
        made(planner, body("Alla år", "", place, null));
        JsonNode year = made(
                planner,
                body("Ett år", "", place, null)
                        .replace("\"buffer\"", "\"from\":\"2025-01-01\",\"to\":\"2025-12-31\",\"buffer\""));
        assertThat(year.at("/period/from").asString()).isEqualTo("2024-01-01");
        assertThat(year.at("/period/note/sv").asString()).contains("redan lämnats");
    }

    @Test
    void two_places_stand_side_by_side_and_neither_is_called_better_without_an_interval() {
        JsonNode check = made(planner, body("Två", "", CENTRE, square(18.82, 61.915, 0.002)));
        assertThat(check.get("sides")).hasSize(2);
        assertThat(check.at("/sides/1/which").asString()).isEqualTo("alternative");
        assertThat(check.at("/sentences/sv").toString()).containsPattern("alternativet");
    }

    @Test
    void what_people_write_is_changed_from_a_version_seen_and_the_numbers_stay() {
        JsonNode check = made(planner, body("Kv. Linden", "", square(18.781, 61.906, 0.002), null));
        String address = "/api/area-checks/" + check.get("id").asLong();
        String words =
                "{\"title\":\"Kv. Linden 2\",\"caseNumber\":\"DP 4\",\"checklist\":{\"sight-lines\":{\"state\":\"concern\",\"note\":\"Muren. Ring 070-123 45 67\"}}}";
        assertThat(planner.send("PUT", address, words, AS_JSON).statusCode()).isEqualTo(428);
        HttpResponse<String> changed = put(planner, address, "\"v1\"", words);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        JsonNode now = json(changed);
        assertThat(now.get("title").asString()).isEqualTo("Kv. Linden 2");
        assertThat(now.get("sides")).isEqualTo(check.get("sides"));
        assertThat(now.get("checklist").toString())
                .contains("\"state\":\"concern\",\"note\":\"Muren. Ring [telefon]\"");
        HttpResponse<String> stale = put(eva, address, "\"v1\"", words);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/state/title").asString()).isEqualTo("Kv. Linden 2");
        assertThat(put(planner, address, "\"v2\"", words.replace("sight-lines", "x"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(put(planner, address, "\"v2\"", words.replace("concern", "x"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(put(service.as("steering"), address, "\"v2\"", words).statusCode())
                .isEqualTo(403);
    }

    @Test
    void earlier_checks_of_the_same_place_are_listed_and_each_is_logged() {
        String place = square(18.776, 61.9, 0.002);
        long first = made(planner, body("Först", "A 1", place, null)).get("id").asLong();
        JsonNode second = made(planner, body("Sedan", "A 2", place, null));
        assertThat(second.get("earlier").toString()).contains("\"caseNumber\":\"A 1\"");
        assertThat(planner.get("/api/area-checks?overlaps=" + first).body())
                .contains("Sedan")
                .doesNotContain("Först");
        assertThat(planner.get("/api/area-checks").body()).contains("Sedan", "Först");
        planner.get("/api/area-checks/" + first);
        assertThat(service.as("auditor").get("/api/area-checks/log").body())
                .contains("\"checkId\":" + first, "\"what\":\"opened\"", "\"what\":\"made\"", "demo-planner");
        assertThat(planner.get("/api/area-checks/log").statusCode()).isEqualTo(403);
    }

    @Test
    void the_paper_is_accessible_and_says_what_it_is() {
        JsonNode check = made(planner, body("Kv. Boken", "BYGG 2026-99", CENTRE, square(18.82, 61.915, 0.002)));
        String paper = "/api/area-checks/" + check.get("id").asLong() + "/paper.";
        byte[] pdf = planner.getBytes(paper + "pdf?language=sv").body();
        PdfCheck.accessible(pdf);
        assertThat(PdfCheck.text(pdf))
                .contains(
                        "Underlag, inte bedömning",
                        "BYGG 2026-99",
                        check.at("/dataVersion/hash").asString().substring(0, 20),
                        "Så är talen gjorda");
        assertThat(planner.get(paper + "html?language=en").body()).contains("Material, not a judgement");
        assertThat(planner.getBytes(paper + "docx").statusCode()).isEqualTo(200);
        assertThat(planner.get(paper + "txt").statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_or_pasted_text_becomes_areas_and_nothing_is_stored() {
        HttpResponse<String> file = upload(
                "plan.geojson",
                "{\"type\":\"Feature\",\"properties\":{\"namn\":\"Eken\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[18.78,61.9],[18.784,61.902],[18.784,61.9],[18.78,61.902],[18.78,61.9]]]}}");
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        JsonNode area = json(file).at("/areas/0");
        assertThat(area.get("name").asString()).isEqualTo("Eken");
        assertThat(area.at("/geometry/type").asString()).isEqualTo("MultiPolygon");
        assertThat(area.at("/repaired/before/type").asString()).isEqualTo("Polygon");
        assertThat(area.at("/repaired/why/sv").asString()).contains("korsade sig själv");
        HttpResponse<String> text =
                planner.send("POST", "/api/area-checks/look", "{\"text\":\"61.9, 18.78\"}", AS_JSON);
        assertThat(json(text).at("/areas/0/repaired/why/en").asString()).contains("circle");
        assertThat(upload("plan.csv", "x;y\n1;2\n").statusCode()).isEqualTo(415);
        assertThat(upload("plan.geojson", "{").statusCode()).isEqualTo(422);
    }

    @Test
    void properties_are_found_by_a_part_of_their_designation() {
        JsonNode all = json(planner.get("/api/area-checks/properties?q=1")).get("properties");
        assertThat(all.size()).isBetween(1, 20);
        String name = all.at("/0/designation").asString();
        assertThat(json(planner.get("/api/area-checks/properties?q=" + name.replace(" ", "%20")))
                        .at("/properties/0/designation")
                        .asString())
                .isEqualTo(name);
        assertThat(json(planner.get("/api/area-checks/properties")).get("properties"))
                .isEmpty();
    }

    @Test
    void the_checklist_differs_by_stage() {
        int design = json(planner.get("/api/area-checks/checklist?stage=design"))
                .get("aspects")
                .size();
        int all = json(planner.get("/api/area-checks/checklist")).get("aspects").size();
        assertThat(design).isBetween(10, all - 1);
        assertThat(planner.get("/api/area-checks/checklist?stage=x").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"title\":\"Titel\"|\"title\":\"\"|422|title",
                "\"stage\":\"building-permit\"|\"stage\":\"x\"|422|stage",
                "\"buffer\":100|\"buffer\":99|422|buffer",
                "\"buffer\":100|\"buffer\":\"x\"|400|buffer",
                "\"buffer\":100|\"buffer\":100,\"x\":1|400|x",
                "\"buffer\":100|\"buffer\":100,\"from\":\"2025-02-01\"|422|from",
                "\"buffer\":100|\"buffer\":100,\"from\":\"1990-01-01\"|422|from",
                "\"buffer\":100|\"buffer\":100,\"to\":\"2025-06-30\"|422|to",
                "\"buffer\":100|\"buffer\":100,\"from\":\"2026-01-01\",\"to\":\"2025-12-31\"|422|to",
                "\"type\":\"Polygon\"|\"type\":\"Hexagon\"|422|area",
                "18.787|13.0|422|area",
                "18.787|1878700|422|area"
            })
    void what_cannot_be_answered_is_refused_with_the_field_and_a_way_out(
            String good, String bad, int status, String field) {
        String body = body("Titel", "", CENTRE, null).replace(good, bad);
        HttpResponse<String> refused = planner.send("POST", "/api/area-checks", body, AS_JSON);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        if (status == 422) {
            JsonNode fault = json(refused).at("/errors/0");
            assertThat(fault.get("field").asString()).as(refused.body()).isEqualTo(field);
            assertThat(fault.get("remedy").asString()).isNotBlank();
        }
    }

    @Test
    void without_an_area_or_with_one_elsewhere_it_says_what_to_do() {
        HttpResponse<String> none = planner.send("POST", "/api/area-checks", "{\"title\":\"T\"}", AS_JSON);
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Rita ett område");
        HttpResponse<String> far =
                planner.send("POST", "/api/area-checks", body("T", "", square(18.5, 61.85, 0.002), null), AS_JSON);
        assertThat(far.statusCode()).as(far.body()).isEqualTo(422);
        assertThat(far.body()).contains("utanför kommunen");
    }

    /** Twenty more thefts of 2025 where the check was drawn, as a late file brings them. */
    private void addIncidents(JsonNode corner) {
        Datasets datasets = service.part(Datasets.class);
        Dataset town = datasets.all().stream()
                .filter(dataset -> dataset.kind() == DatasetKind.INCIDENTS)
                .findFirst()
                .orElseThrow();
        double[] xy = se.lageskarta.geo.crs.Projection.of(town.crs())
                .fromLonLat(corner.get(0).asDouble(), corner.get(1).asDouble());
        Imports imports = service.part(Imports.class);
        ImportRun run = imports.start(town.id(), "sen.csv", "test");
        try (IncidentLoad load = service.part(IncidentFacts.class).load(run.id(), town.crs())) {
            for (int i = 0; i < 20; i++) {
                load.add(new Incident(
                        0,
                        0,
                        7_000_000 + i,
                        xy[0] + 5 + i,
                        xy[1] + 5,
                        PlacePrecision.ADDRESS,
                        TimeSpan.on(LocalDate.of(2025, 5, 1 + i)),
                        "CYK",
                        "CYK",
                        1));
            }
        }
        imports.complete(run.id(), new ImportCounts(20, 20, 0, 0, 0), "{}", List.of());
    }

    private JsonNode made(Visitor who, String body) {
        HttpResponse<String> made = who.send("POST", "/api/area-checks", body, AS_JSON);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).isPresent();
        return json(made);
    }

    private static HttpResponse<String> put(Visitor who, String address, String version, String body) {
        List<String> headers = new ArrayList<>(List.of(AS_JSON));
        headers.addAll(List.of("If-Match", version));
        return who.send("PUT", address, body, headers.toArray(String[]::new));
    }

    private HttpResponse<String> upload(String name, String content) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--edge--\r\n";
        return planner.sendBytes(
                "POST",
                "/api/area-checks/look",
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "multipart/form-data; boundary=edge");
    }

    private static String body(
            String title, String caseNumber, String area, @org.jspecify.annotations.Nullable String alternative) {
        return "{\"title\":\"" + title + "\",\"caseNumber\":\"" + caseNumber
                + "\",\"stage\":\"building-permit\",\"buffer\":100,\"area\":" + area
                + (alternative == null ? "" : ",\"alternative\":" + alternative) + "}";
    }

    private static String square(double x, double y, double side) {
        double east = Math.rint((x + side) * 1e6) / 1e6;
        double north = Math.rint((y + side) * 1e6) / 1e6;
        return "{\"type\":\"Polygon\",\"coordinates\":[[[" + x + "," + y + "],[" + east + "," + y + "],[" + east + ","
                + north + "],[" + x + "," + north + "],[" + x + "," + y + "]]]}";
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
