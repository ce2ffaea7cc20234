package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A hotspot becomes a place that people remember, and is called what they call it. */
class SpotJourneyTest extends Journey {
    @Test
    void a_hotspot_is_followed_and_named_and_of_two_who_name_it_one_wins_and_the_other_chooses() {
        watch.expect(412);
        logInAndSeeHotspots(page, "EST-medlem");
        hotspots(page).last().click();
        Locator section = page.locator("#hotspot-spot");
        assertThat(section).containsText("ingen plats som följs ännu");
        assertAccessible(page, "a hotspot that is no place yet");
        button(page, "Följ platsen").click();
        assertThat(section).containsText("Antal och läge, månad för månad");
        section.getByText("Visa som tabell").click();
        assertThat(section.locator("tbody tr")).hasCount(1);
        assertThat(section.locator("tbody")).containsText("Ny");
        assertAccessible(page, "a place with its months");

        String shared = page.url();
        page.locator("#spot-rename").focus();
        page.keyboard().press("Enter");
        Locator name = page.getByLabel("Vad platsen kallas");
        assertThat(name).isFocused();
        page.keyboard().type("Bakom verkstaden");

        Page other = newPerson();
        logInAndSeeHotspots(other, "EST-samordnare");
        other.navigate(shared);
        other.locator("#spot-rename").click();
        other.getByLabel("Vad platsen kallas").fill("Verkstadsgården");
        button(other, "Spara namnet").click();
        assertThat(other.locator("#panel h2").first()).containsText("Verkstadsgården");

        page.keyboard().press("Enter");
        assertThat(section.locator("form")).containsText("Verkstadsgården");
        assertThat(section.locator("form")).containsText("Bakom verkstaden");
        assertAccessible(page, "two names for one place");
        button(page, "Spara mitt namn").click();
        assertThat(page.locator("#panel h2").first()).containsText("Bakom verkstaden");
        assertThat(page.locator("#spot-rename")).isFocused();
        section.getByText("Tidigare namn").click();
        assertThat(section).containsText("Verkstadsgården");

        button(page, "Till listan").click();
        assertThat(hotspots(page)
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Bakom verkstaden")))
                        .first())
                .isVisible();
    }
}
