package se.lageskarta.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.demo.LoadDemoTown;
import se.lageskarta.service.paper.PdfCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The group's month has room on one A4, also for a whole town with more decisions than the page shows. */
class OnePageMonthTest {
    private static final String[] AS_JSON = {"Content-Type", "application/json"};

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Visitor member;

    @BeforeAll
    static void openTheTown() throws Exception {
        service = RunningService.onH2(folder);
        service.part(LoadDemoTown.class).whenEmpty();
        member = service.as("est-member");
        for (int i = 1; i <= 5; i++) {
            post(
                    "/api/decisions",
                    "{\"text\":\"Belysningen på baksidan av Resecentrum ses över tillsammans med fastighetsägaren " + i
                            + "\",\"owner\":\"Gatukontoret\",\"newOrganisations\":[\"Gatukontoret\"],\"until\":\"2090-01-0"
                            + i + "\"}");
        }
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void the_month_of_the_invented_town_is_one_page_that_says_where_the_rest_is(String language) {
        JsonNode draft = post("/api/documents", "{\"kind\":\"monthly\",\"language\":\"" + language + "\"}");
        byte[] pdf = member.getBytes("/api/documents/" + draft.get("id").asLong() + "/file.pdf")
                .body();

        assertThat(PdfCheck.pages(pdf)).isEqualTo(1);
        assertThat(draft.get("pages").asInt()).isEqualTo(1);
        PdfCheck.accessible(pdf);
        String[] said = language.equals("sv")
                ? new String[] {" till: sidan Möte", "alla platser i lägesbild"}
                : new String[] {" more: the page Meeting", "all places in situation picture"};
        assertThat(PdfCheck.text(pdf).replaceAll("\\s+", " ")).contains(said);
    }

    @Test
    void who_takes_more_in_than_a_page_holds_is_told_how_many_pages_it_makes() {
        JsonNode draft = post("/api/documents", "{\"kind\":\"monthly\"}");
        String everything = draft.get("plan").toString().replace("\"shown\":false", "\"shown\":true");

        HttpResponse<String> changed = member.send(
                "PUT",
                "/api/documents/" + draft.get("id").asLong(),
                everything,
                "Content-Type",
                "application/json",
                "If-Match",
                "\"v1\"");

        JsonNode told = JsonMapper.shared().readTree(changed.body());
        assertThat(told.get("pages").asInt()).isEqualTo(2);
        assertThat(told.get("mostPages").asInt()).isEqualTo(1);
    }

    private static JsonNode post(String address, String body) {
        HttpResponse<String> answer = member.send("POST", address, body, AS_JSON);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body());
    }
}
