package se.lageskarta.service.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.photos.PhotoForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those who walk can rely on at {@code /api/walks}, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WalksOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] AS_JSON = {"Content-Type", "application/json"};
    private static final String WALK = """
            {"title":"Runt stationen","walkedOn":"2026-11-20","startsAt":"18:30","light":"dark","routeWords":"Från torget",
            "route":{"type":"LineString","coordinates":[[13.0,58.0],[13.001,58.001]]},
            "participants":[{"organisation":"Boende","number":8},{"organisation":"Kommunen","number":3}],"summary":"",
            "report":"","owner":"Kommunen"}""";
    private static final String FINDING = """
            {"key":"finding-00000000001","category":"deficiency","words":"Lampan är trasig","lon":13.0,"lat":58.0,
            "accuracyMetres":5}""";

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor eva;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        eva = service.as("est-member");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_walk_is_planned_walked_followed_up_and_told_as_a_table() {
        String walk = plan(WALK);
        HttpResponse<String> added = eva.send("POST", walk + "/findings", FINDING, AS_JSON);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        HttpResponse<String> again = eva.send("POST", walk + "/findings", FINDING, AS_JSON);
        assertThat(again.statusCode()).as("the same key").isEqualTo(200);
        assertThat(again.body()).isEqualTo(added.body());
        assertThat(json(added).get("number").asInt()).isEqualTo(1);

        assertThat(json(eva.get(walk, "If-None-Match", "\"v1\"")).get("findings"))
                .as("a reader who knows the walk without the finding")
                .hasSize(1);
        String finding = walk + "/findings/" + json(added).get("id").asLong();
        String planned = FINDING.replace(
                "\"accuracyMetres\":5",
                "\"status\":\"planned\",\"owner\":\"Gatuenheten\",\"plan\":\"=Byts i december. Ring 070-123 45 67\"");
        HttpResponse<String> changed = put(finding, "\"v1\"", planned);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).get("plan").asString()).isEqualTo("=Byts i december. Ring [telefon]");
        HttpResponse<String> stale = put(finding, "\"v1\"", FINDING);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/status").asString()).isEqualTo("planned");
        assertThat(json(stale).at("/yours/words").asString()).isEqualTo("Lampan är trasig");
        assertThat(eva.send("PUT", finding, FINDING, AS_JSON).statusCode()).isEqualTo(428);

        JsonNode told = json(eva.get(walk));
        assertThat(told.get("people").asInt()).isEqualTo(11);
        assertThat(told.at("/route/type").asString()).isEqualTo("LineString");
        assertThat(told.at("/findings/0/owner").asString()).isEqualTo("Gatuenheten");
        assertThat(eva.get(walk + "/findings.csv").body())
                .contains("1,deficiency,", ",\"Lampan är trasig\",planned,\"Gatuenheten\",\"'=Byts i december.");
        assertThat(eva.send("DELETE", finding, null, "If-Match", "\"v2\"").statusCode())
                .isEqualTo(204);
        assertThat(json(eva.get(walk)).get("findings")).isEmpty();
    }

    @Test
    void a_re_walk_ticks_off_what_the_walk_before_found() {
        String first = plan(WALK);
        long found = json(eva.send("POST", first + "/findings", FINDING, AS_JSON))
                .get("id")
                .asLong();
        long id = Long.parseLong(first.substring(first.lastIndexOf('/') + 1));
        String second = plan(
                WALK.replace("\"owner\"", "\"earlierId\":" + id + ",\"owner\"").replace("Runt", "Åter runt"));
        assertThat(json(eva.get(second)).at("/earlier/0/outcome").isNull()).isTrue();

        for (String outcome : List.of("remains", "fixed")) {
            HttpResponse<String> ticked =
                    eva.send("PUT", second + "/rechecks/" + found, "{\"outcome\":\"" + outcome + "\"}", AS_JSON);
            assertThat(ticked.statusCode()).as(ticked.body()).isEqualTo(200);
        }
        JsonNode earlier = json(eva.get(second)).at("/earlier/0");
        assertThat(earlier.get("outcome").asString()).isEqualTo("fixed");
        assertThat(earlier.at("/finding/words").asString()).isEqualTo("Lampan är trasig");
        assertThat(eva.send("PUT", second + "/rechecks/" + found, "{\"outcome\":\"x\"}", AS_JSON)
                        .statusCode())
                .isEqualTo(400);
        assertThat(eva.send("PUT", first + "/rechecks/" + found, "{\"outcome\":\"fixed\"}", AS_JSON)
                        .statusCode())
                .as("not a re-walk")
                .isEqualTo(404);
    }

    @Test
    void a_walk_is_changed_from_a_version_seen_and_withdrawn_for_good() {
        String walk = plan(WALK);
        assertThat(put(walk, "\"v1\"", WALK.replace("\"report\":\"\"", "\"report\":\"Lampan byts\""))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> stale = put(walk, "\"v1\"", WALK);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/report").asString()).isEqualTo("Lampan byts");
        assertThat(eva.send("DELETE", walk, null, "If-Match", "\"v2\"").statusCode())
                .isEqualTo(204);
        assertThat(eva.get(walk).statusCode()).isEqualTo(404);
        assertThat(eva.get("/api/walks").body()).doesNotContain("Lampan byts");
    }

    @Test
    void what_a_walk_finds_is_never_counted_as_survey_marks_or_crime() {
        String walk = plan(WALK);
        eva.send("POST", walk + "/findings", FINDING.replace("deficiency", "unsafe"), AS_JSON);
        assertThat(json(eva.get("/api/unsafe-places")).get("numberMatched").asInt())
                .isZero();
        assertThat(json(eva.get("/api/incidents")).get("numberMatched").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"title\":\"Runt stationen\"|\"title\":\"\"|title",
                "\"walkedOn\":\"2026-11-20\"|\"walkedOn\":\"20/11\"|walkedOn",
                "\"startsAt\":\"18:30\"|\"startsAt\":\"24:30\"|startsAt",
                "\"light\":\"dark\"|\"light\":\"noon\"|light",
                "\"number\":8|\"number\":0|participants.0",
                "\"LineString\"|\"Point\"|route",
                "[[13.0,58.0],[13.001,58.001]]|[[13.0,58.0],[13.0,58.0]]|route",
                "\"owner\":\"Kommunen\"|\"owner\":\"Kommunen\",\"earlierId\":999999|earlierId"
            })
    void a_bad_walk_is_refused_with_field_reason_and_remedy(String good, String bad, String field) {
        HttpResponse<String> refused = eva.send("POST", "/api/walks", WALK.replace(good, bad), AS_JSON);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        JsonNode error = json(refused).at("/errors/0");
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("reason").asString()).doesNotStartWith("walk.").isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"lon\":13.0|\"lon\":null|422",
                "\"lat\":58.0|\"lat\":1e9|422",
                "\"words\":\"Lampan är trasig\"|\"words\":\" \"|422",
                "\"category\":\"deficiency\"|\"category\":\"x\"|422",
                "\"accuracyMetres\":5|\"status\":\"x\"|422",
                "\"accuracyMetres\":5|\"measureId\":999999|422",
                "finding-00000000001|kort|400",
                "\"accuracyMetres\":5|\"who\":\"x\"|400"
            })
    void a_bad_finding_is_refused(String good, String bad, int status) {
        String walk = plan(WALK);
        HttpResponse<String> refused = eva.send("POST", walk + "/findings", FINDING.replace(good, bad), AS_JSON);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(json(eva.get(walk)).get("findings")).isEmpty();
    }

    @Test
    void others_read_and_do_not_write() {
        String walk = plan(WALK);
        for (String role : List.of("planner", "communicator", "steering")) {
            Visitor reader = service.as(role);
            assertThat(reader.get(walk).statusCode()).as(role).isEqualTo(200);
            assertThat(reader.send("POST", walk + "/findings", FINDING, AS_JSON).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(service.stranger().get(walk).statusCode()).isEqualTo(401);
    }

    @Test
    void a_picture_of_a_finding_is_drawn_anew_without_place_and_kept_once() throws Exception {
        String photos = finding() + "/photos";
        byte[] taken = PhotoForm.picture("Exif GPSLatitude 58.0777");
        assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains("GPSLatitude");
        String key = UUID.randomUUID().toString();

        HttpResponse<String> added = PhotoForm.send(eva, photos, key, taken);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(PhotoForm.send(eva, photos, key, taken).body())
                .as("the same key sent again")
                .isEqualTo(added.body());

        String place = added.headers().firstValue("Location").orElseThrow();
        HttpResponse<byte[]> kept = service.as("planner").getBytes(place);
        assertThat(new String(kept.body(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        assertThat(kept.body()).isNotEqualTo(taken);
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.body())).getWidth())
                .isEqualTo(json(added).get("width").asInt());
        assertThat(kept.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(kept.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(kept.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(kept.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("inline", ".jpg");
    }

    @Test
    void a_finding_takes_four_pictures_and_gives_them_back_when_they_are_taken_away() throws Exception {
        String finding = finding();
        String photos = finding + "/photos";
        byte[] jpeg = PhotoForm.picture("");
        String first = "";
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> added =
                    PhotoForm.send(eva, photos, UUID.randomUUID().toString(), jpeg);
            assertThat(added.statusCode()).isEqualTo(201);
            first = added.headers().firstValue("Location").orElseThrow();
        }
        HttpResponse<String> fifth =
                PhotoForm.send(eva, photos, UUID.randomUUID().toString(), jpeg);
        assertThat(fifth.statusCode()).isEqualTo(409);
        assertThat(json(fifth).at("/errors/0/remedy").asString()).isNotBlank();

        assertThat(eva.send("DELETE", first, null).statusCode()).isEqualTo(204);
        assertThat(eva.get(first).statusCode()).isEqualTo(404);
        assertThat(eva.send("DELETE", first, null).statusCode()).isEqualTo(404);
        assertThat(PhotoForm.send(eva, photos, UUID.randomUUID().toString(), jpeg)
                        .statusCode())
                .isEqualTo(201);

        assertThat(eva.send("DELETE", finding, null, "If-Match", "\"v1\"").statusCode())
                .isEqualTo(204);
        String number = finding.substring(finding.lastIndexOf('/') + 1);
        assertThat(service.part(JdbcClient.class)
                        .sql("select count(*) from photo where subject = 'walk-finding' and subject_id = " + number)
                        .query(Long.class)
                        .single())
                .as("the finding's pictures go with it")
                .isZero();
    }

    @Test
    void hostile_pictures_are_refused_in_words_and_nothing_is_kept() throws Exception {
        String photos = finding() + "/photos";
        byte[] jpeg = PhotoForm.picture("");
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length / 2);
        byte[] bomb = PhotoForm.png(30_000, 30_000);
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put("415 GIF89a", "GIF89a/*<script>".getBytes(StandardCharsets.ISO_8859_1));
        hostile.put("415 svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.ISO_8859_1));
        hostile.put("415 page", "<html>".getBytes(StandardCharsets.ISO_8859_1));
        hostile.put("422 empty", new byte[0]);
        hostile.put("422 cut", cut);
        hostile.put("413 bomb", bomb);
        hostile.put("413 large", new byte[(10 << 20) + 1]);
        hostile.forEach((what, bytes) -> {
            HttpResponse<String> refused =
                    PhotoForm.send(eva, photos, UUID.randomUUID().toString(), bytes);
            assertThat(refused.statusCode())
                    .as(what + refused.body())
                    .isEqualTo(Integer.parseInt(what.substring(0, 3)));
            assertThat(json(refused).at("/errors/0/field").asString()).as(what).isEqualTo("file");
            assertThat(json(refused).at("/errors/0/reason").asString())
                    .as(what)
                    .doesNotStartWith("photo.")
                    .isNotBlank();
        });
        assertThat(PhotoForm.send(eva, photos, "../../etc", jpeg).statusCode()).isEqualTo(400);
        assertThat(eva.send("POST", photos, "{}", AS_JSON).statusCode()).isEqualTo(415);
        assertThat(json(eva.get(photos.substring(0, photos.indexOf("/findings"))))
                        .at("/findings/0/photos"))
                .isEmpty();
    }

    @Test
    void only_those_who_walk_add_and_take_away_pictures_and_only_of_that_finding() throws Exception {
        String photos = finding() + "/photos";
        byte[] jpeg = PhotoForm.picture("");
        String key = UUID.randomUUID().toString();
        String place = PhotoForm.send(eva, photos, key, jpeg)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        for (String role : List.of("planner", "communicator", "steering")) {
            Visitor reader = service.as(role);
            assertThat(reader.get(place).statusCode()).as(role).isEqualTo(200);
            assertThat(reader.send("DELETE", place, null).statusCode()).as(role).isEqualTo(403);
            assertThat(PhotoForm.send(reader, photos, key, jpeg).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        for (String role : List.of("admin", "auditor", "reporter")) {
            assertThat(service.as(role).get(place).statusCode()).as(role).isEqualTo(403);
        }
        assertThat(service.stranger().get(place).statusCode()).isEqualTo(401);
        assertThat(eva.get(place + "?size=huge").statusCode()).isEqualTo(400);
        assertThat(eva.get(place + "?x=1").statusCode()).isEqualTo(400);

        String other = finding() + "/photos" + place.substring(place.lastIndexOf('/'));
        assertThat(eva.get(other).statusCode()).as("another finding's address").isEqualTo(404);
        assertThat(eva.send("DELETE", other, null).statusCode()).isEqualTo(404);
        assertThat(eva.get(place + "?size=small").statusCode()).isEqualTo(200);
    }

    /** A walk with one finding; the finding's address. */
    private String finding() {
        String walk = plan(WALK);
        JsonNode added = json(eva.send("POST", walk + "/findings", FINDING, AS_JSON));
        return walk + "/findings/" + added.get("id").asLong();
    }

    private String plan(String body) {
        HttpResponse<String> planned = eva.send("POST", "/api/walks", body, AS_JSON);
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        return planned.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> put(String path, String tag, String body) {
        return eva.send("PUT", path, body, "Content-Type", "application/json", "If-Match", tag);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
