package se.lageskarta.service.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.evidence.Evidence;
import se.lageskarta.service.photos.PhotoForm;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.web.ExpectedVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a phone and a coordinator can rely on at {@code /api/reports}, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReportsOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor reporter;
    private Visitor coordinator;
    private Visitor member;
    /** Each test has a street of its own, so that reports of one are not near those of another. */
    private double street = 58.0;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        reporter = service.as("reporter");
        coordinator = service.as("est-coordinator");
        member = service.as("est-member");
    }

    @AfterAll
    void close() {
        service.close();
    }

    private double newStreet() {
        street += 0.01;
        return street;
    }

    @Test
    void a_report_is_sent_handled_and_answered() {
        JsonNode sent = sent(reporter, "BEL", "Lampan är trasig", newStreet());
        assertThat(sent.get("state").asString()).isEqualTo("received");
        assertThat(sent.get("id").asLong()).isPositive();

        HttpResponse<String> handled = handle(
                sent,
                decision(sent, "forwarded", "\"forwardedTo\":\"Tekniska\",\"answer\":\"Tekniska byter lampan.\""));
        assertThat(handled.statusCode()).as(handled.body()).isEqualTo(200);

        JsonNode mine = mine(sent.get("id").asLong());
        assertThat(mine.get("state").asString()).isEqualTo("forwarded");
        assertThat(mine.get("answer").asString()).isEqualTo("Tekniska byter lampan.");
        assertThat(mine.get("forwardedTo").asString()).isEqualTo("Tekniska");
        assertThat(mine.get("changeable").asBoolean()).isFalse();
        assertThat(mine.has("handling")).isFalse();
        JsonNode history = json(coordinator.get("/api/reports/" + sent.get("id") + "/history"));
        assertThat(history.get("states")).hasSize(2);
    }

    @Test
    void what_comes_twice_because_nobody_heard_the_answer_is_one_report() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = written(key, "NED", "Skräp", newStreet(), "");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<HttpResponse<String>>> answers;
        try {
            List<Callable<HttpResponse<String>>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                tries.add(() -> post(reporter, body));
            }
            answers = pool.invokeAll(tries);
        } finally {
            pool.shutdown();
        }
        List<Long> numbers = new ArrayList<>();
        int stored = 0;
        for (Future<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isIn(200, 201);
            stored += answer.get().statusCode() == 201 ? 1 : 0;
            numbers.add(json(answer.get()).get("id").asLong());
        }
        assertThat(numbers).containsOnly(numbers.get(0));
        assertThat(stored).isEqualTo(1);
        assertThat(post(reporter, body).statusCode()).isEqualTo(200);
    }

    @Test
    void personal_data_are_masked_before_they_are_stored_and_the_coordinator_is_told() {
        JsonNode sent = sent(reporter, "ORD", "Ring 070-123 45 67, född 19811218-9876", newStreet());

        assertThat(sent.get("words").asString()).isEqualTo("Ring [telefon], född [personnummer]");
        JsonNode seen = json(coordinator.get("/api/reports/" + sent.get("id")));
        assertThat(seen.at("/handling/masked").toString()).contains("phone").contains("identity-number");
    }

    @Test
    void a_reporter_sees_and_changes_own_reports_only() {
        Visitor other = reporterByLink("Fältgruppen");
        JsonNode sent = sent(reporter, "KLO", "Klotter", newStreet());
        String place = "/api/reports/" + sent.get("id");

        assertThat(other.get(place).statusCode()).isEqualTo(404);
        assertThat(put(other, place, "\"v1\"", written(null, "KLO", "x", street, ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.send("DELETE", place, null, "If-Match", "\"v1\"").statusCode())
                .isEqualTo(404);
        assertThat(json(other.get("/api/reports/mine")).get("reports")).isEmpty();
        assertThat(member.get(place).statusCode()).isEqualTo(200);
        assertThat(reporter.get("/api/reports").statusCode()).isEqualTo(403);
        assertThat(member.send(
                                "PUT",
                                place + "/handling",
                                "{}",
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                "\"v1\"")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_report_is_changed_from_the_version_that_was_seen_until_somebody_has_decided() {
        JsonNode sent = sent(reporter, "SKY", "Skylten saknas", newStreet());
        String place = "/api/reports/" + sent.get("id");
        String better = written(null, "SKY", "Skylten är vriden", street, "");

        assertThat(reporter.send("PUT", place, better, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(428);
        HttpResponse<String> changed = put(reporter, place, "\"v1\"", better);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"v2\"");
        HttpResponse<String> stale = put(reporter, place, "\"v1\"", better);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/words").asString()).isEqualTo("Skylten är vriden");
        assertThat(json(stale).at("/yours/words").asString()).isEqualTo("Skylten är vriden");
        handle(json(changed), decision(json(changed), "fixed", "\"answer\":\"Rättad.\""));
        HttpResponse<String> late = put(reporter, place, "\"v3\"", better);
        assertThat(late.statusCode()).isEqualTo(409);
    }

    @Test
    void of_two_coordinators_one_decides_and_the_other_sees_both_versions() {
        JsonNode sent = sent(reporter, "BEL", "Mörkt", newStreet());
        assertThat(handle(sent, decision(sent, "seen", "")).statusCode()).isEqualTo(200);

        HttpResponse<String> lost = handle(sent, decision(sent, "fixed", "\"answer\":\"Klart.\""));

        assertThat(lost.statusCode()).isEqualTo(412);
        assertThat(json(lost).at("/current/handling/ownState").asString()).isEqualTo("seen");
        assertThat(json(lost).at("/yours/answer").asString()).isEqualTo("Klart.");
    }

    @Test
    void what_lies_within_fifty_metres_and_seven_days_may_be_the_same() {
        double lat = newStreet();
        JsonNode sent = sent(reporter, "KLO", "Klotter på muren", lat);
        double metre = 1 / 111_195.0;

        assertThat(near("KLO", lat + 49 * metre)).containsExactly(sent.get("id").asLong());
        assertThat(near("SKA", lat + 49 * metre)).containsExactly(sent.get("id").asLong());
        assertThat(near("KLO", lat + 51 * metre)).isEmpty();
        assertThat(near("BEL", lat)).isEmpty();
        HttpResponse<String> told = reporter.get("/api/reports/near?type=KLO&lon=13.0&lat=" + lat);
        assertThat(told.body()).doesNotContain("muren");
    }

    @Test
    void those_who_saw_the_same_are_one_incident_and_all_get_the_answer() {
        double lat = newStreet();
        JsonNode first = sent(reporter, "SKA", "Krossad ruta", lat);
        Visitor other = reporterByLink("Vaktmästarna");
        JsonNode second = json(post(
                other, written(UUID.randomUUID().toString(), "KLO", "Ruta", lat, ",\"joins\":" + first.get("id"))));
        assertThat(second.get("merged").asBoolean()).isTrue();

        JsonNode seen = json(coordinator.get("/api/reports/" + first.get("id")));
        assertThat(seen.at("/handling/duplicates").toString()).isEqualTo("[" + second.get("id") + "]");
        handle(seen, decision(seen, "fixed", "\"answer\":\"Rutan är bytt.\",\"counted\":true"));

        JsonNode told = json(other.get("/api/reports/mine")).at("/reports/0");
        assertThat(told.get("state").asString()).isEqualTo("fixed");
        assertThat(told.get("answer").asString()).isEqualTo("Rutan är bytt.");
        assertThat(incidentsAt(lat)).isEqualTo(1);
    }

    @Test
    void of_two_who_merge_two_reports_into_each_other_at_once_one_is_refused() throws Exception {
        double here = newStreet();
        JsonNode one = sent(reporter, "KLO", "Klotter", here);
        JsonNode other = sent(reporter, "KLO", "Klotter igen", here);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<HttpResponse<String>> second = service.part(TransactionTemplate.class)
                .execute(status -> {
                    service.part(HandleReports.class)
                            .handle(one.get("id").asLong(), ExpectedVersion.of("\"v1\""), merged(one, other), "eva");
                    Future<HttpResponse<String>> waits = thread.submit(
                            () -> handle(other, decision(other, "duplicate", "\"duplicateOf\":" + one.get("id"))));
                    assertThatThrownBy(() -> waits.get(400, TimeUnit.MILLISECONDS))
                            .isInstanceOf(TimeoutException.class);
                    return waits;
                });
        thread.shutdown();
        assertThat(second.get().statusCode()).as(second.get().body()).isEqualTo(422);
        assertThat(mine(other.get("id").asLong()).get("state").asString()).isEqualTo("received");
    }

    private static Handling merged(JsonNode report, JsonNode into) {
        return new Handling(
                ReportState.DUPLICATE,
                "",
                "",
                "KLO",
                new ReportPlace(13.0, report.at("/place/lat").asDouble(), 8.0, "Storgatan"),
                into.get("id").asLong(),
                null,
                false);
    }

    @Test
    void when_the_first_takes_the_report_back_the_next_stands_for_itself() {
        double lat = newStreet();
        JsonNode first = sent(reporter, "NED", "Skräp", lat);
        Visitor other = reporterByLink("Parken");
        JsonNode second = json(post(
                other, written(UUID.randomUUID().toString(), "NED", "Skräp", lat, ",\"joins\":" + first.get("id"))));

        reporter.send("DELETE", "/api/reports/" + first.get("id"), null, "If-Match", "\"v1\"");

        JsonNode seen = json(coordinator.get("/api/reports/" + second.get("id")));
        assertThat(seen.at("/handling/ownState").asString()).isEqualTo("received");
        assertThat(seen.at("/handling/duplicateOf").isNull()).isTrue();
    }

    @Test
    void an_accepted_event_is_one_incident_and_is_gone_when_it_is_taken_back() {
        double lat = newStreet();
        JsonNode sent = sent(reporter, "SKA", "Krossad kur", lat);
        assertThat(incidentsAt(lat)).isZero();

        JsonNode counted = json(handle(sent, decision(sent, "seen", "\"counted\":true")));
        assertThat(counted.at("/handling/counted").asBoolean()).isTrue();
        JsonNode again = json(handle(counted, decision(counted, "fixed", "\"counted\":true")));
        assertThat(incidentsAt(lat)).isEqualTo(1);
        Dataset dataset = service.part(Evidence.class).now().datasets().stream()
                .filter(each -> each.name().startsWith("Rapporter"))
                .findFirst()
                .orElseThrow();
        assertThat(dataset.invented()).isTrue();

        HttpResponse<String> gone = reporter.send(
                "DELETE", "/api/reports/" + sent.get("id"), null, "If-Match", "\"v" + again.get("version") + "\"");
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(incidentsAt(lat)).isZero();
        assertThat(coordinator.get("/api/imports").body()).doesNotContain("report/");
    }

    @Test
    void a_deficiency_is_never_counted_as_an_incident() {
        double lat = newStreet();
        JsonNode sent = sent(reporter, "BEL", "Mörkt", lat);

        HttpResponse<String> refused = handle(sent, decision(sent, "seen", "\"counted\":true"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/field").asString()).isEqualTo("counted");
        assertThat(incidentsAt(lat)).isZero();
        assertThat(member.get("/data/reports.csv").body()).contains("BEL").contains("Mörkt");
    }

    @Test
    void a_cell_of_the_table_never_begins_like_a_formula() {
        sent(reporter, "BEL", "=HYPERLINK(\"http://x\")", newStreet());

        assertThat(member.get("/data/reports.csv").body())
                .contains("'=HYPERLINK")
                .doesNotContain(",=HYPERLINK");
        assertThat(reporter.get("/data/reports.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void a_place_in_words_is_kept_and_set_on_the_map_later() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> answer =
                post(reporter, "{\"key\":\"" + key + "\",\"type\":\"NED\",\"place\":{\"words\":\"bakom ICA\"}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode sent = json(answer);

        JsonNode placed = json(handle(
                sent,
                "{\"state\":\"seen\",\"type\":\"NED\",\"place\":{\"lon\":13.0,\"lat\":" + newStreet()
                        + ",\"words\":\"bakom ICA\"}}"));

        assertThat(placed.at("/place/lat").asDouble()).isEqualTo(street);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                                     | 422 | place",
                "{\"key\":\"1\",\"type\":\"BEL\",\"place\":{\"words\":\"torget\"}}      | 400 | key",
                "{\"key\":\"K\",\"type\":\"BEL\"}                                       | 422 | place",
                "{\"key\":\"K\",\"type\":\"NIX\",\"place\":{\"words\":\"torget\"}}      | 422 | type",
                "{\"key\":\"K\",\"place\":{\"words\":\"torget\"}}                       | 422 | type",
                "{\"key\":\"K\",\"type\":\"BEL\",\"place\":{\"lon\":0,\"lat\":0}}       | 422 | place",
                "{\"key\":\"K\",\"type\":\"BEL\",\"place\":{\"lon\":13}}                | 422 | place",
                "{\"key\":\"K\",\"type\":\"BEL\",\"place\":{\"lon\":13,\"lat\":91}}     | 422 | place",
                "{\"key\":\"K\",\"type\":\"BEL\",\"place\":{\"words\":\"torget\"},\"when\":\"i går\"} | 422 | when",
                "{\"key\":\"K\",\"type\":\"BEL\",\"place\":{\"words\":\"torget\"},\"when\":\"2999-01-01\"} | 422 | when",
                "{\"key\":\"K\",\"type\":\"BEL\",\"place\":{\"words\":\"torget\"},\"when\":\"2020-02-30\"} | 422 | when",
                "{\"key\":\"K\",\"type\":\"BEL\",\"place\":{\"words\":\"torget\"},\"words\":\"a\\u0000\"} | 422 | words",
                "{\"key\":\"K\",\"typ\":\"BEL\"}                                        | 400 | typ",
                "{\"key\":                                                              | 400 | body"
            })
    void a_bad_report_is_refused_with_field_reason_and_remedy(String body, int status, String field) {
        HttpResponse<String> refused = post(reporter, body.replace("\"K\"", "\"" + UUID.randomUUID() + "\""));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        JsonNode error = json(refused).at("/errors/0");
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("reason").asString()).doesNotStartWith("report.").isNotBlank();
    }

    @Test
    void a_picture_is_kept_without_what_the_camera_wrote_once_and_for_those_who_may_see_it() throws Exception {
        JsonNode sent = sent(reporter, "KLO", "Se bilden", newStreet());
        String photos = "/api/reports/" + sent.get("id") + "/photos";
        String key = UUID.randomUUID().toString();
        byte[] jpeg = PhotoForm.picture("GPSLatitude 58.0777");

        HttpResponse<String> added = PhotoForm.send(reporter, photos, key, jpeg);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(PhotoForm.send(reporter, photos, key, jpeg).body()).isEqualTo(added.body());
        String place = photos + "/" + json(added).get("id");
        HttpResponse<byte[]> kept = member.getBytes(place);
        assertThat(new String(kept.body(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
        assertThat(kept.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(kept.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(kept.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(member.getBytes(place + "?size=small").statusCode()).isEqualTo(200);

        assertThat(reporterByLink("Andra").get(place).statusCode()).isEqualTo(404);
        assertThat(PhotoForm.send(member, photos, key, jpeg).statusCode()).isEqualTo(404);
        byte[] animated = "GIF89a/*".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PhotoForm.send(reporter, photos, UUID.randomUUID().toString(), animated)
                        .statusCode())
                .isEqualTo(415);
        assertThat(PhotoForm.send(reporter, photos, "k", jpeg).statusCode()).isEqualTo(400);
        assertThat(coordinator.send("DELETE", place, null).statusCode()).isEqualTo(204);
        assertThat(reporter.get(place).statusCode()).isEqualTo(404);
    }

    @Test
    void a_link_lets_a_reporter_in_until_it_is_ended() {
        JsonNode given = json(coordinator.send(
                "POST",
                "/api/reporter-links",
                "{\"label\":\"Anna, Parken\",\"organisation\":\"Parken\",\"personal\":true,\"days\":30}",
                "Content-Type",
                "application/json"));
        String address = given.get("address").asString();
        String token = address.substring(address.indexOf('#') + 1);
        assertThat(address).contains("/report#");
        assertThat(given.get("qr")).isNotEmpty();

        Visitor anna = service.stranger();
        anna.get("/api/session");
        HttpResponse<String> in = come(anna, token);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(204);
        assertThat(in.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("LAGESKARTA-REPORTER=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict")
                        && cookie.contains("Path=/api/reporter-session"));
        assertThat(json(anna.get("/api/session")).get("roles").toString()).isEqualTo("[\"reporter\"]");
        assertThat(coordinator.get("/api/reporter-links").body())
                .doesNotContain(token)
                .contains("lastUsedAt");

        coordinator.send("DELETE", "/api/reporter-links/" + given.at("/link/id"), null);
        assertThat(anna.get("/api/reports/mine").statusCode()).isEqualTo(401);
        assertThat(come(service.stranger(), token).statusCode()).isIn(422, 429);
    }

    @Test
    void a_session_that_has_ended_begins_again_without_the_link_at_hand() {
        Visitor phone = reporterByLink("Skolan");
        phone.send("POST", "/logout", null, "Accept", "application/json");
        assertThat(phone.get("/api/reports/mine").statusCode()).isEqualTo(401);
        phone.get("/api/session");

        assertThat(come(phone, null).statusCode()).isEqualTo(204);
        assertThat(phone.get("/api/reports/mine").statusCode()).isEqualTo(200);
    }

    @Test
    void who_guesses_links_has_to_wait() {
        Visitor guesser = service.stranger();
        guesser.get("/api/session");
        int last = 0;
        for (int i = 0; i < 12; i++) {
            last = come(guesser, "guess" + i).statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    private Visitor reporterByLink(String label) {
        JsonNode given = json(coordinator.send(
                "POST", "/api/reporter-links", "{\"label\":\"" + label + "\"}", "Content-Type", "application/json"));
        String address = given.get("address").asString();
        Visitor visitor = service.stranger();
        visitor.get("/api/session");
        come(visitor, address.substring(address.indexOf('#') + 1));
        visitor.get("/api/session");
        return visitor;
    }

    private static HttpResponse<String> come(Visitor visitor, String token) {
        String body = token == null ? "{}" : "{\"token\":\"" + token + "\"}";
        return visitor.send("POST", "/api/reporter-session", body, "Content-Type", "application/json");
    }

    private List<Long> near(String type, double lat) {
        List<Long> found = new ArrayList<>();
        json(reporter.get("/api/reports/near?type=" + type + "&lon=13.0&lat=" + lat))
                .get("reports")
                .forEach(report -> found.add(report.get("id").asLong()));
        return found;
    }

    private long incidentsAt(double lat) {
        String box = String.format(Locale.ROOT, "12.99,%.4f,13.01,%.4f", lat - 0.002, lat + 0.002);
        JsonNode page = json(member.get("/api/incidents?bbox=" + box));
        return page.get("features").size();
    }

    private JsonNode mine(long id) {
        for (JsonNode report : json(reporter.get("/api/reports/mine")).get("reports")) {
            if (report.get("id").asLong() == id) {
                return report;
            }
        }
        throw new AssertionError("report " + id + " is not among the reporter's own");
    }

    private JsonNode sent(Visitor who, String type, String words, double lat) {
        HttpResponse<String> answer = post(who, written(UUID.randomUUID().toString(), type, words, lat, ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static String written(String key, String type, String words, double lat, String more) {
        String named = key == null ? "" : "\"key\":\"" + key + "\",";
        return "{" + named + "\"type\":\"" + type + "\",\"words\":"
                + JSON.writeValueAsString(words) + ",\"place\":{\"lon\":13.0,\"lat\":" + lat
                + ",\"accuracyMetres\":8,\"words\":\"Storgatan\"}" + more + "}";
    }

    private static String decision(JsonNode report, String state, String more) {
        JsonNode place = report.get("place");
        return "{\"state\":\"" + state + "\",\"type\":" + report.get("type") + ",\"place\":{\"lon\":" + place.get("lon")
                + ",\"lat\":" + place.get("lat") + ",\"accuracyMetres\":8,\"words\":\"Storgatan\"}"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private HttpResponse<String> handle(JsonNode report, String decision) {
        return put(
                coordinator,
                "/api/reports/" + report.get("id") + "/handling",
                "\"v" + report.get("version") + "\"",
                decision);
    }

    private static HttpResponse<String> post(Visitor visitor, String body) {
        return visitor.send("POST", "/api/reports", body, "Content-Type", "application/json");
    }

    private static HttpResponse<String> put(Visitor visitor, String place, String version, String body) {
        return visitor.send("PUT", place, body, "Content-Type", "application/json", "If-Match", version);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
