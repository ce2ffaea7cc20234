package se.lageskarta.service.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What counts as crime, where it is counted, and what the municipality says about it; on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KindsOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "kinds";
    private static final String[] AS_JSON = {"Content-Type", "application/json"};
    private static final String LITTER =
            "\"class\":\"D\",\"nameSv\":\"Nedskräpning\",\"nameEn\":\"Littering\"," + "\"colour\":\"#6f8f9f\"";

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor coordinator;
    private String asked;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        coordinator = service.as("est-coordinator");
        StringBuilder table = new StringBuilder("id;east;north;datum;typ\n");
        rows(table, "S", 40, 383_351, "Skadegörelse");
        rows(table, "N", 40, 385_351, "Nedskräpning");
        rows(table, "O", 6, 387_351, "Kod 9999");
        asked = "datasets=" + imported(table.toString());
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void crime_disorder_and_what_nobody_has_said_the_meaning_of_are_never_one_number() {
        JsonNode all = json(coordinator.get("/api/hotspots?" + asked));

        assertThat(streams(all)).containsExactly("crime", "disorder");
        assertThat(all.get("notCounted").asInt()).isEqualTo(6);
        JsonNode crime = json(coordinator.get("/api/hotspots?stream=crime&" + asked));
        assertThat(streams(crime)).containsExactly("crime");
        assertThat(crime.at("/features/0/properties/types").toString()).isEqualTo("[{\"code\":\"SKA\",\"count\":40}]");
        assertThat(crime.at("/features/0/id").asString()).startsWith("c-");
        JsonNode disorder = json(coordinator.get("/api/hotspots?stream=disorder&" + asked));
        assertThat(streams(disorder)).containsExactly("disorder");
        assertThat(disorder.at("/features/0/properties/types").toString())
                .isEqualTo("[{\"code\":\"NED\",\"count\":40}]");
        assertThat(disorder.at("/features/0/id").asString()).startsWith("d-");

        JsonNode month = json(coordinator.get("/api/timeline?" + asked)).at("/months/0");
        assertThat(month.get("crime").asInt()).isEqualTo(40);
        assertThat(month.get("disorder").asInt()).isEqualTo(40);
        assertThat(month.get("other").asInt()).isEqualTo(6);
        assertThat(json(coordinator.get("/api/incidents?" + asked))
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(86);
        assertThat(json(coordinator.get("/api/incidents?stream=disorder&" + asked))
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void an_analysis_counts_crime_and_says_what_it_leaves_out() {
        JsonNode grid = json(coordinator.get("/api/grid?cell=5000&" + asked));
        assertThat(sum(grid)).isEqualTo(40);
        assertThat(sum(json(coordinator.get("/api/grid?cell=5000&stream=all&types=NED&" + asked))))
                .isEqualTo(40);
        assertThat(sum(json(coordinator.get("/api/grid?cell=5000&types=NED,SKA&" + asked))))
                .isEqualTo(80);

        JsonNode centre = json(coordinator.get("/api/analyses/centrography?" + asked));
        assertThat(centre.toString()).contains("40 störningar och brister och 6 övriga");
        JsonNode mixed = json(coordinator.get("/api/analyses/centrography?types=NED,SKA&" + asked));
        assertThat(mixed.toString()).contains("blandar 40 brott med 40");
    }

    @Test
    void a_municipality_says_that_a_type_is_crime_and_back_and_what_is_frozen_stays() {
        HttpResponse<String> frozen = coordinator.send(
                "POST", "/api/pictures", "{\"month\":\"2026-02\",\"" + asked.replace("=", "\":[") + "]}", AS_JSON);
        assertThat(frozen.statusCode()).as(frozen.body()).isEqualTo(201);
        String picture = "/api/pictures/" + json(frozen).get("id").asLong();
        String whole = coordinator.get(picture).body();
        JsonNode then = JSON.readTree(whole);
        assertThat(then.at("/totals/all/count").asInt()).isEqualTo(40);
        assertThat(then.at("/totals/disorder/count").asInt()).isEqualTo(40);

        assertThat(put("v0", ",\"kind\":\"crime\"").statusCode()).isEqualTo(200);
        assertThat(streams(json(coordinator.get("/api/hotspots?" + asked)))).containsExactly("crime", "crime");
        assertThat(coordinator.get(picture).body()).isEqualTo(whole);
        assertThat(put("v0", ",\"kind\":\"disorder\"").statusCode()).isEqualTo(412);
        assertThat(put("v1", "").statusCode()).isEqualTo(200);
        assertThat(streams(json(coordinator.get("/api/hotspots?" + asked))))
                .as("who says nothing about it leaves it")
                .containsExactly("crime", "crime");

        assertThat(put("v2", ",\"kind\":\"disorder\"").statusCode()).isEqualTo(200);
        assertThat(streams(json(coordinator.get("/api/hotspots?" + asked)))).containsExactly("crime", "disorder");
        List<String> kinds = StreamSupport.stream(
                        json(coordinator.get("/api/code-history")).get("states").spliterator(), false)
                .filter(state -> state.get("item").asString().equals("NED"))
                .map(state -> state.at("/state/kind").asString())
                .toList();
        assertThat(kinds).containsExactly("disorder", "crime", "crime");
    }

    @Test
    void what_somebody_feels_never_counts_as_crime_and_no_other_kind_is_known() {
        String felt = "{\"class\":\"F\",\"nameSv\":\"Otrygg plats\",\"colour\":\"#7b3fa0\",\"kind\":\"crime\"}";
        HttpResponse<String> refused = coordinator.send(
                "PUT", "/api/types/OTR", felt, "Content-Type", "application/json", "If-Match", "\"v0\"");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).findValuesAsString("field")).containsExactly("kind");
        assertThat(json(put("v0", ",\"kind\":\"brott\"")).findValuesAsString("field"))
                .containsExactly("kind");
    }

    @Test
    void who_may_not_see_single_incidents_is_not_told_how_many_are_left_out() {
        JsonNode told = json(service.as("planner").get("/api/hotspots?" + asked));
        assertThat(told.has("notCounted")).isFalse();
        assertThat(json(service.as("planner").get("/api/timeline?" + asked)).toString())
                .doesNotContain("\"other\"");
    }

    private HttpResponse<String> put(String version, String kind) {
        return coordinator.send(
                "PUT",
                "/api/types/NED",
                "{" + LITTER + kind + "}",
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + version + "\"");
    }

    private static List<String> streams(JsonNode hotspots) {
        return StreamSupport.stream(hotspots.get("features").spliterator(), false)
                .map(feature -> feature.at("/properties/stream").asString())
                .sorted()
                .toList();
    }

    private static int sum(JsonNode grid) {
        return StreamSupport.stream(grid.get("features").spliterator(), false)
                .mapToInt(feature -> feature.at("/properties/count").asInt())
                .sum();
    }

    /** Incidents of one word in February 2026, close together. */
    private static void rows(StringBuilder table, String key, int count, int east, String word) {
        for (int i = 0; i < count; i++) {
            table.append(key)
                    .append(i)
                    .append(';')
                    .append(east + 7 * (i % 8))
                    .append(';')
                    .append(6_439_070 + 7 * (i / 8))
                    .append(";2026-02-")
                    .append(10 + i % 10)
                    .append(';')
                    .append(word)
                    .append('\n');
        }
    }

    private long imported(String table) {
        String body =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"slag.csv\"\r\n\r\n"
                        + table + "\r\n--" + BOUNDARY + "--\r\n";
        HttpResponse<String> answer = coordinator.send(
                "POST", "/api/imports", body, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return json(answer).get("datasetId").asLong();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
