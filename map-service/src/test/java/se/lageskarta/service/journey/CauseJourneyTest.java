package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The group looks for causes: on a large screen and on a phone, with the keyboard alone, and two at the same time. */
class CauseJourneyTest extends Journey {
    private static final String FOLLOW = """
            async (rank) => {
              const found = await (await fetch('/api/hotspots')).json();
              const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]*)/)[1]);
              const answer = await fetch('/api/spots', { method: 'POST', body: JSON.stringify({ hotspot: String(found.features[rank].id) }),
                headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token } });
              return String((await answer.json()).id);
            }""";

    @Test
    void a_card_is_made_with_the_keyboard_alone_and_what_is_taken_away_comes_back() {
        openCard(page, 0);
        assertThat(page.locator("#evidence-hours .chart__picture")).isVisible();
        assertAccessible(page, "empty card");

        page.locator("#problem-what").focus();
        page.keyboard().type("Cyklar stjäls vid stationen");
        write("offender", "Lätt att sälja vidare");
        write("place", "Ingen ser ställen");
        write("place", "Mörkt vid tunneln");
        Locator dark = node(page, "Mörkt vid tunneln");
        dark.focus();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(dark).isFocused();
        assertThat(page.locator("#announcer")).containsText("1 av 2");
        page.keyboard().press("Insert");
        page.keyboard().type("Trasig lampa");
        assertThat(node(page, "Trasig lampa")).hasAttribute("aria-level", "3");
        node(page, "Lätt att sälja vidare").focus();
        page.keyboard().press("Alt+ArrowRight");
        assertThat(page.locator("#announcer")).containsText("Offer och objekt");
        assertAccessible(page, "triangle");

        page.locator("#view-fishbone").check();
        assertThat(node(page, "Trasig lampa")).isVisible();
        assertAccessible(page, "fishbone");
        node(page, "Mörkt vid tunneln").focus();
        page.keyboard().press("Delete");
        assertThat(node(page, "Trasig lampa")).hasCount(0);
        page.locator(".toast")
                .getByText("Ångra", new Locator.GetByTextOptions().setExact(true))
                .press("Enter");
        assertThat(node(page, "Trasig lampa")).isVisible();

        page.locator("#take-dark").press("Enter");
        assertThat(page.locator(".hypothesis").first()).containsText("Vad skulle pröva den?");
        page.locator("#cause-save").press("Enter");
        assertThat(page.locator(".toast").last()).containsText("Orsakskortet är sparat");
        assertThat(page.locator("#cause-saved")).containsText("version 1");
        page.reload();
        assertThat(node(page, "Trasig lampa")).isVisible();
        assertThat(page.locator("#cause-state")).containsText("Allt är sparat");
        assertAccessible(page, "saved card");
    }

    @Test
    void on_a_phone_the_diagrams_are_a_list_and_a_fault_stands_at_its_field() {
        page.setViewportSize(320, 700);
        openCard(page, 1);
        assertThat(page.locator("#cause-view svg")).hasCount(0);
        assertThat(page.locator("#cause-view [role=tree]")).isVisible();
        write("target", "Obevakade varor");
        assertNoSidewaysScroll(page, "card on a phone");
        page.locator("#hypothesis-new").press("Enter");
        page.keyboard().type("Kassorna ser inte dörren");
        page.locator(".hypothesis select").last().selectOption("supported");
        watch.expect(422);
        page.locator("#cause-save").press("Enter");
        assertThat(page.locator(".hypothesis .field__error:visible")).containsText("Ett omdöme behöver sin grund");
        assertAccessible(page, "phone with a fault");
        page.reload();
        assertThat(node(page, "Obevakade varor")).isVisible();
        assertThat(page.locator("#cause-message")).containsText("Ditt utkast");
    }

    @Test
    void two_who_write_at_once_choose_part_by_part_and_lose_no_word() {
        watch.expect(412);
        String address = openCard(page, 2);
        Page other = newPerson();
        logIn(other, "EST-samordnare");
        other.navigate(address);
        assertThat(other.locator("#cause-save")).isVisible();
        other.locator("#problem-where").fill("Bakom perrongen");
        other.locator("#cause-save").click();
        assertThat(other.locator("#cause-saved")).containsText("version 1");

        write("place", "Ingen uppsikt");
        page.locator("#cause-save").press("Enter");
        Locator conflict = page.getByRole(AriaRole.DIALOG);
        assertThat(conflict).containsText("Bakom perrongen");
        assertThat(conflict).containsText("Ingen uppsikt");
        assertAccessible(page, "conflict of cards");
        conflict.getByText("Spara valen").press("Enter");
        assertThat(page.locator("#cause-saved")).containsText("version 2");
        assertThat(page.locator("#problem-where")).hasValue("Bakom perrongen");
        assertThat(node(page, "Ingen uppsikt")).isVisible();
    }

    private String openCard(Page person, int rank) {
        logInAndSeeHotspots(person, "EST-medlem");
        String address = address("/#page=cause&item=" + person.evaluate(FOLLOW, rank));
        person.navigate(address);
        assertThat(person.locator("#cause-save")).isVisible();
        return address;
    }

    /** A new factor on a side, with keys alone. */
    private void write(String side, String words) {
        page.locator("[data-node=" + side + "]").focus();
        page.keyboard().press("Insert");
        assertThat(page.locator("#factor-words")).isFocused();
        page.keyboard().type(words);
        assertThat(node(page, words)).isVisible();
    }

    private static Locator node(Page person, String words) {
        return person.locator("#cause-view [role=treeitem][aria-label^='" + words + "']");
    }
}
