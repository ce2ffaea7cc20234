package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An EST member reviews a hotspot and marks what is to be done there. */
class MeasureJourneyTest extends Journey {
    /** What the safety manager was promised: from a hotspot to a saved measure. */
    private static final int MOST_CLICKS = 5;
    /** More tab stops than any page of ours has. */
    private static final int MOST_TABS = 400;

    private int clicks;

    @Test
    void a_hotspot_tells_why_it_is_one() {
        logInAndSeeHotspots(page, "EST-medlem");
        hotspots(page).first().click();
        Locator panel = page.locator("#panel");
        assertThat(panel).containsText(Pattern.compile("tätt samlade på|känns otryggt"));
        page.getByText("Visa hur").click();
        for (String fact : new String[] {"Metod", "Inställningar", "Varför just de", "Underlag", "Programversion"}) {
            assertThat(panel).containsText(fact);
        }
        assertThat(panel).containsText("Antal per månad");
        assertAccessible(page, "hotspot with its explanation");
    }

    @Test
    void five_clicks_lead_from_a_hotspot_to_a_saved_measure() {
        logInAndSeeHotspots(page, "EST-medlem");
        click(hotspots(page).first());
        click(button(page, "Föreslå åtgärd här"));
        assertAccessible(page, "measure form");
        click(page.locator(".entry__choose").first());
        page.getByLabel("Ansvarig").fill("Lägesby kommun, gata");
        page.getByLabel("Klar senast").fill("2027-03-31");
        click(button(page, "Spara"));

        assertThat(page.locator(".toast")).containsText("Sparad");
        assertThat(page.locator("#panel")).containsText("Lägesby kommun, gata");
        Assertions.assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    }

    @Test
    void the_same_is_done_with_the_keyboard_alone() {
        logInAndSeeHotspots(page, "EST-medlem");
        tabTo(".hotspot__open");
        press("Enter");
        tabTo("#propose-only-wide");
        press("Enter");
        assertThat(page.locator(".entry__choose").first()).isVisible();
        tabTo(".entry__choose");
        press("Enter");
        tabTo("[name=owner]");
        page.keyboard().press("Control+A");
        page.keyboard().type("Tangentbordsbolaget");
        press("Enter");
        assertThat(page.locator("#field-owner-error")).containsText("inte känd här");
        tabTo("#owner-confirm");
        press("Enter");

        assertThat(page.locator(".toast")).containsText("Sparad");
        assertThat(page.locator("#panel")).containsText("Tangentbordsbolaget");
        Assertions.assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    }

    @Test
    void an_area_is_drawn_with_the_pointer_and_with_the_keyboard() {
        openFormFor("Röja/gallra siktskymmande buskar");
        button(page, "Rita yta").click();
        assertAccessible(page, "drawing");
        BoundingBox map = page.locator("#map").boundingBox();
        double x = map.x + map.width / 2;
        double y = map.y + map.height / 2;
        page.mouse().click(x - 60, y - 40);
        page.mouse().click(x + 60, y - 40);
        page.mouse().click(x, y + 60);
        page.locator("#tool-finish").click();
        assertThat(page.locator("#place-words")).containsText(Pattern.compile("Yta, [\\d\\s\\u00a0,.]+ (m²|ha)"));
        String drawn = page.locator("#place-words").innerText();

        button(page, "Rita yta").click();
        assertThat(page.locator("#map")).isFocused();
        corner("ArrowLeft", 5);
        corner("ArrowUp", 8);
        corner("ArrowRight", 10);
        page.keyboard().press("Enter");
        assertThat(page.locator("#place-words")).containsText("Yta");
        Assertions.assertThat(page.locator("#place-words").innerText()).isNotEqualTo(drawn);
    }

    @Test
    void a_place_is_given_by_coordinates_without_the_map() {
        openFormFor("Klottersanering");
        page.getByText("Ange adress eller koordinater").click();
        Object centre = page.evaluate(
                "() => fetch('/api/hotspots').then((a) => a.json()).then((a) => a.features[0].properties.centre)");
        Object[] lonLat = ((List<?>) centre).toArray();
        page.getByLabel("Adress, plats eller koordinater").fill(lonLat[1] + ", " + lonLat[0]);
        page.locator(".found__choose").first().click();
        assertThat(page.locator("#place-words")).containsText("Punkt vid");
    }

    @Test
    void a_form_says_at_each_field_what_is_missing() {
        logInAndSeeHotspots(page, "EST-medlem");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Åtgärder"))
                .click();
        button(page, "Ny åtgärd").click();
        assertThat(page.locator(".entry__choose").first()).isVisible();
        page.getByLabel("Ansvarig").fill("");
        button(page, "Spara").click();
        assertThat(page.locator("[data-field=code] .field__error")).containsText("Välj en åtgärd ur katalogen");
        assertThat(page.locator("[data-field=geometry] .field__error")).isVisible();
        assertThat(page.locator("#field-owner-error")).containsText("ansvarar");
        assertThat(page.locator("#catalogue-words")).isFocused();
        assertAccessible(page, "form with faults");
    }

