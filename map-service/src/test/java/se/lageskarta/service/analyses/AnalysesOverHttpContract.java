package se.lageskarta.service.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.Needs;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the analysis panel, scripts and other programs can rely on, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnalysesOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String YEAR = "from=2026-01-01&to=2026-12-31";

    @TempDir
    static Path folder;

    private InventedEvidence.Numbers numbers;
    private RunningService service;
    private Visitor member;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        numbers = InventedEvidence.into(service);
        member = service.as("est-member");
    }

    @AfterAll
    void close() {
        service.close();
    }

    static Stream<String> aboutData() {
        return Analyses.ALL.stream()
                .filter(analysis -> analysis.needs() != Needs.NUMBERS)
                .map(Analysis::name);
    }

    @Test
    void the_list_names_every_analysis_with_what_may_be_chosen_and_whether_it_suits() {
        JsonNode list = json(member.get("/api/analyses?" + YEAR, "Accept-Language", "en"));

        assertThat(list.get("analyses")).hasSize(Analyses.ALL.size());
        assertThat(list.get("invented").asBoolean()).isTrue();
        for (JsonNode one : list.get("analyses")) {
            assertThat(one.get("suits").asString()).isIn("recommended", "possible", "too-few", "unsuited");
            assertThat(one.get("why").asString()).isNotBlank();
        }
        JsonNode grid = list.get("analyses")
                .valueStream()
                .filter(one -> one.get("method").asString().equals("grid"))
                .findFirst()
                .orElseThrow();
        assertThat(grid.at("/settings/0/name").asString()).isEqualTo("cell");
        assertThat(grid.at("/settings/0/kind").asString()).isEqualTo("number");
        assertThat(grid.at("/settings/0/unit").asString()).isEqualTo("m");
        assertThat(grid.at("/settings/0/min").asDouble()).isEqualTo(10);
    }

    @Test
    void an_answer_says_what_it_found_how_and_what_was_left_out() {
        JsonNode answer = json(member.get("/api/analyses/grid?cell=100&stream=crime&" + YEAR));

        assertThat(answer.get("method").asString()).isEqualTo("grid");
        assertThat(answer.get("status").asString()).isEqualTo("ok");
        assertThat(answer.get("n").asInt()).isEqualTo(81);
        assertThat(answer.get("used").asInt()).isEqualTo(78);
        assertThat(answer.at("/excluded/0/reason").asString()).isEqualTo("place-municipality");
        assertThat(answer.at("/excluded/0/count").asInt()).isEqualTo(3);
        assertThat(answer.at("/parameters/0/name").asString()).isEqualTo("cell");
        assertThat(answer.at("/parameters/0/value").asDouble()).isEqualTo(100);
        assertThat(answer.at("/parameters/0/automatic").asBoolean()).isFalse();
        assertThat(answer.at("/parameters/0/why").asString()).isNotBlank();
        assertThat(answer.get("seed").asLong()).isEqualTo(20_240_101);
        assertThat(answer.get("crs").asString()).isEqualTo("EPSG:3006");
        assertThat(answer.get("dataHash").asString()).hasSize(32);
        assertThat(answer.get("softwareVersion").asString()).isNotBlank();
        assertThat(answer.get("computedMillis").isNumber()).isTrue();
        assertThat(answer.get("invented").asBoolean()).isTrue();
        int counted = 0;
        for (JsonNode square : answer.at("/features/features")) {
            counted += square.at("/properties/count").asInt();
            assertThat(square.at("/geometry/type").asString()).isEqualTo("Polygon");
            assertThat(square.at("/geometry/coordinates/0/0/0").asDouble()).isBetween(12.0, 14.0);
        }
        assertThat(counted).isEqualTo(78);
    }

    @Test
    void texts_come_in_the_language_asked_for() {
        HttpResponse<String> swedish = member.get("/api/analyses/grid?" + YEAR, "Accept-Language", "sv");
        HttpResponse<String> english = member.get("/api/analyses/grid?" + YEAR, "Accept-Language", "en");

        assertThat(json(swedish).get("headline").asString()).contains("rutor");
        assertThat(json(english).get("headline").asString()).contains("squares");
        assertThat(english.headers().allValues("Vary").toString()).contains("Accept-Language");
        assertThat(english.headers().firstValue("ETag"))
                .isNotEqualTo(swedish.headers().firstValue("ETag"));
    }

    @Test
    void what_a_client_has_already_is_not_sent_again() {
        String tag = member.get("/api/analyses/grid?" + YEAR)
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(member.get("/api/analyses/grid?" + YEAR, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(member.get("/api/analyses/grid?cell=300&" + YEAR, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("aboutData")
    void each_analysis_answers_about_the_town_with_nothing_chosen(String method) {
        HttpResponse<String> answer = member.get("/api/analyses/" + method + "?" + YEAR);

        JsonNode said = json(answer);
        assertThat(said.get("headline").asString()).isNotBlank();
        assertThat(said.get("sentence").asString()).isNotBlank();
        assertThat(said.get("status").asString()).isIn("ok", "too-few", "nothing-found");
        for (JsonNode table : said.get("tables")) {
            assertThat(table.get("rows").size()).isLessThanOrEqualTo(5_000);
            assertThat(table.get("rowCount").asInt())
                    .isGreaterThanOrEqualTo(table.get("rows").size());
        }
    }

    @ParameterizedTest
    @MethodSource("aboutData")
    void the_same_question_has_the_same_answer_when_it_is_computed_again(String method) {
        String path = "/api/analyses/" + method + "?seed=7&" + YEAR;
        // all types by name: the same rows under another key, so that nothing is taken from what is kept
        JsonNode first = withoutMillis(member.get(path));
        JsonNode second = withoutMillis(member.get(path + "&types=CYK,HOT,KLO,SKA"));

        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "grid?cel=100, 400, cel, parameter.unknown",
        "grid?cell=5, 400, cell, analysis.number",
        "grid?cell=NaN, 400, cell, analysis.number",
        "grid?cell=x, 400, cell, analysis.number",
        "grid?cell=100&cell=200, 400, cell, parameter.twice",
        "grid?from=2026-13-01, 400, from, parameter.date",
        "grid?seed=-1, 400, seed, parameter.whole",
        "grid?run=a%20b, 400, run, analysis.run",
        "gridd, 404, method, analysis.unknown",
    })
    void what_cannot_be_done_names_field_value_and_remedy_in_both_languages(
            String asked, int status, String field, String code) {
        for (String language : List.of("sv", "en")) {
            HttpResponse<String> answer = member.get("/api/analyses/" + asked, "Accept-Language", language);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            JsonNode error = JSON.readTree(answer.body()).at("/errors/0");
            assertThat(error.get("field").asString()).isEqualTo(field);
            assertThat(error.get("code").asString()).isEqualTo(code);
            assertThat(error.get("reason").asString()).isNotBlank().isNotEqualTo(code);
            assertThat(error.get("remedy").asString()).isNotBlank();
        }
    }

    @Test
    void an_unknown_method_is_told_the_known_ones() {
        assertThat(member.get("/api/analyses/nonsense").body()).contains("grid");
    }

    @Test
    void a_value_out_of_range_is_told_its_range_and_unit() {
        String refused =
                member.get("/api/analyses/grid?cell=5", "Accept-Language", "en").body();

        assertThat(refused).contains("\"5\"").contains("10 to 100000 m");
    }

    @Test
    void rows_of_another_coordinate_system_are_counted_and_said() {
        String both = "datasets=" + numbers.town() + "," + numbers.abroad();

        JsonNode answer = json(member.get("/api/analyses/grid?" + both, "Accept-Language", "en"));

        assertThat(answer.get("crs").asString()).isEqualTo("EPSG:3006");
        assertThat(answer.get("n").asInt()).isEqualTo(InventedEvidence.TOWN_ROWS);
        assertThat(answer.at("/advice/0").asString()).contains("60 rows");
    }

    @Test
    void the_places_come_as_a_table_and_as_features() {
        HttpResponse<String> csv = member.get("/api/analyses/grid.csv?cell=100&stream=crime&" + YEAR);
        HttpResponse<String> geoJson = member.get("/api/analyses/grid.geojson?cell=100&stream=crime&" + YEAR);

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("\uFEFFx,y,count");
        JsonNode collection = json(geoJson);
        assertThat(collection.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(collection.get("features")).hasSize(lines.size() - 1);
        assertThat(collection.at("/analysis/dataHash").asString()).hasSize(32);
        assertThat(geoJson.headers().firstValue("Content-Disposition").orElse(""))
                .contains("grid.geojson");
    }

    @Test
    void what_is_no_surface_is_not_given_as_one() {
        HttpResponse<String> answer = member.get("/api/analyses/grid.tif?" + YEAR);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body()).get("code").asString()).isEqualTo("analysis.no-surface");
    }

    @Test
    void only_those_who_may_see_single_incidents_may_ask() {
        for (String role : List.of("planner", "communicator", "steering", "admin", "auditor")) {
            Visitor other = service.as(role);
            assertThat(other.get("/api/analyses").statusCode()).as(role).isEqualTo(403);
            assertThat(other.get("/api/analyses/grid").statusCode()).as(role).isEqualTo(403);
            assertThat(other.get("/api/analyses/grid.csv").statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(service.stranger().get("/api/analyses/grid").statusCode()).isEqualTo(401);
    }

    @Test
    void a_run_that_is_not_under_way_cannot_be_cancelled() {
        HttpResponse<String> answer = member.send("DELETE", "/api/analyses/runs/none", null);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).get("code").asString()).isEqualTo("analysis.no-run");
    }

    private static JsonNode withoutMillis(HttpResponse<String> answer) {
        ObjectNode said = (ObjectNode) json(answer);
        said.remove("computedMillis");
        return said;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
