package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;

/** Somebody who reads in files: how the wizard is opened and what is always true of it. */
abstract class ImportWizardJourney extends Journey {
    protected void openWizard() {
        logInAndSeeHotspots(page, "EST-samordnare");
        page.locator("#open-import").click();
        assertThat(heading(page, "Läs in filer")).isVisible();
    }

    protected void choose(FilePayload... files) {
        page.locator("#import-file").setInputFiles(files);
    }

    protected Locator wizard() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** The row of a file in the queue. */
    protected Locator queued(String fileName) {
        return page.locator(".queue__row").filter(new Locator.FilterOptions().setHasText(fileName));
    }

    /** The sum: rows = placed + uncertain + rejected. */
    protected Locator sum() {
        return page.locator(".fates");
    }

    protected void assertPlaced(int placed, int of) {
        assertThat(sum())
                .hasText(Pattern.compile("Rader\\s*" + of + "\\s*Placerade\\s*" + placed + "\\b.*", Pattern.DOTALL));
    }

    protected void readIn() {
        assertThat(page.locator("#import-start")).hasAttribute("aria-disabled", "false");
        page.locator("#import-start").click();
    }

    /** Everything that a journey read in goes again, so that the next one finds the town as it was. */
    protected void takeBack() {
        page.locator(".look__body [data-take-back]").click();
        assertThat(wizard()).containsText("Inläsningen är tagen tillbaka");
    }
}