    @Test
    void what_was_written_survives_a_closed_page() {
        openFormFor("Klottersanering");
        page.getByLabel("Anteckning").fill("Ska inte försvinna");
        page.reload();
        assertThat(button(page, "Föreslå åtgärd här")).isVisible();
        button(page, "Föreslå åtgärd här").click();
        assertThat(page.getByLabel("Anteckning")).hasValue("Ska inte försvinna");
        button(page, "Släng utkastet").click();
        assertThat(page.getByLabel("Anteckning")).hasValue("");
    }

    @Test
    void a_measure_is_changed_moved_along_its_flow_and_moved_on_the_map() {
        saveMeasure("Flyttbar åtgärd");
        button(page, "Ändra").click();
        page.locator("#status-decided").check();
        page.locator("#place-edit").click();
        assertThat(page.locator(".handle--corner-0")).isFocused();
        page.keyboard().press("Shift+ArrowRight");
        page.locator("#tool-finish").click();
        button(page, "Spara").click();
        assertThat(page.locator("#panel")).containsText("Beslutad");
        assertThat(page.locator("#panel")).containsText("version 2");
    }

    @Test
    void two_people_who_change_the_same_measure_lose_no_word() {
        watch.expect(412);
        saveMeasure("Delad åtgärd");
        String shared = page.url();
        button(page, "Ändra").click();
        assertThat(page.getByLabel("Anteckning")).isVisible();

        Page other = newPerson();
        logInAndSeeHotspots(other, "EST-samordnare");
        other.navigate(shared);
        button(other, "Ändra").click();
        other.getByLabel("Anteckning").fill("Offert inkommen");
        other.getByLabel("Ansvarig").fill("Norrgårdens bostäder");
        button(other, "Spara").click();
        assertThat(other.locator(".toast")).containsText("Sparad");

        page.getByLabel("Anteckning").fill("Grannarna är tillfrågade");
        button(page, "Spara").click();
        Locator conflict = page.getByRole(AriaRole.DIALOG);
        assertThat(conflict).containsText("Offert inkommen");
        assertThat(conflict).containsText("Grannarna är tillfrågade");
        assertThat(page.locator("#conflict-owner-current")).isChecked();
        assertAccessible(page, "conflict");
        page.locator("#conflict-note-both").check();
        button(page, "Spara valen").click();

        Locator panel = page.locator("#panel");
        assertThat(panel).containsText("Norrgårdens bostäder");
        assertThat(panel).containsText("Offert inkommen");
        assertThat(panel).containsText("Grannarna är tillfrågade");
    }

    @Test
    void a_deleted_measure_comes_back_with_undo() {
        saveMeasure("Ångrad åtgärd");
        button(page, "Ta bort").click();
        Locator toast = page.locator(".toast");
        assertThat(toast).containsText("Borttagen: Ångrad åtgärd");
        assertThat(page.locator("#panel .measure-row").filter(new Locator.FilterOptions().setHasText("Ångrad åtgärd")))
                .hasCount(0);
        toast.getByText("Ångra", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(heading(page, "Ångrad åtgärd")).isVisible();
    }

    private void openFormFor(String measure) {
        logInAndSeeHotspots(page, "EST-medlem");
        hotspots(page).first().click();
        button(page, "Föreslå åtgärd här").click();
        page.getByLabel("Sök i katalogen").fill(measure);
        Locator fitting = page.locator("#catalogue-fitting");
        if (fitting.isChecked()) {
            fitting.uncheck();
        }
        page.locator(".entry__choose").first().click();
    }

    private void saveMeasure(String title) {
        openFormFor("Klottersanering");
        page.getByLabel("Rubrik").fill(title);
        page.getByLabel("Ansvarig").fill("Lägesby kommun, park");
        button(page, "Spara").click();
        assertThat(heading(page, title)).isVisible();
    }

    private void click(Locator target) {
        clicks++;
        target.click();
    }

    private void press(String key) {
        clicks++;
        page.keyboard().press(key);
    }

    /** Moves the cross and sets a corner there. */
    private void corner(String arrow, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(arrow);
        }
        page.keyboard().press("Enter");
    }

    /** Presses Tab until something that fits the selector has the focus. */
    private void tabTo(String selector) {
        assertThat(page.locator(selector).first()).isVisible();
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("(s) => document.activeElement.matches(s)", selector)) {
                return;
            }
        }
        Assertions.fail(selector + " is not reached with " + MOST_TABS + " presses of Tab");
    }
}
