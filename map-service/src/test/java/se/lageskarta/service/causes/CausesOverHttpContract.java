package se.lageskarta.service.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.paper.PdfCheck;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.StaleEntryException;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.spots.Spots;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those who look for causes can rely on at {@code /api/spots/{id}/cause}, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CausesOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WRITERS = 8;
    private static final int TRIES = 100;
    private static final String CARD = """
            {"problem":{"what":"Cyklar stjäls","where":"Vid stationen","when":"Kvällar","who":"Pendlare"},
            "types":["CYK"],
            "perspectives":{
              "offender":[{"id":"f1","words":"Lätt att sälja vidare","techniques":[14],"causes":[]}],
              "target":[{"id":"f2","words":"Klena lås","techniques":[1],"evidence":"types",
                "causes":[{"id":"f3","words":"Inga ramlåsbara ställ","techniques":[1,13],"causes":[]}]}],
              "place":[]},
            "hypotheses":[
              {"id":"h1","perspective":"place","words":"Det är mörkt","techniques":[7],"verdict":"contradicted",
                "ground":"Tre av tio i mörker","test":"","standard":"dark"},
              {"id":"h2","perspective":"place","words":"Ingen ser ställen","techniques":[5],"verdict":"untested"}],
            "participants":["Kommunen","Polisen"]}""";

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
    void a_spot_without_a_card_has_an_empty_one_that_is_filled_changed_and_remembered() {
        String address = address(spot());
        HttpResponse<String> empty = eva.get(address);
        assertThat(empty.headers().firstValue("ETag")).contains("\"v0\"");
        assertThat(json(empty).at("/version").asLong()).isZero();
        assertThat(json(empty).at("/perspectives/place")).isEmpty();
        assertThat(json(eva.get(address + "/history")).get("states")).isEmpty();

        HttpResponse<String> first = put(address, "\"v0\"", CARD);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag")).contains("\"v1\"");
        assertThat(json(first).get("techniques").toString())
                .as("of factors and of what nothing contradicts")
                .isEqualTo("[1,5,13,14]");
        assertThat(json(first).at("/perspectives/target/0/causes/0/words").asString())
                .isEqualTo("Inga ramlåsbara ställ");
        assertThat(json(first).at("/hypotheses/1/ground").asString()).isEmpty();
        assertThat(json(eva.get(address))).isEqualTo(json(first));
        assertThat(json(eva.get("/api/causes")).get("causes")).contains(json(first));

        HttpResponse<String> second = put(address, "\"v1\"", CARD.replace("Klena lås", "Lås som klipps på en minut"));
        assertThat(second.statusCode()).isEqualTo(200);
        JsonNode states = json(eva.get(address + "/history")).get("states");
        assertThat(states).hasSize(2);
        assertThat(states.at("/0/perspectives/target/0/words").asString()).isEqualTo("Klena lås");
        assertThat(states.at("/1/perspectives/target/0/words").asString()).startsWith("Lås som klipps");
    }

    @Test
    void who_saves_from_an_old_version_gets_the_present_card_and_changes_nothing() {
        String address = address(spot());
        assertThat(send(address, CARD, "If-None-Match", "*").statusCode()).isEqualTo(200);
        HttpResponse<String> again = send(address, CARD, "If-None-Match", "*");
        assertThat(again.statusCode()).isEqualTo(412);
        HttpResponse<String> stale = put(address, "\"v0\"", CARD.replace("Cyklar", "Mopeder"));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/version").asLong()).isEqualTo(1);
        assertThat(json(stale).at("/current/state/problem/what").asString()).isEqualTo("Cyklar stjäls");
        assertThat(json(eva.get(address)).at("/problem/what").asString()).isEqualTo("Cyklar stjäls");
        assertThat(eva.send("PUT", address, CARD, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(428);
        assertThat(put(address(spot()), "\"v3\"", CARD).statusCode())
                .as("a version of a card that nobody has saved")
                .isEqualTo(412);
    }

    @Test
    void personal_data_are_masked_and_nothing_is_refused_for_them() {
        String address = address(spot());
        HttpResponse<String> saved = put(
                address,
                "\"v0\"",
                CARD.replace("Lätt att sälja vidare", "Ring 070-123 45 67")
                        .replace("Tre av tio i mörker", "Sade eva@example.org"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(json(saved).at("/perspectives/offender/0/words").asString()).isEqualTo("Ring [telefon]");
        assertThat(json(saved).at("/hypotheses/0/ground").asString()).isEqualTo("Sade [e-post]");
        assertThat(eva.get(address + "/history").body()).doesNotContain("070-123");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Klena lås\"              | \"\"                 | words-f2",
                "\"id\":\"f3\"              | \"id\":\"f2\"        | id",
                "\"id\":\"f1\"              | \"id\":\"<f1>\"      | id",
                "[1,13],\"causes\":[]       | [1,13],\"causes\":[{\"id\":\"x\",\"words\":\"x\"}] | words-f3",
                "[14]                       | [26]                 | techniques-f1",
                "\"evidence\":\"types\"     | \"evidence\":\"x\"   | evidence-f2",
                "\"contradicted\"           | \"wrong\"            | verdict-h1",
                "\"Tre av tio i mörker\"    | \"\"                 | ground-h1",
                "[\"CYK\"]                  | [\"NIX\"]            | types",
                "\"Kommunen\"               | \"\"                 | participants"
            })
    void what_a_card_cannot_hold_is_said_at_its_field(String written, String instead, String field) {
        String address = address(spot());
        HttpResponse<String> refused = put(address, "\"v0\"", CARD.replace(written, instead));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(json(refused).at("/errors/0/remedy").asString()).isNotBlank();
        assertThat(json(eva.get(address)).at("/version").asLong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":1}", "[]", "{\"types\":[null]}", "{\"hypotheses\":[null]}", "nonsense"})
    void what_is_no_card_is_refused_and_never_a_failure(String body) {
        assertThat(put(address(spot()), "\"v0\"", body).statusCode()).isBetween(400, 422);
    }

    @Test
    void the_paper_of_a_card_tells_each_side_each_verdict_and_its_ground_in_either_language() {
        long spot = spot();
        Spot known = service.part(Spots.class).find(spot).orElseThrow();
        CausePaper papers = service.part(CausePaper.class);
        assertThat(papers.of(known, Texts.SWEDISH).blocks()).hasSize(1);
        put(address(spot), "\"v0\"", CARD);
        PaperForms forms = service.part(PaperForms.class);
        String swedish = new String(forms.html(papers.of(known, Texts.SWEDISH)).bytes(), StandardCharsets.UTF_8);
        assertThat(swedish)
                .contains("Inga ramlåsbara ställ", "Klena lås", "Motsägs", "Tre av tio i mörker", "13 Märk egendom");
        String english = new String(forms.html(papers.of(known, Texts.ENGLISH)).bytes(), StandardCharsets.UTF_8);
        assertThat(english).contains("Contradicted", "13 Identify property", "Bicycle theft");
        byte[] pdf = eva.getBytes(address(spot) + "/paper.pdf?language=sv").body();
        assertThat(PdfCheck.text(pdf)).contains("Inga ramlåsbara ställ", "Motsägs");
        PdfCheck.accessible(pdf);
        assertThat(eva.get(address(spot) + "/paper.html?language=en").body()).contains("13 Identify property");
        assertThat(eva.getBytes(address(spot) + "/paper.docx").statusCode()).isEqualTo(200);
        assertThat(eva.get(address(spot) + "/paper.odt").statusCode()).isEqualTo(404);
        assertThat(eva.get(address(spot) + "/paper.pdf?language=de").statusCode())
                .isEqualTo(400);
        assertThat(service.as("steering").get(address(spot) + "/paper.pdf").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_card_is_for_the_group_alone_and_needs_a_spot() {
        String address = address(spot());
        for (String role : List.of("planner", "communicator", "auditor", "steering")) {
            assertThat(service.as(role).get(address).statusCode()).as(role).isEqualTo(403);
        }
        assertThat(service.stranger().get(address).statusCode()).isEqualTo(401);
        assertThat(eva.get("/api/spots/999999/cause").statusCode()).isEqualTo(404);
        assertThat(eva.get("/api/spots/x/cause").statusCode()).isEqualTo(404);
        assertThat(eva.get(address + "?x=1").statusCode()).isEqualTo(400);
    }

    @Test
    void of_eight_who_save_first_at_once_one_makes_the_card_in_each_of_a_hundred_rounds() throws Exception {
        Causes causes = service.part(Causes.class);
        Spots spots = service.part(Spots.class);
        CauseCard card = JSON.readValue(CARD, CauseCard.class);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int round = 0; round < TRIES; round++) {
                Spot spot = spots.find(spot()).orElseThrow();
                List<Boolean> won = new ArrayList<>();
                for (Future<Boolean> one : writers.invokeAll(IntStream.range(0, WRITERS)
                        .<Callable<Boolean>>mapToObj(writer -> () -> wins(causes, spot, card, writer))
                        .toList())) {
                    won.add(one.get());
                }
                assertThat(won).as("round " + round).containsOnlyOnce(true);
                assertThat(service.part(JdbcClient.class)
                                .sql("select count(*) from register_entry where subject = :subject")
                                .param("subject", spot.subject())
                                .query(Long.class)
                                .single())
                        .as("cards of round " + round)
                        .isEqualTo(1);
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private static boolean wins(Causes causes, Spot spot, CauseCard card, int writer) {
        try {
            Entry<CauseCard> saved = causes.save(spot, ExpectedVersion.of("\"v0\""), card, "writer " + writer);
            return saved.version() == 1;
        } catch (StaleEntryException stale) {
            assertThat(stale.current().version()).isEqualTo(1);
            return false;
        }
    }

    /** A new spot. */
    private long spot() {
        return InventedSpot.in(service, 13.0, 58.0);
    }

    private static String address(long spot) {
        return "/api/spots/" + spot + "/cause";
    }

    private HttpResponse<String> put(String address, String version, String body) {
        return send(address, body, "If-Match", version);
    }

    private HttpResponse<String> send(String address, String body, String header, String value) {
        return eva.send("PUT", address, body, "Content-Type", "application/json", header, value);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
