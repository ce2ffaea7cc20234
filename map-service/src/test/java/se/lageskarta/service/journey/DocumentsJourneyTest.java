package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coordinator writes the steering group's page, freezes it, and the steering group reads it. */
class DocumentsJourneyTest extends Journey {
    @TempDir
    Path files;

    @Test
    void a_document_is_drafted_worded_frozen_and_read_by_the_steering_group() throws IOException {
        logInAndSeeHotspots(page, "EST-samordnare");
        openPage(page);
        assertThat(page.getByText("Lägesbild enligt lagen").first()).isVisible();
        assertAccessible(page, "documents");
        page.locator("[data-begin=half-year]").click();
        assertThat(heading(page, "Så här blir det")).isVisible();
        assertAccessible(page, "a draft");
        page.locator("#document-words [name=title]").fill("Halvårssida våren, med egna ord");
        button(page, "Spara och visa").press("Enter");
        assertThat(page.locator(".documents__preview")).containsText("Halvårssida våren, med egna ord");
        button(page, "Fastställ").press("Enter");
        assertThat(page.getByText("Filerna ovan är de som fastställdes").first())
                .isVisible();
        assertAccessible(page, "a frozen document");
        assertPdfSays("Halvårssida våren, med egna ord");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tillbaka till alla dokument"))
                .click();
        assertThat(page.locator("table")).containsText("fastställt");
        for (String part : new String[] {"pledges", "agreements", "templates"}) {
            page.evaluate("part => location.hash = '#page=documents&item=' + part", part);
            assertThat(page.locator(".documents__tab[aria-current=page]")).isVisible();
            assertAccessible(page, part);
        }
    }

    private void assertPdfSays(String words) throws IOException {
        Download download =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("PDF"))
                        .click());
        Path file = files.resolve("page.pdf");
        download.saveAs(file);
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            Assertions.assertThat(new PDFTextStripper().getText(read)).contains(words);
            Assertions.assertThat(read.getNumberOfPages()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void on_a_phone_nothing_is_wider_than_the_screen() {
        page.setViewportSize(390, 844);
        logIn(page, "Styrgrupp");
        openPage(page);
        assertNoSidewaysScroll(page, "documents on a phone");
        assertAccessible(page, "documents on a phone");
        page.setViewportSize(320, 640);
        assertNoSidewaysScroll(page, "documents at 320 pixels");
    }

    private static void openPage(Page person) {
        person.evaluate("location.hash = '#page=documents'");
        assertThat(heading(person, "Det som ska göras")).isVisible();
    }
}
