package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The group freezes a month, reads it at one glance, follows a place from problem to effect, and opens it again later. */
class PictureJourneyTest extends Journey {
    private static final String PLAN_A_MEASURE = """
            async () => {
              const [place] = (await (await fetch('/api/hotspots')).json()).features;
              const token = document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN=')).slice(11);
              const answer = await fetch('/api/measures', { method: 'POST',
                headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) },
                body: JSON.stringify({ type: 'Feature', geometry: { type: 'Point', coordinates: place.properties.centre },
                  properties: { code: 'LJU-1', title: 'Ljusare efter mötet', owner: 'Kommunen', newOwner: true, status: 'proposed', note: '' } }) });
              return answer.status;
            }""";

    @Test
    void a_month_is_frozen_read_at_a_glance_and_opened_again_beside_changed_data() {
        openPictures();
        assertAccessible(page, "before the picture");
        prepare();
        assertThat(page.locator(".picture__stamp")).containsText(Pattern.compile("Fryst 20\\d\\d-"));
        for (String question : new String[] {"Vad har ändrats?", "Var?", "Hur säkert?", "Vad gör vi?"}) {
            assertThat(heading(page, question)).isVisible();
        }
        assertThat(page.locator(".spot").first()).containsText(Pattern.compile("väntat|personer"));
        assertAccessible(page, "a frozen picture");
        assertNoSidewaysScroll(page, "a frozen picture");

        Locator glance = page.locator(".picture-glance");
        String frozen = glance.innerText();
        Assertions.assertThat(page.evaluate(PLAN_A_MEASURE)).isEqualTo(201);
        String address = page.url();
        page.navigate(address("/"));
        page.navigate(address);
        assertThat(glance).isVisible();
        Assertions.assertThat(glance.innerText()).isEqualTo(frozen);
        button(page, "Visa med dagens uppgifter").click();
        assertThat(page.locator("#picture-today")).containsText("Ljusare efter mötet");
        Assertions.assertThat(glance.innerText()).isEqualTo(frozen);
        assertAccessible(page, "beside today's data");
    }

    @Test
    void a_place_is_followed_from_problem_to_effect_and_what_is_missing_is_said() {
        openPictures();
        prepare();
        page.locator(".spot__name a").first().focus();
        page.keyboard().press("Enter");
        Locator chain = page.locator("#chain");
        assertThat(chain).isFocused();
        for (String link : new String[] {"Problem", "Orsak", "Åtgärd", "Effekt"}) {
            assertThat(chain).containsText(link);
        }
        assertThat(chain.locator(".chain__missing").first()).isVisible();
        assertAccessible(page, "the chain of a place");
        page.setViewportSize(390, 844);
        assertNoSidewaysScroll(page, "the chain on a phone");
        assertAccessible(page, "the chain on a phone");
        button(page, "Visa platsen på kartan").click();
        assertThat(page.locator("#panel")).containsText("Antal per månad");
    }

    @Test
    void what_can_be_influenced_and_what_comes_in_the_year_are_entered_with_the_keyboard() {
        openPictures();
        prepare();
        button(page, "Bedöm påverkansmöjligheten").focus();
        page.keyboard().press("Enter");
        Locator first = page.locator(".area-form select").first();
        assertThat(first).isFocused();
        first.selectOption("4");
        page.keyboard().press("Tab");
        page.keyboard().type("Vi har en överenskommelse");
        page.keyboard().press("Enter");
        assertThat(page.locator("#announcer")).containsText("är sparad");
        assertAccessible(page, "areas being judged");

        button(page, "Lägg till").click();
        page.locator("[data-template=winterBreak]").click();
        assertThat(page.locator("#year-from")).hasValue("");
        watch.expect(422);
        page.locator("#year-form [type=submit]").click();
        assertThat(page.locator("#year-from-error")).isVisible();
        assertAccessible(page, "an event without its day");
        page.locator("#year-from").fill("2026-02-09");
        page.locator("#year-to").fill("2026-02-13");
        page.locator("#year-form [type=submit]").click();
        assertThat(page.locator(".year-list")).containsText("Sportlov");
    }

    private void openPictures() {
        logIn(page, "EST-samordnare");
        Locator link = page.locator(".page-nav__link[data-page=picture]");
        if (!link.isVisible()) {
            page.locator(".page-nav__button").click();
        }
        link.click();
        assertThat(button(page, "Ta fram lägesbilden")).isVisible();
    }

    /** Freezes the month, or finds it frozen, and waits until that has been said. */
    private void prepare() {
        button(page, "Ta fram lägesbilden").click();
        assertThat(page.locator("#announcer")).containsText(Pattern.compile("är fryst|säger redan"));
        assertThat(page.locator("#picture-areas")).isVisible();
    }
}
