package se.lageskarta.service.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures beside a cause card, in a small town whose every incident is known, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpotEvidenceContract {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor eva;
    private String station;
    private String nowhere;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        InventedEvidence.into(service);
        eva = service.as("est-member");
        LonLat place =
                Projection.metric(Crs.SWEREF99_TM).toLonLat(InventedEvidence.STATION_X, InventedEvidence.STATION_Y);
        station = "/api/spots/" + InventedSpot.in(service, place.lon(), place.lat()) + "/evidence";
        nowhere = "/api/spots/" + InventedSpot.in(service, place.lon() + 0.2, place.lat() + 0.2) + "/evidence";
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void the_year_at_the_station_is_counted_as_it_was_written() {
        JsonNode told = json(eva.get(station));
        assertThat(told.get("from").asString()).isEqualTo("2026-01-01");
        assertThat(told.get("to").asString()).isEqualTo("2026-12-31");
        assertThat(told.get("count").asInt()).isEqualTo(40);
        assertThat(told.get("types").toString())
                .isEqualTo("[{\"code\":\"CYK\",\"count\":30},{\"code\":\"SKA\",\"count\":10}]");
        assertThat(told.at("/week/known").asInt()).isEqualTo(40);
        double sum = 0;
        for (JsonNode day : told.at("/week/weight")) {
            sum += day.get(22).asDouble();
        }
        assertThat(sum).as("all between 22 and 23").isEqualTo(40);
        assertThat(told.at("/change/counts").toString()).isEqualTo("[10,10,10]");
        assertThat(told.at("/change/status").asString()).isEqualTo("growing");
        assertThat(told.at("/unsafe/people").asInt()).isEqualTo(12);
        assertThat(told.get("seasons")).hasSize(12);
        assertThat(told.get("findings")).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.at("/sentence/sv").asString()).isNotBlank();
            assertThat(finding.at("/how/en").asString()).isNotBlank();
        });
        assertThat(told.at("/hypotheses/alcohol").asString()).isNotBlank();
    }

    @Test
    void a_shorter_period_has_fewer_and_says_that_they_are_too_few() {
        JsonNode told = json(eva.get(station + "?from=2026-03-01&to=2026-03-31"));
        assertThat(told.get("count").asInt()).isEqualTo(4);
        assertThat(told.at("/week/tooFew").asBoolean()).isTrue();
        assertThat(told.get("darkShare").isNull()).isTrue();
        assertThat(told.get("repeats").isNull()).isTrue();
        assertThat(told.at("/hypotheses/school").asString()).isEqualTo("too-few");
    }

    @Test
    void where_nothing_is_known_the_figures_are_empty_and_honest() {
        JsonNode told = json(eva.get(nowhere));
        assertThat(told.get("count").asInt()).isZero();
        assertThat(told.get("lamps").isNull()).isTrue();
        assertThat(told.at("/hypotheses/dark").asString()).isIn("too-few", "nothing");
    }

    @Test
    void unknown_words_spots_and_roles_are_refused() {
        assertThat(eva.get(station + "?x=1").statusCode()).isEqualTo(400);
        assertThat(eva.get(station + "?from=2026-05-01&to=2026-04-01").statusCode())
                .isEqualTo(400);
        assertThat(eva.get("/api/spots/99999/evidence").statusCode()).isEqualTo(404);
        assertThat(service.as("steering").get(station).statusCode()).isEqualTo(403);
        HttpResponse<String> first = eva.get(station);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(eva.get(station, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void the_catalogue_offers_twenty_five_techniques_and_a_factor_for_each_perspective() {
        JsonNode told = json(eva.get("/api/cause-catalogue"));
        assertThat(told.get("techniques")).hasSize(25);
        assertThat(told.get("hypotheses")).hasSizeGreaterThanOrEqualTo(8);
        for (String side : new String[] {"offender", "target", "place"}) {
            assertThat(told.get("factors"))
                    .anyMatch(factor -> factor.get("perspective").asString().equals(side));
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
