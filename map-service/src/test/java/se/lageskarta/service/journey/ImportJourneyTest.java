package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The coordinator reads in files and takes them back. */
class ImportJourneyTest extends ImportWizardJourney {
    /** Enough that reading them takes longer than finding the button that cancels. */
    private static final int MANY_ROWS = 600_000;

    @Test
    void a_file_is_read_in_told_row_by_row_and_taken_back() {
        openWizard();
        assertAccessible(page, "wizard without files");
        choose(InventedFile.plain("Resa påhittad.csv"));
        assertThat(page.locator("#look-facts"))
                .containsText(Pattern.compile("CSV, UTF-8, semikolon, rubriker på rad 1, 61 rader"));
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS + 1);
        assertThat(page.locator(".problem-table")).containsText("Koordinaten saknas");
        assertAccessible(page, "look at a file");
        page.getByLabel("Uppgifterna är påhittade").check();
        page.getByLabel("Källa").fill("Påhittad resa");
        readIn();

        assertThat(wizard()).containsText("Resa påhittad.csv är inläst i Resa påhittad");
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS + 1);
        assertThat(wizard()).containsText("Alla problem som CSV");
        assertAccessible(page, "import report");

        page.locator("dialog [data-show]").click();
        assertThat(wizard()).not().isVisible();
        assertThat(page.locator("#filter-result")).containsText("brott");

        page.locator("#open-import").click();
        page.locator("#tab-import-history").click();
        Locator row = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHasText("Resa påhittad.csv")
                        .setHasText("inläst"))
                .first();
        assertThat(row).containsText("demo-est-coordinator");
        assertAccessible(page, "earlier imports");
        row.getByText("Ta tillbaka").click();
        page.locator("#history-sure").click();
        assertThat(wizard()).containsText("Resa påhittad.csv är tillbakatagen");
    }

    @Test
    void a_workbook_of_nothing_but_its_sheet_is_read_in_like_a_table() {
        openWizard();
        choose(InventedFile.workbook("Uttag påhittat.xlsx"));
        assertThat(page.locator("#look-facts")).containsText(Pattern.compile("Excel, rubriker på rad 1, 61 rader"));
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS + 1);
        page.getByLabel("Uppgifterna är påhittade").check();
        readIn();
        assertThat(wizard()).containsText("Uttag påhittat.xlsx är inläst");
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS + 1);
        takeBack();
    }

    @Test
    void a_file_without_places_asks_where_and_leaves_nothing_behind() {
        openWizard();
        choose(InventedFile.csv("platslös.csv", "namn;antal\nA;1\nB;2\n", StandardCharsets.UTF_8));
        assertThat(queued("platslös.csv")).containsText("behöver svar");
        assertThat(page.getByText("Vilka kolumner säger var det är?")).isVisible();
        assertThat(page.locator("#import-start")).hasAttribute("aria-disabled", "true");
        assertAccessible(page, "question of columns");
        page.keyboard().press("Escape");
        page.locator("#account-button").click();
        page.locator("#account-menu").getByText("Datamängder").click();
        assertThat(wizard()).not().containsText("platslös");
    }

    @Test
    void a_file_that_is_no_data_says_what_it_is_and_what_to_ask_for() {
        watch.expect(415);
        openWizard();
        choose(InventedFile.csv("protokoll.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n", StandardCharsets.ISO_8859_1));
        assertThat(queued("protokoll.pdf")).containsText("kan inte läsas");
        assertThat(wizard().getByRole(AriaRole.ALERT)).containsText("PDF");
        assertThat(wizard().getByRole(AriaRole.ALERT)).containsText("Excel");
        assertThat(page.locator("#import-start")).hasCount(0);
        assertAccessible(page, "refused file");
        queued("protokoll.pdf").getByRole(AriaRole.BUTTON).last().click();
        assertThat(queued("protokoll.pdf")).hasCount(0);
        assertThat(page.locator("#import-file")).isFocused();
    }

    @Test
    void a_large_file_is_cancelled_and_nothing_of_it_stays() {
        openWizard();
        choose(InventedFile.large("Stor påhittad.csv", MANY_ROWS));
        assertThat(queued("Stor påhittad.csv")).containsText("klar att läsa in");
        readIn();
        assertThat(wizard()).containsText("rader/s");
        assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        page.locator("#import-cancel").click();
        assertThat(wizard()).containsText("Inläsningen avbröts. Inget är sparat.");
        assertThat(queued("Stor påhittad.csv")).containsText("avbruten");
        assertThat(page.locator("#import-again")).isVisible();
        assertThat(wizard()).containsText(Pattern.compile("[\\d\\s]+ rad(er)? hade lästs när den avbröts"));
        assertThat(sum()).hasCount(0);
        assertAccessible(page, "cancelled import");
        page.keyboard().press("Escape");
        page.locator("#account-button").click();
        page.locator("#account-menu").getByText("Datamängder").click();
        assertThat(wizard()).not().containsText("Stor påhittad");
    }

    @Test
    void a_file_dropped_on_the_map_opens_the_wizard() {
        logInAndSeeHotspots(page, "EST-samordnare");
        page.evaluate("""
                () => {
                  const files = new DataTransfer();
                  files.items.add(new File(['id;datum;typ;E;N\\nD1;2025-01-01;SKA;300000;6300000\\n'], 'släppt.csv'));
                  const drop = (type) => document.querySelector('#map')
                      .dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
                  drop('dragover');
                  if (!document.querySelector('.page-drop')) throw new Error('nothing says that files may be dropped');
                  drop('drop');
                }""");
        assertThat(queued("släppt.csv")).containsText("klar att läsa in");
        assertPlaced(1, 1);
    }

    @Test
    void files_wait_in_the_wizard_while_it_is_closed() {
        openWizard();
        choose(InventedFile.plain("Väntande.csv"));
        assertThat(queued("Väntande.csv")).containsText("klar att läsa in");
        page.getByLabel("Vad ska datamängden heta?").fill("Väntar kvar");
        page.keyboard().press("Escape");
        assertThat(wizard()).not().isVisible();
        assertThat(page.locator("#open-import")).isFocused();
        page.locator("#open-import").click();
        assertThat(queued("Väntande.csv")).containsText("klar att läsa in");
        assertThat(page.getByLabel("Vad ska datamängden heta?")).hasValue("Väntar kvar");
    }
}
