package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The wizard on a phone, and at 320 px, which is also what 400 % zoom leaves. */
class ImportPhoneJourneyTest extends ImportWizardJourney {
    @Override
    protected int[] window() {
        return new int[] {390, 844};
    }

    @Override
    protected void openWizard() {
        logInAndSeeHotspots(page, "EST-samordnare");
        page.locator("#account-button").click();
        page.locator("#account-menu").getByText("Läs in").click();
    }

    @Test
    void a_file_is_read_in_on_a_phone() {
        openWizard();
        assertNoSidewaysScroll(page, "wizard on a phone");
        choose(InventedFile.plain("Telefon.csv"));
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS + 1);
        assertNothingWider("look on a phone");
        assertAccessible(page, "look on a phone");
        readIn();
        assertThat(wizard()).containsText("Telefon.csv är inläst");
        assertNothingWider("report on a phone");
        takeBack();
        page.locator("#tab-import-history").click();
        assertThat(wizard()).containsText("Telefon.csv");
        assertNothingWider("earlier imports on a phone");
    }

    @Test
    void nothing_of_the_wizard_is_cut_off_at_320_pixels() {
        page.setViewportSize(320, 640);
        openWizard();
        assertNothingWider("wizard at 320 px");
        choose(InventedFile.inAnOldSystem("Smal.csv"), InventedFile.withStrangeHeadings("Smal två.csv"));
        assertThat(page.locator("#crs-confirm")).isVisible();
        assertNothingWider("question at 320 px");
        assertAccessible(page, "question at 320 px");
        queued("Smal två.csv").locator("[data-choose]").click();
        assertThat(page.locator("#question-x")).isVisible();
        assertNothingWider("columns at 320 px");
    }

    /** Neither the page nor the dialog scrolls sideways; only tables do, within themselves. */
    private void assertNothingWider(String state) {
        assertNoSidewaysScroll(page, state);
        Object excess = page.evaluate("""
                () => {
                  const body = document.querySelector('.dialog__body');
                  return body.scrollWidth - body.clientWidth;
                }""");
        Assertions.assertThat(((Number) excess).intValue()).as(state).isLessThanOrEqualTo(0);
    }
}
