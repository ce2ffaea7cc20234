package se.lageskarta.service.waves;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a communicator, a citizen and a moderator can rely on, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WavesOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] AS_JSON = {"Content-Type", "application/json"};
    private static final String CITIZEN = "citizen-0000000000000001";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor karin;
    private Visitor ali;
    private Visitor public_;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        karin = service.as("communicator");
        ali = service.as("est-coordinator");
        public_ = service.stranger();
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_wave_goes_from_draft_to_results_on_the_map() {
        Wave wave = draft();
        assertThat(public_.get(wave.form()).statusCode()).as("a draft").isEqualTo(404);
        assertThat(json(karin.get(wave.form())).get("phase").asString()).isEqualTo("preview");
        assertThat(put(public_, wave, "key-of-mark-00001", mark(13.0, 58.0, false))
                        .statusCode())
                .isEqualTo(404);

        openIt(wave);
        JsonNode form = json(public_.get(wave.form()));
        assertThat(form.get("phase").asString()).isEqualTo("open");
        assertThat(form.get("introduction").asString()).isEqualTo("Var känns det otryggt?");
        assertThat(form.toString()).doesNotContain("salt", "updatedBy", "createdBy");
        assertThat(put(public_, wave, "key-of-mark-00001", mark(13.0, 58.0, false))
                        .statusCode())
                .isEqualTo(201);
        assertThat(put(public_, wave, "key-of-mark-00002", mark(13.01, 58.0, true))
                        .statusCode())
                .isEqualTo(201);

        assertThat(json(karin.send("POST", wave.path() + "/publish", null))
                        .get("onMap")
                        .asBoolean())
                .isTrue();
        JsonNode places = json(ali.get("/api/unsafe-places?datasets=" + dataset(wave)));
        assertThat(places.get("numberMatched").asInt()).isEqualTo(2);
        assertThat(places.toString()).contains("\"dark\":true", "\"reasons\":[\"dark\",\"people\"]");
        assertThat(json(ali.get("/api/incidents")).get("numberMatched").asInt())
                .as("never added to crime")
                .isZero();

        closeIt(wave);
        assertThat(json(public_.get(wave.form())).get("phase").asString()).isEqualTo("closed");
        HttpResponse<String> late = put(public_, wave, "key-of-mark-00003", mark(13.0, 58.0, false));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).get("code").asString()).isEqualTo("survey.closed");
        assertThat(public_.get(wave.form() + "/base/0/0/0.mvt").statusCode()).isEqualTo(404);
    }

    @Test
    void one_person_is_counted_once_a_place_however_often_they_press() {
        Wave wave = opened();
        for (int i = 0; i < 5; i++) {
            put(public_, wave, "key-of-mark-0000" + i, mark(13.0 + i * 1e-5, 58.0, false));
        }
        put(public_, wave, "key-of-mark-far-1", mark(13.01, 58.0, false));
        put(public_, wave, "key-of-mark-other", mark(13.0, 58.0, false).replace(CITIZEN, "citizen-0000000000000002"));

        JsonNode results = results(wave);
        assertThat(results.get("people").asInt()).isEqualTo(2);
        assertThat(json(karin.get(wave.path(), "If-None-Match", "\"v2\""))
                        .get("people")
                        .asInt())
                .as("a reader who knows the wave without answers")
                .isEqualTo(2);
        assertThat(results.get("unsafePlaces").asInt()).isEqualTo(3);
        karin.send("POST", wave.path() + "/publish", null);
        assertThat(json(ali.get("/api/unsafe-places?datasets=" + dataset(wave)))
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_mark_sent_again_is_the_same_mark_and_may_be_changed_and_taken_back() {
        Wave wave = opened();
        String key = "key-of-mark-00001";
        assertThat(put(public_, wave, key, mark(13.0, 58.0, false)).statusCode())
                .isEqualTo(201);
        assertThat(put(public_, wave, key, mark(13.0, 58.0, false)).statusCode())
                .isEqualTo(200);
        assertThat(put(public_, wave, key, mark(13.0, 58.0, true)).statusCode()).isEqualTo(200);
        assertThat(results(wave).get("safePlaces").asInt()).isEqualTo(1);
        assertThat(results(wave).get("unsafePlaces").asInt()).isZero();

        String stranger = "{\"respondent\":\"citizen-0000000000000009\"}";
        HttpResponse<String> theirs =
                put(public_, wave, key, mark(13.0, 58.0, false).replace(CITIZEN, "citizen-0000000000000009"));
        assertThat(theirs.statusCode()).isEqualTo(409);
        public_.send("POST", wave.form() + "/marks/" + key + "/remove", stranger, AS_JSON);
        assertThat(results(wave).get("safePlaces").asInt())
                .as("nobody else's to remove")
                .isEqualTo(1);

        HttpResponse<String> gone = public_.send(
                "POST", wave.form() + "/marks/" + key + "/remove", "{\"respondent\":\"" + CITIZEN + "\"}", AS_JSON);
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(results(wave).get("people").asInt()).isZero();
    }

    @Test
    void the_same_mark_sent_many_times_at_once_is_one() throws Exception {
        Wave wave = opened();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> senders = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String key = "key-of-mark-0000" + i % 2;
                senders.add(
                        () -> put(public_, wave, key, mark(13.0, 58.0, false)).statusCode());
            }
            List<Integer> told = new ArrayList<>();
            for (var answer : pool.invokeAll(senders)) {
                told.add(answer.get());
            }
            assertThat(told).containsOnly(200, 201);
            assertThat(told.stream().filter(status -> status == 201)).hasSize(2);
        } finally {
            pool.shutdownNow();
        }
        assertThat(json(karin.get(wave.path())).get("marks").asInt()).isEqualTo(2);
    }

    @Test
    void who_answered_cannot_be_told_from_what_is_kept() {
        Wave one = opened();
        Wave other = opened();
        put(public_, one, "key-of-mark-00001", mark(13.0, 58.0, false));
        put(public_, other, "key-of-mark-00001", mark(13.0, 58.0, false));

        List<Long> people = service.part(JdbcClient.class)
                .sql("select distinct respondent from survey_mark where wave_id in (:one, :other)")
                .param("one", one.id())
                .param("other", other.id())
                .query(Long.class)
                .list();
        assertThat(people).as("the same page in two waves").hasSize(2);
        for (String table : List.of("survey_mark", "survey_reply", "survey_wave", "survey_progress")) {
            String all = service.part(JdbcClient.class)
                    .sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .toString();
            assertThat(all).doesNotContain(CITIZEN, "127.0.0.1", "Java-http-client");
        }
    }

    @Test
    void what_people_write_is_masked_and_seen_by_nobody_until_approved() {
        Wave wave = opened();
        HttpResponse<String> kept = put(
                public_,
                wave,
                "key-of-mark-00001",
                mark(13.0, 58.0, false)
                        .replace("\"words\":\"\"", "\"words\":\"Mörkt. ring Eva Olsson 070-123 45 67\""));
        assertThat(json(kept).get("words").asString()).isEqualTo("Mörkt. ring [namn] [telefon]");
        assertThat(json(kept).get("masked").toString()).contains("name", "phone");
        JsonNode waiting = text(wave, "waiting");
        assertThat(waiting.get("words").asString()).isEqualTo("Mörkt. ring [namn] [telefon]");
        assertThat(approvedNear(13.0, 58.0)).doesNotContain("Mörkt");
        assertThat(ali.get(wave.path() + "/marks.csv").body()).doesNotContain("Mörkt");

        String path = "/api/survey-texts/" + waiting.get("id").asLong();
        assertThat(ali.send("POST", path + "/approve", "{}", AS_JSON).statusCode())
                .isEqualTo(428);
        HttpResponse<String> approved = ali.send(
                "POST",
                path + "/approve",
                "{\"words\":\"=Mörkt. Ring 0701234567\"}",
                "Content-Type",
                "application/json",
                "If-Match",
                "\"v1\"");
        assertThat(json(approved).get("words").asString()).isEqualTo("=Mörkt. Ring [telefon]");
        assertThat(karin.send("POST", path + "/reject", null, "If-Match", "\"v1\"")
                        .statusCode())
                .as("decided meanwhile")
                .isEqualTo(412);
        assertThat(approvedNear(13.0, 58.0)).contains("=Mörkt. Ring [telefon]");
        assertThat(ali.get(wave.path() + "/marks.csv").body()).contains("'=Mörkt. Ring [telefon]");
        assertThat(results(wave).get("unsafePlaces").asInt())
                .as("counts do not wait")
                .isEqualTo(1);

        assertThat(karin.send("POST", path + "/reopen", null, "If-Match", "\"v2\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(karin.send("POST", path + "/reject", null, "If-Match", "\"v3\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(approvedNear(13.0, 58.0)).doesNotContain("Mörkt");
        assertThat(results(wave).get("unsafePlaces").asInt()).isEqualTo(1);
    }

    @Test
    void changed_words_wait_anew() {
        Wave wave = opened();
        String said = mark(13.5, 58.0, false).replace("\"words\":\"\"", "\"words\":\"Fint här\"");
        put(public_, wave, "key-of-mark-00001", said);
        String path = "/api/survey-texts/" + text(wave, "waiting").get("id").asLong();
        ali.send("POST", path + "/approve", null, "If-Match", "\"v1\"");
        put(public_, wave, "key-of-mark-00001", said.replace("Fint här", "Något helt annat"));

        assertThat(approvedNear(13.5, 58.0)).doesNotContain("Fint här", "Något helt annat");
        assertThat(text(wave, "waiting").get("words").asString()).isEqualTo("Något helt annat");
    }

    @Test
    void few_people_are_not_told_to_those_who_may_not_see_single_marks() {
        Wave wave = opened();
        for (int i = 0; i < 7; i++) {
            String who = "citizen-00000000000001" + i;
            String reason = i < 6 ? "[\"dark\"]" : "[\"people\"]";
            put(
                    public_,
                    wave,
                    "key-of-mark-0000" + i,
                    mark(13.0 + i * 0.01, 58.0, false).replace(CITIZEN, who).replace("[\"dark\",\"people\"]", reason));
        }
        JsonNode masked = json(karin.get(wave.path() + "/results"));
        assertThat(masked.get("people").asInt()).isEqualTo(7);
        assertThat(masked.get("least").asInt()).isEqualTo(5);
        assertThat(masked.get("reasons").toString())
                .as("one is too few, and six would tell it")
                .contains("{\"code\":\"people\",\"people\":null}", "{\"code\":\"dark\",\"people\":null}");
        assertThat(results(wave).get("reasons").toString()).contains("{\"code\":\"dark\",\"people\":6}");
        assertThat(karin.get(wave.path() + "/results.csv").body()).contains("reason,people,\r\n");
        assertThat(karin.get(wave.path() + "/marks.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void own_questions_are_answered_once_a_person() {
        Wave wave = opened();
        for (int answer = 1; answer <= 3; answer++) {
            assertThat(reply(wave, "{\"respondent\":\"" + CITIZEN + "\",\"answers\":{\"q1\":" + answer + ",\"q2\":0}}"))
                    .isEqualTo(204);
        }
        JsonNode own = results(wave).get("own");
        assertThat(own.at("/0/answers").toString())
                .contains("{\"code\":\"3\",\"people\":1}", "{\"code\":\"1\",\"people\":0}");
        assertThat(own.at("/1/answers/0/code").asString()).isEqualTo("Kvinna");
        assertThat(results(wave).get("people").asInt()).isEqualTo(1);
        assertThat(reply(wave, "{\"respondent\":\"" + CITIZEN + "\",\"answers\":{\"q1\":7}}"))
                .isEqualTo(400);
        assertThat(reply(wave, "{\"respondent\":\"" + CITIZEN + "\",\"answers\":{\"nix\":1}}"))
                .isEqualTo(400);
    }

    @Test
    void what_has_been_asked_stays_as_it_was_asked() {
        Wave wave = opened();
        String now = karin.get(wave.path()).body();
        JsonNode told = json(karin.get(wave.path()));
        String tag = "\"v" + told.get("version").asLong() + "\"";

        HttpResponse<String> mended =
                change(wave, tag, body(wave.slug()).replace("Var känns det", "Var tycker du det är"));
        assertThat(mended.statusCode()).as(mended.body()).isEqualTo(200);
        HttpResponse<String> other =
                change(wave, header(mended), body(wave.slug()).replace("\"dark\",", ""));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).at("/errors/0/field").asString()).isEqualTo("questions");
        assertThat(change(wave, header(mended), body("annan-" + wave.slug())).statusCode())
                .isEqualTo(422);
        assertThat(karin.send("DELETE", wave.path(), null, "If-Match", header(mended))
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> stale = change(wave, tag, body(wave.slug()));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/introduction").asString()).startsWith("Var tycker du");
        assertThat(json(stale).at("/yours/introduction").asString()).startsWith("Var känns");
        assertThat(change(wave, null, body(wave.slug())).statusCode()).isEqualTo(428);
        assertThat(now).contains("\"phase\":\"open\"");
    }

    @Test
    void a_draft_can_be_removed_and_an_address_is_used_once() {
        Wave wave = draft();
        assertThat(karin.send("POST", "/api/survey-waves", body(wave.slug()), AS_JSON)
                        .statusCode())
                .isEqualTo(409);
        assertThat(karin.send("DELETE", wave.path(), null, "If-Match", "\"v1\"").statusCode())
                .isEqualTo(204);
        assertThat(karin.get(wave.path()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_poster_gets_the_address_and_its_code() {
        Wave wave = draft();

        JsonNode link = json(karin.get(wave.path() + "/link"));

        assertThat(link.get("address").asString()).startsWith("http").endsWith("/survey/" + wave.slug());
        assertThat(link.get("qr").size()).isGreaterThanOrEqualTo(21);
        assertThat(link.get("qr").get(0).asString())
                .startsWith("1111111")
                .hasSize(link.get("qr").size());
        assertThat(karin.get("/api/survey-waves/999999/link").statusCode()).isEqualTo(404);
    }

    @Test
    void answers_are_taken_only_within_the_period() {
        LocalDate today = LocalDate.now();
        Wave early = draft(body("tidig-" + NUMBER.incrementAndGet())
                .replace("\"opensOn\":\"" + today.minusDays(1), "\"opensOn\":\"" + today.plusDays(3)));
        openIt(early);
        assertThat(json(public_.get(early.form())).get("phase").asString()).isEqualTo("early");
        assertThat(put(public_, early, "key-of-mark-00001", mark(13.0, 58.0, false))
                        .statusCode())
                .isEqualTo(409);
        Wave over = draft(body("sen-" + NUMBER.incrementAndGet())
                .replace("\"closesOn\":\"" + today.plusDays(30), "\"closesOn\":\"" + today.minusDays(1)));
        assertThat(karin.send("POST", over.path() + "/open", null, "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void marks_taken_back_from_the_map_stay_away_and_answers_stay_kept() {
        Wave wave = opened();
        put(public_, wave, "key-of-mark-00001", mark(13.0, 58.0, false));
        karin.send("POST", wave.path() + "/publish", null);
        assertThat(ali.send("DELETE", "/api/datasets/" + dataset(wave), null).statusCode())
                .isEqualTo(204);
        put(public_, wave, "key-of-mark-00002", mark(13.1, 58.0, false));
        assertThat(json(karin.send("POST", wave.path() + "/publish", null))
                        .get("onMap")
                        .asBoolean())
                .isFalse();
        assertThat(ali.get("/api/unsafe-places").body()).doesNotContain("\"datasetId\":" + dataset(wave) + "}");
        assertThat(json(karin.get(wave.path())).get("marks").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"lon\":13.0|\"lon\":null|400|lon",
                "\"lon\":13.0|\"lon\":1e999|400|lon",
                "\"lon\":13.0|\"lon\":\"NaN\"|400|lon",
                "\"lat\":58.0|\"lat\":91|400|lat",
                "\"lat\":58.0|\"lat\":10.0|422|lon",
                "\"safe\":false|\"safe\":null|400|safe",
                "\"safe\":false|\"safe\":\"kanske\"|400|body",
                "\"time\":\"dark\"|\"time\":\"noon\"|422|time",
                "\"severity\":2|\"severity\":4|422|severity",
                "\"severity\":2|\"severity\":-1|422|severity",
                "[\"dark\",\"people\"]|[\"tunnel\"]|422|reasons",
                "[\"dark\",\"people\"]|[null]|422|reasons",
                "[\"dark\",\"people\"]|{}|400|body",
                "\"words\":\"\"|\"words\":\"a\\u0000b\"|422|words",
                "\"words\":\"\"|\"words\":\"\\ud800\"|422|words",
                "\"website\":\"\"|\"website\":\"http://x\"|422|seconds",
                "\"seconds\":30|\"seconds\":0.4|422|seconds",
                "\"seconds\":30|\"seconds\":null|422|seconds",
                "citizen-0000000000000001|kort|400|respondent",
                "\"severity\":2|\"severity\":2,\"ip\":\"1.2.3.4\"|400|body"
            })
    void a_bad_mark_is_refused_with_field_reason_and_remedy(String good, String bad, int status, String field) {
        Wave wave = hostile();
        HttpResponse<String> refused =
                put(public_, wave, "key-of-mark-00001", mark(13.0, 58.0, false).replace(good, bad));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        JsonNode error = json(refused).at("/errors/0");
        if (!field.equals("lon") || status != 400) {
            assertThat(error.get("field").asString()).isEqualTo(field);
        }
        assertThat(error.get("reason").asString())
                .doesNotContain("survey.", "wave.")
                .isNotBlank();
        assertThat(error.get("remedy").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "\"x\"", "{\"lon\":{\"lon\":[[[[[[]]]]]]}}", "\u0000"})
    void hostile_json_is_refused(String body) {
        Wave wave = hostile();
        assertThat(put(public_, wave, "key-of-mark-00001", body).statusCode()).isEqualTo(400);
        assertThat(put(public_, wave, "kort", mark(13, 58, false)).statusCode()).isEqualTo(400);
        assertThat(reply(wave, body)).isEqualTo(400);
        assertThat(karin.send("POST", "/api/survey-waves", body, AS_JSON).statusCode())
                .isBetween(400, 499);
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        Wave wave = hostile();
        String long_ = "{\"words\":\"" + "x".repeat(20_000) + "\"}";
        assertThat(put(public_, wave, "key-of-mark-00001", long_).statusCode()).isEqualTo(413);
        String nested = "[".repeat(8_000);
        assertThat(put(public_, wave, "key-of-mark-00001", nested).statusCode()).isEqualTo(400);
    }

    @Test
    void an_answer_from_another_site_is_refused() {
        Wave wave = hostile();
        assertThat(public_.send(
                                "PUT",
                                wave.form() + "/marks/key-of-mark-00001",
                                mark(13.0, 58.0, false),
                                "Content-Type",
                                "application/json",
                                "Origin",
                                "https://example.com")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_wave_with_faults_is_told_all_of_them() {
        HttpResponse<String> refused = karin.send(
                "POST",
                "/api/survey-waves",
                body("X y")
                        .replace("\"Kommunen\"", "\"\"")
                        .replace("\"retentionMonths\":24", "\"retentionMonths\":0")
                        .replace("\"dark\"", "\"dragons\""),
                AS_JSON);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("errors").findValuesAsString("field"))
                .contains("slug", "owner", "retentionMonths", "questions.reasons");
    }

    @Test
    void only_the_municipality_works_with_waves() {
        for (String role : List.of("est-member", "planner", "steering", "admin")) {
            Visitor other = service.as(role);
            assertThat(other.get("/api/survey-waves").statusCode()).as(role).isEqualTo(403);
            assertThat(other.get("/api/survey-texts").statusCode()).as(role).isEqualTo(403);
        }
        assertThat(public_.get("/api/survey-waves").statusCode()).isEqualTo(401);
        assertThat(public_.get("/api/survey-texts/approved?bbox=1,2,3,4").statusCode())
                .isEqualTo(401);
        assertThat(public_.get("/survey/finns-inte", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    private Wave hostileWave;

    private Wave hostile() {
        if (hostileWave == null) {
            hostileWave = opened();
        }
        return hostileWave;
    }

    private record Wave(long id, String slug) {
        String path() {
            return "/api/survey-waves/" + id;
        }

        String form() {
            return "/api/surveys/" + slug;
        }
    }

    private Wave opened() {
        Wave wave = draft();
        openIt(wave);
        return wave;
    }

    private void openIt(Wave wave) {
        HttpResponse<String> answer = karin.send("POST", wave.path() + "/open", null, "If-Match", "\"v1\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void closeIt(Wave wave) {
        String tag = "\"v" + json(karin.get(wave.path())).get("version").asLong() + "\"";
        HttpResponse<String> answer = karin.send("POST", wave.path() + "/close", null, "If-Match", tag);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Wave draft() {
        return draft(body("trygghet-" + NUMBER.incrementAndGet()));
    }

    private Wave draft(String body) {
        HttpResponse<String> made = karin.send("POST", "/api/survey-waves", body, AS_JSON);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return new Wave(json(made).get("id").asLong(), json(made).get("slug").asString());
    }

    private static String body(String slug) {
        LocalDate today = LocalDate.now();
        return """
                {"slug":"%s","title":"Trygghet %s","introduction":"Var känns det otryggt?","afterwards":"Vi ser över ljuset.",
                "contact":"trygghet@kommunen.se","owner":"Kommunen","opensOn":"%s","closesOn":"%s","retentionMonths":24,
                "questions":{"reasons":["dark","people","vegetation"],"timeOfDay":true,"severity":true,"words":true,
                "own":[{"id":"q1","kind":"scale","text":"Hur trygg är du?","choices":[],"choicesEn":[]},
                {"id":"q2","kind":"choice","text":"Kön?","choices":["Kvinna","Man","Annat"],"choicesEn":[]}]}}""".formatted(slug, slug, today.minusDays(1), today.plusDays(30));
    }

    private static String mark(double lon, double lat, boolean safe) {
        return ("{\"respondent\":\"%s\",\"lon\":%s,\"lat\":%s,\"safe\":%s,\"reasons\":[\"dark\",\"people\"],\"time\":\"dark\","
                        + "\"severity\":2,\"words\":\"\",\"website\":\"\",\"seconds\":30}")
                .formatted(CITIZEN, lon, lat, safe);
    }

    private static HttpResponse<String> put(Visitor who, Wave wave, String key, String body) {
        return who.send("PUT", wave.form() + "/marks/" + key, body, AS_JSON);
    }

    private int reply(Wave wave, String body) {
        return public_.send("PUT", wave.form() + "/answers", body, AS_JSON).statusCode();
    }

    private HttpResponse<String> change(Wave wave, String tag, String body) {
        return tag == null
                ? karin.send("PUT", wave.path(), body, AS_JSON)
                : karin.send("PUT", wave.path(), body, "Content-Type", "application/json", "If-Match", tag);
    }

    private JsonNode results(Wave wave) {
        return json(ali.get(wave.path() + "/results"));
    }

    private long dataset(Wave wave) {
        return json(karin.get(wave.path())).get("datasetId").asLong();
    }

    private JsonNode text(Wave wave, String state) {
        for (JsonNode text :
                json(karin.get("/api/survey-texts?limit=500&state=" + state)).get("texts")) {
            if (text.at("/wave/id").asLong() == wave.id()) {
                return text;
            }
        }
        throw new AssertionError("no text is " + state);
    }

    private String approvedNear(double lon, double lat) {
        return service.as("est-member")
                .get("/api/survey-texts/approved?bbox=" + (lon - 0.01) + "," + (lat - 0.01) + "," + (lon + 0.01) + ","
                        + (lat + 0.01))
                .body();
    }

    private static String header(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
