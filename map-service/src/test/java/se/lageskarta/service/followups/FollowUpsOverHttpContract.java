package se.lageskarta.service.followups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.demo.LoadDemoTown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those who follow measures up can rely on, on either database, in the invented town. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FollowUpsOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] AS_JSON = {"Content-Type", "application/json"};
    private static final String WORDS = "{\"implementation\":\"Ronderna gick som planerat. Ring 070-123 45 67\","
            + "\"process\":\"210 ronder\",\"sideEffects\":\"\",\"lesson\":\"Börja tidigare\"}";

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor eva;
    private Visitor steering;
    private long guards;
    private long hosts;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() throws IOException {
        service = start(folder);
        service.part(LoadDemoTown.class).whenEmpty();
        eva = service.as("est-member");
        steering = service.as("steering");
        guards = measure("Riktad väktarrond nattetid");
        hosts = measure("Trygghetsvärdar kvällstid i Norrgårdens centrum");
        withdrawTheTownsOwn();
    }

    /** Each test begins where nobody has followed anything up. */
    private void withdrawTheTownsOwn() {
        for (JsonNode frozen : json(eva.get("/api/follow-ups")).get("followUps")) {
            String address = "/api/follow-ups/" + frozen.get("id").asLong();
            assertThat(eva.send("DELETE", address, null, "If-Match", "\"v1\"").statusCode())
                    .isEqualTo(204);
        }
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void where_the_town_was_made_to_calm_down_a_sure_fall_is_found_with_its_interval() {
        JsonNode found = json(eva.get(followUp(guards)));
        assertThat(found.at("/verdict/code").asString()).as(found.toString()).isEqualTo("decrease");
        assertThat(found.at("/verdict/sv").asString()).matches("troligen \\d+–\\d+ % färre");
        assertThat(found.get("estimates")).hasSize(3);
        assertThat(found.at("/estimates/1/low").asDouble()).isGreaterThan(1);
        assertThat(found.get("around")).as("three widths").hasSize(3);
        assertThat(found.at("/windows/leftOut/0").asString()).isEqualTo("2025-09");
        assertThat(found.at("/windows/before")).hasSize(12);
        assertThat(found.at("/windows/after")).hasSize(12);
        assertThat(found.get("comparison")).isNotEmpty();
        assertThat(found.at("/parameters/chosenBy").asString()).isEqualTo("automatic");
        assertThat(found.get("invented").asBoolean()).isTrue();
        assertThat(found.at("/survey/status").asString()).as("one wave only").isEqualTo("none");
        int after = 0;
        for (JsonNode month : found.get("months")) {
            after += month.get("window").asString().equals("after")
                    ? month.get("target").asInt()
                    : 0;
        }
        assertThat(after)
                .as("the months add up")
                .isEqualTo(found.at("/target/after").asInt());
    }

    @Test
    void where_it_was_made_to_go_on_there_is_no_sure_change_and_nobody_calls_it_an_effect() {
        HttpResponse<String> answer = eva.get(followUp(hosts));
        JsonNode found = json(answer);
        assertThat(found.at("/verdict/sv").asString()).isEqualTo("ingen säker förändring");
        assertThat(found.at("/estimates/1/low").asDouble()).isLessThan(1);
        assertThat(found.at("/estimates/1/high").asDouble()).isGreaterThan(1);
        assertThat(found.at("/verdict/sentenceSv").asString()).doesNotContain("effekt");
    }

    @Test
    void the_same_question_has_the_same_answer_to_the_last_digit() {
        assertThat(eva.get(followUp(guards)).body())
                .isEqualTo(eva.get(followUp(guards)).body());
    }

    @Test
    void places_to_compare_with_come_with_reasons_and_a_person_may_choose_several_or_none() {
        JsonNode areas = json(eva.get("/api/measures/" + guards + "/comparison-areas"));
        assertThat(areas.get("goodEnough").asBoolean()).isTrue();
        List<String> usable = new ArrayList<>();
        String unfit = "";
        for (JsonNode area : areas.get("areas")) {
            assertThat(area.get("reasons")).hasSizeGreaterThan(3);
            if (area.get("grade").asString().equals("unfit")) {
                unfit = area.get("id").asString();
            } else {
                usable.add(area.get("id").asString());
            }
        }
        JsonNode chosen = json(eva.get(followUp(guards) + "?comparison=" + usable.get(0) + "," + usable.get(1)));
        assertThat(chosen.at("/parameters/chosenBy").asString()).isEqualTo("people");
        assertThat(chosen.get("comparison")).hasSize(2);
        JsonNode none = json(eva.get(followUp(guards) + "?comparison=none"));
        assertThat(none.at("/verdict/code").asString()).isEqualTo("not-compared");
        assertThat(none.get("estimates")).isEmpty();
        assertThat(unfit).isNotEmpty();
        HttpResponse<String> refused = eva.get(followUp(guards) + "?comparison=" + unfit);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"comparison\"", "Området kan inte användas");
    }

    @ParameterizedTest
    @CsvSource({
        "Cykelställ med ramlåsning,?months=12,months,2027-09",
        "Gallra buskar vid Skogsstigen,,months,tidigast",
        "Riktad väktarrond nattetid,?years=3,years,Data börjar 2024-01",
        "Städrond varje morgon,,doneOn,inte klar",
        "'Riktad väktarrond nattetid','?widths=100,50,200',widths,tre stigande",
        "Riktad väktarrond nattetid,?comparison=hotspot:nowhere,comparison,finns inte bland förslagen",
        "Riktad väktarrond nattetid,?datasets=99999,datasets,99999",
        "Riktad väktarrond nattetid,?months=37,months,36",
        "Riktad väktarrond nattetid,?colour=red,colour,red"
    })
    void what_cannot_be_followed_up_is_said_at_the_field_with_the_remedy(
            String title, String query, String field, String said) {
        HttpResponse<String> refused = eva.get(followUp(measure(title)) + (query == null ? "" : query));
        assertThat(refused.statusCode()).as(refused.body()).isIn(400, 422);
        assertThat(json(refused).at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(refused.body()).contains(said);
        assertThat(json(refused).at("/errors/0/remedy").asString()).isNotBlank();
    }

    @Test
    void a_few_months_are_enough_to_look_at_when_nobody_asks_for_twelve() {
        JsonNode found = json(eva.get(followUp(measure("Cykelställ med ramlåsning"))));
        assertThat(found.at("/parameters/months").asInt()).isEqualTo(2);
        assertThat(found.get("notes").toString()).contains("\"short\"", "2027-09");
    }

    @Test
    void a_frozen_follow_up_keeps_its_numbers_while_its_words_are_changed_by_one_writer_at_a_time() {
        JsonNode looked = json(eva.get(followUp(guards)));
        HttpResponse<String> frozen = eva.send(
                "POST",
                followUp(guards),
                WORDS.replace("{", "{\"dataHash\":\"" + looked.get("dataHash").asString() + "\","),
                AS_JSON);
        assertThat(frozen.statusCode()).as(frozen.body()).isEqualTo(201);
        assertThat(json(frozen).get("result")).isEqualTo(looked);
        assertThat(json(frozen).at("/told/implementation").asString()).endsWith("[telefon]");
        String place = "/api/follow-ups/" + json(frozen).get("id").asLong();
        String changed = WORDS.replace("210 ronder", "208 ronder");
        assertThat(eva.send("PUT", place, changed, AS_JSON).statusCode()).isEqualTo(428);
        HttpResponse<String> retold =
                eva.send("PUT", place, changed, "Content-Type", "application/json", "If-Match", "\"v1\"");
        assertThat(retold.statusCode()).as(retold.body()).isEqualTo(200);
        assertThat(json(retold).get("result")).isEqualTo(looked);
        HttpResponse<String> stale =
                eva.send("PUT", place, WORDS, "Content-Type", "application/json", "If-Match", "\"v1\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/state/told/process").asString()).isEqualTo("208 ronder");
        assertThat(json(eva.get(place)).get("result")).isEqualTo(looked);
        assertThat(eva.get("/api/follow-ups?measure=" + guards).body()).contains("Börja tidigare");

        for (String form : List.of("pdf", "docx", "html")) {
            assertThat(eva.getBytes(place + "/paper." + form).statusCode())
                    .as(form)
                    .isEqualTo(200);
        }
        assertThat(eva.get(place + "/paper.html?language=sv").body())
                .containsIgnoringCase("troligen")
                .contains("208 ronder", "Påhitta", "data:image/png;base64,", "målområdet")
                .doesNotContain("070-123");
        assertThat(eva.get(place + "/paper.html?language=en").body()).containsIgnoringCase("probably");
        assertThat(eva.get(place + "/paper.exe").statusCode()).isEqualTo(404);

        JsonNode learnt = json(eva.get("/api/learning"));
        assertThat(learnt.at("/kinds/0/code").asString()).isEqualTo("VAK-2");
        assertThat(learnt.at("/kinds/0/effect").isNull())
                .as("one is too few to pool")
                .isTrue();
        assertThat(learnt.at("/kinds/0/followUps/0/measureId").asLong()).isEqualTo(guards);
        assertThat(eva.send("DELETE", place, null, "If-Match", "\"v2\"").statusCode())
                .isEqualTo(204);
        assertThat(eva.get(place).statusCode()).isEqualTo(404);
        assertThat(json(eva.get("/api/learning")).get("kinds")).isEmpty();
    }

    @Test
    void numbers_that_changed_since_they_were_looked_at_are_not_frozen_and_words_must_be_there() {
        HttpResponse<String> other =
                eva.send("POST", followUp(hosts), WORDS.replace("{", "{\"dataHash\":\"abc\","), AS_JSON);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).at("/current/dataHash").asString()).hasSizeGreaterThan(30);
        HttpResponse<String> wordless = eva.send("POST", followUp(hosts), "{}", AS_JSON);
        assertThat(wordless.statusCode()).isEqualTo(422);
        assertThat(json(wordless).at("/errors/0/field").asString()).isEqualTo("implementation");
        assertThat(eva.send("POST", followUp(hosts), "{\"implementation\":1", AS_JSON)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void measures_that_wait_for_a_follow_up_are_listed_the_longest_waiting_first() {
        JsonNode due = json(eva.get("/api/follow-ups/due?months=12"));
        assertThat(due.at("/measures/0/measureId").asLong()).isEqualTo(hosts);
        assertThat(due.at("/measures/0/due").asBoolean()).isTrue();
        assertThat(due.at("/measures/1/due").asBoolean()).isFalse();
        assertThat(due.at("/measures/1/earliest").asString()).isEqualTo("2027-09");
    }

    @Test
    void the_steering_group_sees_the_verdict_but_no_small_counts_and_cannot_tune_its_way_to_them() {
        JsonNode found = json(steering.get(followUp(guards)));
        assertThat(found.get("masked").asBoolean()).isTrue();
        assertThat(found.at("/verdict/code").asString()).isEqualTo("decrease");
        assertThat(found.get("months")).isEmpty();
        assertThat(found.get("around").size()).isLessThanOrEqualTo(1);
        for (JsonNode area : List.of(found.get("target"), found.get("compared"))) {
            for (String when : List.of("before", "after")) {
                JsonNode count = area.get(when);
                assertThat(count.isNull() || count.asInt() == 0 || count.asInt() >= 5)
                        .isTrue();
            }
        }
        assertThat(steering.get(followUp(guards) + "?reach=10").statusCode()).isEqualTo(403);
        assertThat(steering.get("/api/measures/" + guards + "/comparison-areas").statusCode())
                .isEqualTo(403);
        assertThat(steering.send("POST", followUp(guards), WORDS, AS_JSON).statusCode())
                .isEqualTo(403);
        assertThat(service.as("planner").get(followUp(guards)).statusCode()).isEqualTo(403);
    }

    private static String followUp(long id) {
        return "/api/measures/" + id + "/follow-up";
    }

    private long measure(String title) {
        for (JsonNode feature : json(eva.get("/api/measures")).get("features")) {
            if (feature.at("/properties/title").asString().equals(title)) {
                return feature.get("id").asLong();
            }
        }
        throw new AssertionError("no measure is called " + title);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
