package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The coordinator settles places that a file told in words nobody can be sure of, by keyboard alone. */
class PlaceQueueJourneyTest extends Journey {
    private static final String FILE = """
            knr;brott;datum;gata
            A0;Klotter;2025-01-05;Kyrkogatan
            A1;Klotter;2026-09-05;Stationsgatn
            A2;Stöld;2026-09-06;vid kyrkan
            A3;Stöld;2026-09-07;vid kyrkan
            A4;Skadegörelse;2026-09-08;bakom vårdcentralen
            A5;Skadegörelse;2026-09-08;på tåget
            """;
    private static final String SEND = """
            async ([method, path, csv]) => {
              const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]);
              const body = csv ? new FormData() : undefined;
              if (csv) {
                body.append('file', new Blob([csv]), 'vaktare.csv');
                body.append('dataset', 'Väktarnas rader');
              }
              const answer = await fetch(path, { method, body, headers: { 'X-XSRF-TOKEN': token } });
              return answer.status === 204 ? 0 : (await answer.json()).id;
            }""";

    private Object importId = 0;

    @AfterEach
    void takeBack() {
        page.evaluate(SEND, new Object[] {"DELETE", "/api/imports/" + importId, null});
    }

    @Test
    void unsure_places_are_settled_put_aside_and_taken_up_again() {
        logInAndSeeHotspots(page, "EST-samordnare");
        importId = page.evaluate(SEND, new Object[] {"POST", "/api/imports", FILE});
        page.reload();
        page.getByRole(AriaRole.TAB, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Inkorg"))
                .click();
        page.locator("#inbox-choose-places").press("Enter");
        Locator queue = page.locator("#places");
        assertThat(queue).containsText("vid kyrkan");
        assertThat(queue).containsText("2 rader har samma text");
        assertThat(page.locator(".candidate").first()).containsText("A");
        assertAccessible(page, "unsettled places");
        assertNoSidewaysScroll(page, "unsettled places");

        page.locator("#place-choice-0").press("Space");
        page.locator("#place-save").press("Enter");
        Locator toast = page.locator("#toasts");
        assertThat(toast).containsText("2 rader har fått sin plats");
        assertThat(queue).not().containsText("vid kyrkan");
        Locator next = queue.getByText("bakom vårdcentralen");
        assertThat(next).isFocused();

        page.locator("#queue-search").fill("Kyrkogatan");
        page.locator("#place-found-0").press("Enter");
        page.locator("#place-precision-street").press("Space");
        assertThat(page.locator("#place-choice-own")).isChecked();
        assertAccessible(page, "a place of one's own");
        page.locator("#place-save").press("Enter");
        assertThat(toast).containsText("Raden har fått sin plats");
        assertThat(queue.getByText("på tåget")).isFocused();

        page.locator("#place-cannot").press("Enter");
        assertThat(page.locator("#place-reason")).isFocused();
        assertAccessible(page, "a place that cannot be told");
        page.locator("#place-reason").fill("Hände på tåget");
        page.locator("#place-reason").press("Enter");
        assertThat(toast).containsText("Raden är lagd åt sidan");
        assertThat(queue).containsText("Inga platser väntar");
        assertAccessible(page, "no places wait");

        toast.getByText("Ångra").last().press("Enter");
        assertThat(queue).containsText("på tåget");

        page.locator("#known-words summary").press("Enter");
        Locator known = page.locator("#known-words-list");
        assertThat(known).containsText("vid kyrkan");
        assertAccessible(page, "words that have a place");
        assertNoSidewaysScroll(page, "words that have a place");
        known.locator("li", new Locator.LocatorOptions().setHasText("vid kyrkan"))
                .locator("[data-forget]")
                .press("Enter");
        assertThat(known).not().containsText("vid kyrkan");
        page.locator("#places-again").press("Enter");
        assertThat(toast).containsText("Inget nytt");
    }
}
