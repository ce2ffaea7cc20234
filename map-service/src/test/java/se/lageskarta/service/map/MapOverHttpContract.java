package se.lageskarta.service.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a map and its list can rely on: filter, hotspots, points, tiles and files, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MapOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String YEAR = "from=2026-01-01&to=2026-12-31";
    private static final LonLat STATION =
            Projection.of(Crs.SWEREF99_TM).toLonLat(InventedEvidence.STATION_X, InventedEvidence.STATION_Y);

    @TempDir
    static Path folder;

    private RunningService service;
    private InventedEvidence.Numbers numbers;
    private Visitor member;
    private Visitor planner;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        numbers = InventedEvidence.into(service);
        member = service.as("est-member");
        planner = service.as("planner");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void datasets_of_one_place_form_a_group_and_the_newest_group_is_the_default() {
        JsonNode list = json(member.get("/api/datasets"));

        assertThat(list.get("groups")).hasSize(2);
        assertThat(list.get("defaultGroup").asString()).isEqualTo("g" + numbers.town());
        JsonNode town = dataset(list, numbers.town());
        assertThat(town.get("group").asString())
                .isEqualTo(dataset(list, numbers.survey()).get("group").asString());
        assertThat(town.get("rows").asInt()).isEqualTo(InventedEvidence.TOWN_ROWS);
        assertThat(town.get("crs").asString()).isEqualTo("EPSG:3006");
        assertThat(town.get("from").asString()).isEqualTo("2023-01-03");
        assertThat(town.get("invented").asBoolean()).isTrue();
        assertThat(dataset(list, numbers.abroad()).get("group").asString()).isEqualTo("g" + numbers.abroad());
    }

    @Test
    void a_file_of_hotspots_read_again_has_the_measures_of_now() {
        String file = "/data/hotspots.geojson?" + YEAR;
        HttpResponse<String> before = member.get(file);
        String tag = before.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> planned = member.send(
                "POST",
                "/api/measures",
                """
                {"type":"Feature","geometry":{"type":"Point","coordinates":[%s,%s]},"properties":{"code":"LJU-1",\
                "title":"Lampor","owner":"Kommunen","newOwner":true,"status":"proposed"}}""".formatted(STATION.lon(), STATION.lat()),
                "Content-Type",
                "application/geo+json");
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);

        HttpResponse<String> after = member.get(file, "If-None-Match", tag);

        member.send(
                "DELETE",
                planned.headers().firstValue("Location").orElseThrow(),
                null,
                "If-Match",
                planned.headers().firstValue("ETag").orElseThrow());
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(json(after).at("/features/0/properties/openMeasures").asInt())
                .isEqualTo(1);
    }

    @Test
    void hotspots_come_ranked_named_compared_and_explained() {
        JsonNode answer = json(member.get("/api/hotspots?" + YEAR));

        assertThat(answer.get("numberMatched").asInt()).isEqualTo(3);
        assertThat(answer.get("invented").asBoolean()).isTrue();
        JsonNode station = answer.at("/features/0");
        assertThat(station.at("/properties/rank").asInt()).isEqualTo(1);
        assertThat(station.at("/properties/stream").asString()).isEqualTo("crime");
        assertThat(station.at("/properties/name").asString()).isEqualTo("Stationsgatan");
        assertThat(station.at("/properties/count").asInt()).isEqualTo(40);
        assertThat(station.at("/properties/evidence").asString()).isEqualTo("both");
        assertThat(station.at("/properties/comparison/status").asString()).isEqualTo("growing");
        assertThat(station.at("/properties/comparison/years/0").asInt()).isEqualTo(2025);
        assertThat(station.at("/properties/centre/0").asDouble()).isCloseTo(STATION.lon(), within(1e-4));
        assertThat(station.at("/properties/types/0/code").asString()).isEqualTo("CYK");
        JsonNode survey = answer.at("/features/1");
        assertThat(survey.at("/properties/stream").asString()).isEqualTo("unsafety");
        assertThat(survey.at("/properties/respondents").asInt()).isEqualTo(12);
        assertThat(survey.at("/properties/reasons/0/code").asString()).isEqualTo("dark");
        assertThat(answer.at("/analysis/n").asInt()).isEqualTo(81);
        assertThat(answer.at("/analysis/used").asInt()).isEqualTo(78);
        assertThat(answer.at("/analysis/excluded/0/reason").asString()).isEqualTo("place-municipality");
        assertThat(answer.at("/analysis/parameters/eps").asDouble()).isEqualTo(75);
        assertThat(answer.at("/analysis/sentenceSv").asString()).contains("hotspot");
    }

    @Test
    void a_hotspot_tells_which_measures_are_under_way_there() {
        String measure = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":["
                + STATION.lon() + "," + STATION.lat() + "]},\"properties\":{\"code\":\"LJU-2\",\"title\":\"Lampor\","
                + "\"owner\":\"Kommunen\",\"newOwner\":true,\"status\":\"decided\",\"note\":\"\"}}";
        String before =
                member.get("/api/hotspots?" + YEAR).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> planned =
                member.send("POST", "/api/measures", measure, "Content-Type", "application/geo+json");

        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        HttpResponse<String> after = member.get("/api/hotspots?" + YEAR, "If-None-Match", before);
        assertThat(after.statusCode()).isEqualTo(200);
        JsonNode station = json(after).at("/features/0/properties");
        assertThat(station.get("openMeasures").asInt()).isEqualTo(1);
        assertThat(station.at("/measureIds/0").asString())
                .isEqualTo(json(planned).get("id").asString());
        assertThat(json(after).at("/features/2/properties/openMeasures").asInt())
                .isZero();
    }

    @Test
    void one_hotspot_says_when_in_the_week() {
        JsonNode first = json(member.get("/api/hotspots?" + YEAR)).at("/features/0");

        JsonNode one = json(member.get("/api/hotspots/" + first.get("id").asString() + "?" + YEAR));

        assertThat(one.get("type").asString()).isEqualTo("Feature");
        assertThat(one.at("/properties/weekHour")).hasSize(7);
        assertThat(one.at("/properties/weekHourKnown").asInt()).isEqualTo(40);
        int late = 0;
        for (JsonNode day : one.at("/properties/weekHour")) {
            late += day.get(22).asInt();
        }
        assertThat(late).isEqualTo(40);
        assertThat(member.get("/api/hotspots/c-nowhere?" + YEAR).statusCode()).isEqualTo(404);
    }

    @Test
    void a_link_to_a_hotspot_that_is_none_in_the_selection_is_told_what_lies_there_now() {
        String id =
                json(member.get("/api/hotspots?" + YEAR)).at("/features/0/id").asString();
        String[] square = id.split("-");
        String moved = square[0] + "-" + square[1] + "-" + Long.toString(Long.parseLong(square[2], 36) + 1, 36);

        HttpResponse<String> gone = member.get("/api/hotspots/" + moved + "?" + YEAR);

        assertThat(gone.statusCode()).isEqualTo(404);
        JsonNode now = json(gone).get("now");
        assertThat(now.at("/place/lon").asDouble()).isCloseTo(STATION.lon(), within(2e-3));
        assertThat(now.at("/place/lat").asDouble()).isCloseTo(STATION.lat(), within(2e-3));
        assertThat(now.at("/place/name").asString()).isEqualTo("Stationsgatan");
        assertThat(now.at("/hotspots/0/id").asString()).isEqualTo(id);
        assertThat(now.at("/hotspots/0/name").asString()).isEqualTo("Stationsgatan");
        assertThat(json(gone).at("/errors/0/field").asString()).isEqualTo("id");

        JsonNode before = json(member.get("/api/hotspots/" + id + "?from=2019-01-01&to=2019-12-31"));
        assertThat(before.at("/now/hotspots")).isEmpty();
        assertThat(before.at("/now/place/name").asString()).isEqualTo("Stationsgatan");
    }

    @Test
    void whoever_may_not_see_points_is_told_only_what_their_own_list_has_at_the_place_of_a_link() {
        String exact =
                json(member.get("/api/hotspots?" + YEAR)).at("/features/0/id").asString();
        List<String> told = new ArrayList<>();
        json(planner.get("/api/hotspots?" + YEAR))
                .get("features")
                .forEach(each -> told.add(each.get("id").asString()));

        JsonNode now = json(planner.get("/api/hotspots/" + exact + "?" + YEAR)).get("now");

        now.get("hotspots").forEach(each -> {
            assertThat(told).contains(each.get("id").asString());
            assertThat(each.propertyNames()).containsExactlyInAnyOrder("id", "name", "stream", "rank");
        });
        for (String nonsense : List.of("c-m-m", "ca-m-m", "ca-zzzzz-1", "c-zzzzz-zzzzz", "c-1-1", "-", "ua-m1-m1")) {
            for (Visitor each : List.of(member, planner)) {
                assertThat(each.get("/api/hotspots/" + nonsense + "?" + YEAR).statusCode())
                        .as(nonsense)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void a_question_can_name_the_place_it_is_about() {
        String abroad = "g" + numbers.abroad();
        assertThat(matched("/api/incidents?group=" + abroad)).isEqualTo(InventedEvidence.ABROAD_ROWS);
        assertThat(matched("/api/incidents?group=g" + numbers.town())).isEqualTo(InventedEvidence.TOWN_ROWS);
        assertThat(matched("/api/incidents?group=" + abroad + "&datasets=" + numbers.town()))
                .isEqualTo(InventedEvidence.TOWN_ROWS);
        assertThat(planner.get("/api/timeline?group=g" + numbers.town()).statusCode())
                .isEqualTo(200);

        assertThat(matched("/api/hotspots?group=g999999")).isZero();
        HttpResponse<String> broken = member.get("/api/hotspots?group=L%C3%A4gesby");

        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(json(broken).at("/errors/0/field").asString()).isEqualTo("group");
    }

    @Test
    void the_filter_decides_what_is_counted() {
        assertThat(matched("/api/incidents?" + YEAR)).isEqualTo(81);
        assertThat(matched("/api/incidents?" + YEAR + "&types=HOT")).isEqualTo(24);
        assertThat(matched("/api/incidents?from=2025-01-01&to=2025-12-31")).isEqualTo(34);
        assertThat(matched("/api/incidents?stream=unsafety")).isZero();
        assertThat(matched("/api/incidents?datasets=" + numbers.abroad())).isEqualTo(InventedEvidence.ABROAD_ROWS);
        assertThat(matched("/api/incidents")).isEqualTo(InventedEvidence.TOWN_ROWS);
        assertThat(matched("/api/unsafe-places")).isEqualTo(14);
        assertThat(matched("/api/unsafe-places?from=2026-05-03&to=2026-05-04")).isEqualTo(2);
        String box = (STATION.lon() - 0.001) + "," + (STATION.lat() - 0.001) + "," + (STATION.lon() + 0.001) + ","
                + (STATION.lat() + 0.001);
        assertThat(matched("/api/incidents?" + YEAR + "&bbox=" + box)).isEqualTo(40);
    }

    @Test
    void following_the_next_link_meets_every_incident_once() {
        List<Long> ids = new ArrayList<>();
        String path = "/api/incidents?" + YEAR + "&limit=25";
        int pages = 0;
        while (path != null) {
            JsonNode page = json(member.get(path));
            page.get("features")
                    .forEach(feature -> ids.add(feature.at("/properties/id").asLong()));
            path = page.at("/links/0/href").isMissingNode()
                    ? null
                    : page.at("/links/0/href").asString();
            pages++;
        }
        assertThat(pages).isEqualTo(4);
        assertThat(ids).hasSize(81).doesNotHaveDuplicates();
    }

    @Test
    void an_incident_of_no_exact_place_is_listed_without_a_point() {
        JsonNode all = json(member.get("/api/incidents?" + YEAR));

        List<JsonNode> placeless = StreamSupport.stream(all.get("features").spliterator(), false)
                .filter(feature -> feature.get("geometry").isNull())
                .toList();

        assertThat(placeless).hasSize(3);
        assertThat(placeless.get(0).at("/properties/placePrecision").asString()).isEqualTo("municipality");
    }

    @Test
    void times_are_told_no_finer_than_they_are_known() {
        JsonNode month = json(member.get("/api/incidents?limit=1&datasets=" + numbers.abroad()))
                .at("/features/0");
        JsonNode minute =
                json(member.get("/api/incidents?limit=1&types=SKA&" + YEAR)).at("/features/0");

        assertThat(month.at("/properties/timePrecision").asString()).isEqualTo("month");
        assertThat(month.at("/properties/from").asString()).isEqualTo("2018-10-01");
        assertThat(month.at("/properties/to").asString()).isEqualTo("2018-10-31");
        assertThat(minute.at("/properties/timePrecision").asString()).isEqualTo("minute");
        assertThat(minute.at("/properties/from").asString()).isEqualTo("2026-01-05T22:00");
        assertThat(minute.at("/properties/typeName").asString()).isEqualTo("Skadegörelse");
    }

    @Test
    void the_timeline_covers_all_months_whatever_the_period() {
        JsonNode timeline = json(member.get("/api/timeline?" + YEAR));

        assertThat(timeline.at("/months/0/month").asString()).isEqualTo("2023-01");
        assertThat(timeline.get("months")).hasSize(48);
        int crime = 0;
        int unsafety = 0;
        for (JsonNode month : timeline.get("months")) {
            crime += month.get("crime").asInt();
            unsafety += month.get("unsafety").asInt();
        }
        assertThat(crime).isEqualTo(InventedEvidence.TOWN_ROWS);
        assertThat(unsafety).isEqualTo(12);
    }

    @Test
    void squares_hold_every_drawn_incident() {
        JsonNode grid = json(member.get("/api/grid?cell=500&" + YEAR));

        int sum = 0;
        for (JsonNode cell : grid.get("features")) {
            sum += cell.at("/properties/count").asInt();
            assertThat(cell.at("/geometry/coordinates/0")).hasSize(5);
        }
        assertThat(sum).isEqualTo(78);
    }

    @Test
    void the_surface_holds_every_drawn_incident() {
        JsonNode surface = json(member.get("/api/surface?" + YEAR));

        double sum = 0;
        for (JsonNode value : surface.get("values")) {
            sum += value.asDouble();
        }
        double cellKm2 = Math.pow(surface.get("cellMetres").asDouble(), 2) / 1e6;
        assertThat(surface.get("crs").asString()).isEqualTo("EPSG:3006");
        assertThat(surface.get("values"))
                .hasSize(surface.get("nx").asInt() * surface.get("ny").asInt());
        assertThat(sum * cellKm2).isCloseTo(78, within(0.2));
        assertThat(member.get("/api/surface?cell=1&" + YEAR).statusCode()).isEqualTo(422);
    }

    @Test
    void the_legend_has_the_classes_of_the_pictures() {
        JsonNode legend = json(member.get("/api/surface/legend?zoom=14&" + YEAR, "Accept-Language", "en"));

        assertThat(legend.get("bandwidthMetres").asDouble()).isEqualTo(200);
        assertThat(legend.get("classes")).hasSize(4);
        assertThat(legend.at("/classes/0/from").asDouble())
                .isEqualTo(legend.get("mean").asDouble());
        assertThat(legend.at("/classes/0/label").asString()).isEqualTo("1–3 times the mean");
    }

    @Test
    void the_reader_chooses_how_the_surface_is_made() {
        JsonNode legend = json(member.get("/api/surface/legend?zoom=14&kernel=triweight&bandwidth=450&" + YEAR));

        assertThat(legend.get("kernel").asString()).isEqualTo("triweight");
        assertThat(legend.get("bandwidthMetres").asDouble()).isEqualTo(450);
        assertThat(legend.get("bandwidthAutomatic").asBoolean()).isFalse();
        assertThat(legend.get("kernels")).hasSize(6);
        byte[] plain =
                member.getBytes("/tiles/surface/" + tileAt(14) + ".png?" + YEAR).body();
        HttpResponse<byte[]> wider =
                member.getBytes("/tiles/surface/" + tileAt(14) + ".png?bandwidth=450&kernel=triweight&" + YEAR);
        assertThat(wider.statusCode()).isEqualTo(200);
        assertThat(wider.body()).isNotEqualTo(plain);
    }

    @Test
    void the_surface_is_corrected_at_a_boundary_only_where_one_is_known() {
        JsonNode legend = json(member.get("/api/surface/legend?edge=diggle&" + YEAR));

        assertThat(legend.get("edge").asString()).isEqualTo("none");
        assertThat(legend.get("edges")).hasSize(1);
        HttpResponse<String> refused = member.get("/api/surface?edge=diggle&" + YEAR, "Accept-Language", "en");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("No boundary has been imported").contains("edge");
        assertThat(member.getBytes("/tiles/surface/" + tileAt(14) + ".png?edge=diggle&" + YEAR)
                        .body())
                .isEqualTo(member.getBytes("/tiles/surface/" + tileAt(14) + ".png?" + YEAR)
                        .body());
    }

    @Test
    void several_layers_come_in_one_vector_tile() throws IOException {
        HttpResponse<byte[]> tile =
                member.getBytes("/tiles/hotspots,incidents,unsafe-places,base/" + tileAt(16) + ".mvt?" + YEAR);

        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");
        JtsMvt layers = decode(tile.body());
        assertThat(layers.getLayersByName().keySet()).contains("hotspots", "incidents", "unsafe-places", "roads");
        assertThat(sumOf(layers.getLayer("incidents"), "count")).isEqualTo(40);
        assertThat(sumOf(layers.getLayer("unsafe-places"), "count")).isEqualTo(12);
        JtsLayer hotspots = layers.getLayer("hotspots");
        assertThat(hotspots.getGeometries()).hasSize(2);
        assertThat(tags(hotspots).get(0)).containsEntry("rank", 1L).containsEntry("name", "Stationsgatan");
    }

    @Test
    void a_tile_shows_what_the_filter_lets_through_and_nothing_of_another_place() throws IOException {
        String world = "/tiles/incidents/0/0/0.mvt";

        assertThat(sumOf(decode(member.getBytes(world).body()).getLayer("incidents"), "count"))
                .isEqualTo(InventedEvidence.TOWN_ROWS - 3);
        assertThat(sumOf(
                        decode(member.getBytes(world + "?types=HOT&" + YEAR).body())
                                .getLayer("incidents"),
                        "count"))
                .isEqualTo(24);
        assertThat(sumOf(
                        decode(member.getBytes(world + "?datasets=" + numbers.abroad())
                                        .body())
                                .getLayer("incidents"),
                        "count"))
                .isEqualTo(InventedEvidence.ABROAD_ROWS);
    }

    @Test
    void a_tile_that_the_browser_has_is_not_sent_again() throws IOException {
        String path = "/tiles/incidents/" + tileAt(14) + ".mvt?" + YEAR;

        HttpResponse<byte[]> plain = member.getBytes(path);
        HttpResponse<byte[]> zipped = member.getBytes(path, "Accept-Encoding", "gzip");
        String tag = plain.headers().firstValue("ETag").orElseThrow();

        assertThat(tag).startsWith("\"");
        assertThat(member.getBytes(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(member.getBytes(
                                path,
                                "If-None-Match",
                                zipped.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(member.getBytes(path + "&types=HOT", "If-None-Match", tag).statusCode())
                .isNotEqualTo(304);
        assertThat(unzipped(zipped)).isEqualTo(plain.body());
        assertThat(plain.headers().firstValue("Cache-Control").orElseThrow()).startsWith("private");
    }

    @Test
    void an_empty_tile_is_no_content() {
        assertThat(member.getBytes("/tiles/incidents/10/0/0.mvt").statusCode()).isEqualTo(204);
        assertThat(member.getBytes("/tiles/surface/10/0/0.png").statusCode()).isEqualTo(204);
    }

    @Test
    void the_surface_comes_as_pictures() {
        HttpResponse<byte[]> picture = member.getBytes("/tiles/surface/" + tileAt(14) + ".png?" + YEAR);

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void tile_json_tells_where_and_what() {
        JsonNode tiles = json(member.get("/tiles/incidents,hotspots.json?" + YEAR));

        assertThat(tiles.get("tilejson").asString()).isEqualTo("3.0.0");
        assertThat(tiles.at("/tiles/0").asString())
                .isEqualTo(service.address() + "/tiles/incidents,hotspots/{z}/{x}/{y}.mvt?" + YEAR);
        assertThat(tiles.at("/vector_layers/0/id").asString()).isEqualTo("incidents");
        assertThat(tiles.at("/bounds/0").asDouble()).isLessThan(STATION.lon());
    }

    @Test
    void a_planner_gets_outlines_without_small_counts_and_no_points() {
        JsonNode answer = json(planner.get("/api/hotspots?" + YEAR));

        assertThat(answer.get("numberMatched").asInt()).isEqualTo(3);
        for (JsonNode month : answer.at("/features/0/properties/months")) {
            assertThat(month.get("count").isNull() || month.get("count").asInt() >= 5)
                    .isTrue();
        }
        assertThat(planner.get("/api/hotspots?minPts=1&eps=1").statusCode()).isEqualTo(403);
        for (String path : List.of(
                "/api/incidents",
                "/api/unsafe-places",
                "/api/surface",
                "/api/surface/legend",
                "/api/grid",
                "/tiles/incidents/0/0/0.mvt",
                "/tiles/hotspots,incidents/0/0/0.mvt",
                "/tiles/unsafe-places/0/0/0.pbf",
                "/tiles/surface/0/0/0.png",
                "/tiles/incidents.json",
                "/data/incidents.csv",
                "/data/unsafe-places.geojson")) {
            assertThat(planner.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(planner.get("/tiles/hotspots/" + tileAt(14) + ".mvt").statusCode())
                .isEqualTo(200);
        assertThat(planner.get("/data/hotspots.csv").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"steering", "communicator", "admin", "auditor"})
    void other_roles_get_no_point_either(String role) {
        Visitor other = service.as(role);

        for (String path : List.of("/api/incidents", "/tiles/incidents/0/0/0.mvt", "/data/incidents.geojson")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void the_public_gets_nothing() {
        for (String path : List.of(
                "/api/datasets", "/api/hotspots", "/api/incidents", "/tiles/base/0/0/0.mvt", "/data/hotspots.csv")) {
            assertThat(service.stranger()
                            .get(path, "Accept", "application/json")
                            .statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/hotspots?colour=red|400|colour",
                "/api/hotspots?from=2026-02-30|400|from",
                "/api/hotspots?to=9999-12-31|400|to",
                "/api/hotspots?from=20260101|400|from",
                "/api/hotspots?from=2026-03-01&to=2026-02-01|400|to",
                "/api/hotspots?from=2026-03-01&from=2026-02-01|400|from",
                "/api/hotspots?types=XXX|400|types",
                "/api/hotspots?datasets=4711|400|datasets",
                "/api/hotspots?datasets=x|400|datasets",
                "/api/hotspots?stream=everything|400|stream",
                "/api/hotspots?eps=0|400|eps",
                "/api/hotspots?eps=NaN|400|eps",
                "/api/hotspots?minPts=1e9|400|minPts",
                "/api/hotspots?limit=0|400|limit",
                "/api/hotspots?bbox=1,2,3|400|bbox",
                "/api/hotspots?bbox=5,5,4,6|400|bbox",
                "/api/incidents?bbox=-181,0,0,0|400|bbox",
                "/api/incidents?offset=-1|400|offset",
                "/api/incidents?limit=10001|400|limit",
                "/api/surface?bandwidth=0|400|bandwidth",
                "/api/surface?kernel=flat|400|kernel",
                "/api/surface?edge=round|400|edge",
                "/tiles/surface/3/0/0.png?bandwidth=-1|400|bandwidth",
                "/api/grid?cell=1|400|cell",
                "/api/surface/legend?zoom=99|400|zoom",
                "/api/timeline?bbox=1,2,3,4|400|bbox",
                "/api/datasets?x=1|400|x",
                "/tiles/incidents/23/0/0.mvt|400|z",
                "/tiles/incidents/3/8/0.mvt|400|x",
                "/tiles/incidents/3/0/-1.mvt|400|y",
                "/tiles/incidents/3/0/0.mvt?limit=3|400|limit",
                "/tiles/nothing/3/0/0.mvt|404|layers",
                "/tiles/surface/3/0/0.mvt|404|layers",
                "/tiles/nothing.json|404|layers",
                "/data/nothing.csv|404|collection",
            })
    void what_cannot_be_understood_is_refused_by_name(String path, int status, String field) {
        HttpResponse<String> answer = member.get(path, "Accept-Language", "sv");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/reason").asString()).isNotEmpty();
        assertThat(problem.at("/errors/0/remedy").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tiles/incidents/0/0/0.jpg", "/tiles/incidents/0/0/0", "/data/incidents.xlsx"})
    void an_unknown_form_is_not_found(String path) {
        assertThat(member.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/incidents.geojson?", "/data/hotspots.csv?", "/api/hotspots?"})
    void a_file_can_be_read_part_by_part_as_gis_programs_do(String path) {
        String whole = member.get(path + YEAR).body();
        HttpResponse<String> length = member.send("HEAD", path + YEAR, null);
        HttpResponse<String> part = member.get(path + YEAR, "Range", "bytes=10-29");
        HttpResponse<String> beyond = member.get(path + YEAR, "Range", "bytes=99999999-");

        int bytes = whole.getBytes(StandardCharsets.UTF_8).length;
        assertThat(length.headers().firstValue("Content-Length")).hasValue("" + bytes);
        assertThat(length.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 10-29/" + bytes);
        assertThat(part.body().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(Arrays.copyOfRange(whole.getBytes(StandardCharsets.UTF_8), 10, 30));
        assertThat(beyond.statusCode()).isEqualTo(416);
    }

    @Test
    void whole_layers_come_as_files() {
        HttpResponse<String> table = member.get("/data/incidents.csv?" + YEAR);
        HttpResponse<String> features = member.get("/data/incidents.geojson?" + YEAR);
        HttpResponse<String> hotspots = member.get("/data/hotspots.csv?" + YEAR);

        assertThat(table.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"incidents.csv\"");
        List<String> lines = table.body().lines().toList();
        assertThat(lines).hasSize(82);
        assertThat(lines.get(0))
                .isEqualTo("\uFEFFid,type,typeName,from,to,timePrecision,placePrecision,datasetId,weight,lon,lat");
        assertThat(json(features).get("features")).hasSize(81);
        assertThat(hotspots.body().lines()).hasSize(4);
        assertThat(hotspots.body()).contains("POLYGON");
    }

    private int matched(String path) {
        return json(member.get(path)).get("numberMatched").asInt();
    }

    private static JsonNode dataset(JsonNode list, long id) {
        return StreamSupport.stream(list.get("datasets").spliterator(), false)
                .filter(dataset -> dataset.get("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String tileAt(int zoom) {
        int x = (int) (WebMercator.x(STATION.lon()) * (1 << zoom));
        int y = (int) (WebMercator.y(STATION.lat()) * (1 << zoom));
        return zoom + "/" + x + "/" + y;
    }

    private static JtsMvt decode(byte[] tile) throws IOException {
        return MvtReader.loadMvt(new ByteArrayInputStream(tile), new GeometryFactory(), new TagKeyValueMapConverter());
    }

    private static byte[] unzipped(HttpResponse<byte[]> answer) throws IOException {
        boolean gzip =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        return gzip ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
    }

    private static long sumOf(JtsLayer layer, String tag) {
        return tags(layer).stream().mapToLong(one -> (Long) one.get(tag)).sum();
    }

    private static List<Map<String, Object>> tags(JtsLayer layer) {
        List<Map<String, Object>> tags = new ArrayList<>();
        for (Geometry geometry : layer.getGeometries()) {
            @SuppressWarnings("unchecked")
            Map<String, Object> one = (Map<String, Object>) geometry.getUserData();
            tags.add(one);
        }
        return tags;
    }
}
