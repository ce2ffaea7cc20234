package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The coordinator reads in a file and takes it back. */
class ImportJourneyTest extends Journey {
    private static final int GOOD_ROWS = 60;

    @Test
    void a_file_is_read_in_told_row_by_row_and_taken_back() {
        logInAndSeeHotspots(page, "EST-samordnare");
        page.locator("#open-import").click();
        assertAccessible(page, "import dialog");
        page.locator("#import-file").setInputFiles(file("Resa påhittad.csv", rows()));
        page.getByLabel("Uppgifterna är påhittade").check();
        page.locator("#import-start").click();

        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(heading(page, "Så gick det")).isVisible();
        assertThat(dialog.locator(".figures--sum")).containsText("Rader" + (GOOD_ROWS + 1));
        assertThat(dialog.locator(".figures--sum")).containsText("Avvisade1");
        assertThat(dialog).containsText("Alla problem som CSV");
        assertAccessible(page, "import report");

        page.locator("dialog [data-show]").click();
        assertThat(dialog).not().isVisible();
        assertThat(page.locator("#filter-result")).containsText("händelser");

        page.locator("#account-button").click();
        page.locator("#account-menu").getByText("Datamängder").click();
        Locator row = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Resa påhittad"));
        assertThat(row).containsText("påhittad");
        row.getByText("Ta tillbaka").click();
        page.locator("#datasets-sure").click();
        assertThat(dialog).containsText("är tillbakatagen");
        assertThat(row).hasCount(0);
    }

    @Test
    void a_file_without_places_leaves_nothing_behind() {
        watch.expect(400);
        watch.expect(422);
        logInAndSeeHotspots(page, "EST-samordnare");
        page.locator("#open-import").click();
        page.locator("#import-file").setInputFiles(file("platslös.csv", "namn;antal\nA;1\nB;2\n"));
        page.locator("#import-start").click();
        assertThat(page.locator("dialog .message--danger")).isVisible();
        page.keyboard().press("Escape");
        page.locator("#account-button").click();
        page.locator("#account-menu").getByText("Datamängder").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).not().containsText("platslös");
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Invented incidents round one place on the open sea, SWEREF 99 TM, and one row without a coordinate. */
    private static String rows() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("id;datum;typ;E;N\n");
        for (int i = 0; i < GOOD_ROWS; i++) {
            long east = Math.round(300_000 + random.nextGaussian() * 30);
            long north = Math.round(6_300_000 + random.nextGaussian() * 30);
            text.append(String.format(
                    Locale.ROOT, "R%d;2025-%02d-%02d;SKA;%d;%d%n", i, 1 + i % 12, 1 + i % 28, east, north));
        }
        return text.append("R999;2025-05-05;SKA;;\n").toString();
    }
}
