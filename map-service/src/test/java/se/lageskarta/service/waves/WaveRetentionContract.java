package se.lageskarta.service.waves;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.settings.SurveySettings;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.UnsafePlaceFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a wave may be answered, and what is left of its answers when the time it stated is over; on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WaveRetentionContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] AS_JSON = {"Content-Type", "application/json"};
    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[13.0,58.0],[13.02,58.0],[13.02,58.01],[13.0,58.01],[13.0,58.0]]]}";

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor karin;
    private Visitor ali;
    private Visitor citizens;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        karin = service.as("communicator");
        ali = service.as("est-coordinator");
        citizens = service.stranger();
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void single_answers_go_when_the_stated_time_is_over_and_what_was_counted_stays() {
        JsonNode wave = opened("gallras", "\"retentionDecision\":\"KS 2026/17\"");
        answer(wave, "citizen-0000000000000001", "key-of-mark-00001", 13.0, "Mörkt vid bänken");
        answer(wave, "citizen-0000000000000001", "key-of-mark-00002", 13.0001, "Fortfarande mörkt");
        answer(wave, "citizen-0000000000000001", "key-of-mark-00003", 13.2, "");
        answer(wave, "citizen-0000000000000002", "key-of-mark-00004", 13.0, "");
        reply(wave, "citizen-0000000000000003");
        ali.send("POST", at(wave) + "/publish", null);
        JsonNode before = json(ali.get(at(wave) + "/results"));
        assertThat(before.get("people").asInt()).isEqualTo(3);

        erasing("", Clock.systemUTC()).erase();
        assertThat(isErased(wave)).as("the time is not over").isFalse();
        erasing("", later()).erase();
        assertThat(isErased(wave)).isTrue();

        JsonNode after = json(ali.get(at(wave) + "/results"));
        for (String counted :
                List.of("people", "peopleUnsafe", "unsafePlaces", "safePlaces", "reasons", "times", "own", "days")) {
            assertThat(after.get(counted)).as(counted).isEqualTo(before.get(counted));
        }
        assertThat(after.get("words").asInt()).isZero();
        String rows = rows("survey_mark") + rows("survey_reply");
        assertThat(rows).doesNotContain("bänken", "mörkt", "key-of-mark");
        assertThat(ali.get("/api/survey-texts?state=waiting").body()).doesNotContain("bänken");
        assertThat(ali.get(at(wave) + "/marks.csv").body().lines()).hasSize(4);
        assertThat(erasing("", later()).erase()).as("once").isZero();
    }

    @Test
    void nobodys_places_can_be_linked_across_the_town_or_to_a_phone_afterwards() {
        JsonNode wave = opened("olankade", "\"retentionDecision\":\"KS 2026/17\"");
        answer(wave, "citizen-0000000000000001", "key-of-mark-00001", 13.0, "");
        answer(wave, "citizen-0000000000000001", "key-of-mark-00003", 13.2, "");
        long who = number("select min(respondent) from survey_mark where wave_id = " + id(wave));
        ali.send("POST", at(wave) + "/publish", null);
        assertThat(numbersOnMap(wave)).containsExactly(who);
        String salt = text("select salt from survey_wave where id = " + id(wave));

        erasing("", later()).erase();

        assertThat(numbersOnMap(wave)).hasSize(2).doesNotContain(who);
        assertThat(rows("survey_mark")).doesNotContain("" + who);
        assertThat(text("select salt from survey_wave where id = " + id(wave))).isNotEqualTo(salt);
        assertThat(number("select count(distinct marked_on) from survey_mark where wave_id = " + id(wave)))
                .isEqualTo(1);
    }

    @Test
    void nothing_is_erased_without_a_decision_and_the_installations_own_is_one() {
        JsonNode wave = opened("utan-beslut", "\"retentionDecision\":\"\"");
        answer(wave, "citizen-0000000000000001", "key-of-mark-00001", 13.0, "Mörkt");
        assertThat(json(citizens.get("/api/surveys/utan-beslut")).get("erased").asBoolean())
                .as("the page promises nothing that is not decided")
                .isFalse();
        assertThat(json(karin.get(at(wave))).get("decision").asString()).isEmpty();

        erasing("", later()).erase();
        assertThat(isErased(wave)).isFalse();
        erasing("KS 2026/99", later()).erase();

        JsonNode told = json(karin.get(at(wave)));
        assertThat(told.get("decision").asString()).isEqualTo("KS 2026/99");
        assertThat(told.get("erasedAt").asString()).isNotBlank();
        assertThat(told.get("people").asInt()).isEqualTo(1);
        assertThat(told.get("phase").asString()).isEqualTo("closed");
    }

    @Test
    void a_wave_whose_answers_are_gone_takes_no_more_and_a_promise_is_not_stretched() {
        JsonNode wave = opened("lovat", "\"retentionDecision\":\"KS 2026/17\"");
        JsonNode form = json(citizens.get("/api/surveys/lovat"));
        assertThat(form.get("erased").asBoolean()).isTrue();
        assertThat(form.get("keptUntil").asString())
                .isEqualTo(LocalDate.now().plusDays(30).plusMonths(24).toString());
        HttpResponse<String> longer = change(
                wave, body("lovat", "\"retentionDecision\":\"KS 2026/17\"").replace(":24", ":36"));
        assertThat(longer.statusCode()).isEqualTo(422);
        assertThat(longer.body()).contains("retentionMonths", "24 månader eller färre");
        assertThat(change(
                                wave,
                                body("lovat", "\"retentionDecision\":\"KS 2026/17\"")
                                        .replace(":24", ":12"))
                        .statusCode())
                .isEqualTo(200);

        erasing("", later()).erase();

        String tag = "\"v" + json(karin.get(at(wave))).get("version").asLong() + "\"";
        HttpResponse<String> again = karin.send("POST", at(wave) + "/open", null, "If-Match", tag);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("gallrade");
        assertThat(answer(wave, "citizen-0000000000000001", "key-of-mark-00009", 13.0, "")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void answers_that_came_by_file_lose_their_people_too() {
        JsonNode wave = opened("med-fil", "\"retentionDecision\":\"KS 2026/17\"");
        Datasets datasets = service.part(Datasets.class);
        long dataset = json(karin.get(at(wave))).get("datasetId").asLong();
        var imports = service.part(se.lageskarta.service.storage.Imports.class);
        var run = imports.start(dataset, "svar.csv", "ali");
        service.part(UnsafePlaceFacts.class)
                .add(
                        run.id(),
                        datasets.find(dataset).orElseThrow().crs(),
                        List.of(fromFile(1, 400_000), fromFile(2, 400_010), fromFile(3, 420_000)));
        imports.complete(run.id(), new se.lageskarta.service.storage.ImportCounts(3, 3, 0, 0, 0), "{}", List.of());
        assertThat(numbersOnMap(wave)).containsExactly(4711L);

        erasing("", later()).erase();

        assertThat(numbersOnMap(wave)).as("one a neighbourhood").hasSize(2).doesNotContain(4711L);
        assertThat(json(ali.get(at(wave) + "/results")).get("fromFiles").asInt())
                .isPositive();
    }

    @Test
    void a_mark_outside_the_waves_area_is_refused_in_words_that_help() {
        JsonNode wave = opened("omrade", "\"areaName\":\"Centrum\",\"area\":" + SQUARE);
        JsonNode form = json(citizens.get("/api/surveys/omrade"));
        assertThat(form.get("areaName").asString()).isEqualTo("Centrum");
        assertThat(form.at("/area/type").asString()).isEqualTo("Polygon");
        assertThat(form.get("bounds").get(0).asDouble()).isEqualTo(13.0);

        assertThat(answer(wave, "citizen-0000000000000001", "key-of-mark-00001", 13.01, "")
                        .statusCode())
                .isEqualTo(201);
        assertThat(answer(wave, "citizen-0000000000000001", "key-of-mark-00002", 13.0205, "")
                        .statusCode())
                .as("thirty metres outside: across the street")
                .isEqualTo(201);
        HttpResponse<String> outside = answer(wave, "citizen-0000000000000001", "key-of-mark-00003", 13.03, "");
        assertThat(outside.statusCode()).isEqualTo(422);
        assertThat(outside.body()).contains("Platsen ligger utanför Centrum", "innanför linjen");
        assertThat(json(karin.get(at(wave))).get("areaName").asString()).isEqualTo("Centrum");
    }

    @Test
    void an_area_in_another_country_is_refused_and_no_districts_are_an_empty_list() {
        String there = SQUARE.replace("[13.", "[53.");
        HttpResponse<String> refused =
                karin.send("POST", "/api/survey-waves", body("annanstans", "\"area\":" + there), AS_JSON);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("utanför kommunen");
        assertThat(json(karin.get("/api/survey-areas")).get("areas").size()).isZero();
        assertThat(citizens.get("/api/survey-areas").statusCode()).isEqualTo(401);
    }

    private EraseOldAnswers erasing(String decision, Clock clock) {
        return new EraseOldAnswers(
                service.part(SurveyWaves.class),
                service.part(SurveyMarks.class),
                service.part(WaveResults.class),
                service.part(PublishWave.class),
                service.part(Datasets.class),
                service.part(UnsafePlaceFacts.class),
                service.part(TransactionOperations.class),
                new ErasureDecision(new SurveySettings(120, Duration.ofMinutes(10), Duration.ofMinutes(5), decision)),
                clock);
    }

    private boolean isErased(JsonNode wave) {
        return !json(karin.get(at(wave))).get("erasedAt").isNull();
    }

    private static Clock later() {
        return Clock.offset(Clock.systemUTC(), Duration.ofDays(3 * 365));
    }

    private static UnsafePlace fromFile(long key, double x) {
        return new UnsafePlace(0, 0, key, x, 6_430_000, 0, false, 1, 4711, LocalDate.of(2026, 3, 1), true, Set.of());
    }

    private List<Long> numbersOnMap(JsonNode wave) {
        long dataset = json(karin.get(at(wave))).get("datasetId").asLong();
        return service
                .part(UnsafePlaceFacts.class)
                .visibleOf(service.part(Datasets.class).find(dataset).orElseThrow(), 0)
                .stream()
                .map(UnsafePlace::respondent)
                .distinct()
                .toList();
    }

    private JsonNode opened(String slug, String more) {
        HttpResponse<String> made = karin.send("POST", "/api/survey-waves", body(slug, more), AS_JSON);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode wave = json(made);
        assertThat(karin.send("POST", at(wave) + "/open", null, "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(200);
        return wave;
    }

    private static String body(String slug, String more) {
        LocalDate today = LocalDate.now();
        return """
                {"slug":"%s","title":"Trygghet %s","introduction":"Var?","afterwards":"Vi ser över ljuset.",
                "contact":"trygghet@kommunen.se","owner":"Kommunen","opensOn":"%s","closesOn":"%s","retentionMonths":24,%s,
                "questions":{"reasons":["dark","people"],"timeOfDay":true,"severity":true,"words":true,
                "own":[{"id":"q1","kind":"scale","text":"Hur trygg är du?","choices":[],"choicesEn":[]}]}}""".formatted(slug, slug, today.minusDays(1), today.plusDays(30), more);
    }

    private HttpResponse<String> change(JsonNode wave, String body) {
        String tag = "\"v" + json(karin.get(at(wave))).get("version").asLong() + "\"";
        return karin.send("PUT", at(wave), body, "Content-Type", "application/json", "If-Match", tag);
    }

    private HttpResponse<String> answer(JsonNode wave, String who, String key, double lon, String words) {
        String mark = """
                {"respondent":"%s","lon":%s,"lat":58.005,"safe":false,"reasons":["dark"],"time":"dark","severity":2,
                "words":"%s","website":"","seconds":30}""".formatted(who, lon, words);
        return citizens.send("PUT", "/api/surveys/" + slug(wave) + "/marks/" + key, mark, AS_JSON);
    }

    private void reply(JsonNode wave, String who) {
        String body = "{\"respondent\":\"" + who + "\",\"answers\":{\"q1\":4}}";
        assertThat(citizens.send("PUT", "/api/surveys/" + slug(wave) + "/answers", body, AS_JSON)
                        .statusCode())
                .isEqualTo(204);
    }

    private String rows(String table) {
        return service.part(JdbcClient.class)
                .sql("select * from " + table)
                .query()
                .listOfRows()
                .toString();
    }

    private long number(String sql) {
        return service.part(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private String text(String sql) {
        return service.part(JdbcClient.class).sql(sql).query(String.class).single();
    }

    private static String at(JsonNode wave) {
        return "/api/survey-waves/" + id(wave);
    }

    private static long id(JsonNode wave) {
        return wave.get("id").asLong();
    }

    private static String slug(JsonNode wave) {
        return wave.get("slug").asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
