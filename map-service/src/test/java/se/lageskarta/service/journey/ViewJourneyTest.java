package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.text.Collator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The view is in the address; the list and the map are one; and it can be read in other ways. */
class ViewJourneyTest extends Journey {
    @Test
    void a_copied_address_opens_the_same_panel_for_someone_else() {
        logInAndSeeHotspots(page, "EST-medlem");
        String name = hotspots(page).first().innerText();
        hotspots(page).first().click();
        assertThat(heading(page, name)).isVisible();
        Page other = newPerson();
        logIn(other, "EST-samordnare");
        other.navigate(page.url());
        assertThat(heading(other, name)).isVisible();
    }

    @Test
    void an_open_hotspot_stays_the_same_over_a_reload_when_another_place_has_got_newer_data() {
        logInAndSeeHotspots(page, "EST-medlem");
        String name = hotspots(page).first().innerText();
        String next = hotspots(page).nth(1).innerText();
        hotspots(page).first().click();
        assertThat(heading(page, name)).isVisible();

        town().bringNewerDataFromElsewhere();
        button(page, "Till listan").click();
        hotspots(page).nth(1).click();
        assertThat(page.locator("#panel")).containsText("Antal per månad");
        page.reload();

        assertThat(heading(page, next)).isVisible();
        assertThat(page.locator("#panel")).containsText("Antal per månad");
        assertThat(page.locator("#municipality")).containsText("Lägesby");
        Page other = newPerson();
        logIn(other, "EST-samordnare");
        assertThat(other.locator("#municipality")).not().containsText("Lägesby");
    }

    @Test
    void a_link_to_a_hotspot_that_has_moved_says_so_and_leads_to_what_lies_there_now() {
        watch.expect(404);
        logInAndSeeHotspots(page, "EST-medlem");
        String name = hotspots(page).first().innerText();
        hotspots(page).first().click();
        assertThat(heading(page, name)).isVisible();
        Matcher square = Pattern.compile("(hotspot=\\w-\\w+-)(\\w+)").matcher(page.url());
        String link = square.replaceFirst(
                found -> found.group(1) + Long.toString(Long.parseLong(found.group(2), 36) + 1, 36));

        page.navigate(link);
        page.reload();

        assertThat(heading(page, "Ingen hotspot i urvalet")).isVisible();
        assertThat(page.locator("#panel")).containsText("Den är ingen hotspot i det urval som visas nu");
        assertAccessible(page, "a hotspot that is gone");
        page.locator("#panel [data-other]").first().click();
        assertThat(heading(page, name)).isVisible();
        assertThat(page.locator("#panel")).containsText("Antal per månad");
    }

    @Test
    void back_undoes_the_last_step_and_forward_does_it_again() {
        logInAndSeeHotspots(page, "EST-medlem");
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("Otrygghet").setExact(true))
                .check();
        assertThat(page).hasURL(Pattern.compile("stream=unsafety"));
        assertThat(page.locator("#tabpanel-hotspots")).hasAttribute("aria-busy", "false");
        hotspots(page).first().click();
        assertThat(page).hasURL(Pattern.compile("hotspot="));
        page.goBack();
        assertThat(heading(page, "Läget")).isVisible();
        assertThat(page).hasURL(Pattern.compile("stream=unsafety"));
        page.goBack();
        assertThat(page).not().hasURL(Pattern.compile("stream=unsafety"));
        page.goForward();
        assertThat(page).hasURL(Pattern.compile("stream=unsafety"));
    }

    @Test
    void the_list_is_ordered_and_read_as_a_table() {
        logInAndSeeHotspots(page, "EST-medlem");
        page.locator("#hotspot-order").selectOption("name");
        Assertions.assertThat(hotspots(page).allInnerTexts())
                .isSortedAccordingTo(Collator.getInstance(Locale.forLanguageTag("sv")));
        button(page, "Visa som tabell").click();
        button(page, "Antal").click();
        assertThat(page.locator("th[data-column=count]")).hasAttribute("aria-sort", "descending");
        assertAccessible(page, "table of hotspots");
        page.keyboard().press("Escape");
        assertThat(page.locator("#hotspot-table")).isFocused();
    }

    @Test
    void the_filter_is_opened_and_is_accessible() {
        logInAndSeeHotspots(page, "EST-medlem");
        page.locator("#type-chooser button").first().click();
        assertAccessible(page, "filter open");
    }

    @Test
    void keys_are_explained_and_can_be_switched_off() {
        logInAndSeeHotspots(page, "EST-medlem");
        page.keyboard().press("?");
        assertThat(heading(page, "Tangenter").first()).isVisible();
        assertAccessible(page, "keys");
        page.getByLabel("Använd enstaka tangenter").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        assertThat(heading(page, "Läget")).isVisible();
    }

    @Test
    void the_printed_page_holds_the_map_the_list_and_the_mark_of_invention() {
        logInAndSeeHotspots(page, "EST-medlem");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#panel .hotspot").first()).isVisible();
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(page.locator("#print-map")).isVisible();
        assertThat(page.locator("#print-head")).containsText("Påhittade uppgifter");
        assertThat(page.locator("#panel .hotspot-sheet tbody tr").first()).isVisible();
        assertThat(page.locator("#panel .hotspots")).not().isVisible();
        assertThat(page.locator("#hotspot-table")).not().isVisible();
        assertThat(page.locator("#layer-base").locator("xpath=ancestor::li")).isHidden();
        assertAccessible(page, "print");
    }
}
