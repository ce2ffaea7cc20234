package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chair prepares a meeting, holds it in front of the group, and sends its protocol. */
class MeetingJourneyTest extends Journey {
    @TempDir
    Path files;

    @Test
    void a_whole_meeting_from_its_picture_to_its_protocol() throws IOException {
        watch.expect(422);
        logInAndSeeHotspots(page, "EST-medlem");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Möte"))
                .click();
        assertAccessible(page, "list of meetings");
        button(page, "Förbered nästa möte").click();
        assertAccessible(page, "form of the next meeting");
        button(page, "Förbered mötet").click();
        assertThat(page.locator(".agenda__item").first()).containsText("Föregående mötes beslut");
        assertThat(page.locator("#field-pictureId")).not().hasValue("");
        writeTheHead();
        assertAccessible(page, "a meeting");
        presentWithTheKeyboard();
        sendTheProtocol();
    }

    private void writeTheHead() {
        page.locator("#field-heldOn").fill("2026-11-10");
        page.locator("#field-place").fill("Kommunhuset");
        page.locator("#field-state").selectOption("held");
        button(page, "Lägg till organisation").click();
        page.locator("#attendance-0-organisation").fill("Mötesbolaget");
        page.locator("#attendance-0-number").fill("3");
        page.locator("#attendance-0-number").blur();
        button(page, "Det är en ny organisation").click();
        assertThat(page.locator("#meeting-saved")).hasText("Allt är sparat");
    }

    /** Never the pointer: arrow keys, the keys of a clicker, N and D. */
    private void presentWithTheKeyboard() {
        button(page, "Visa mötet").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".present__step")).containsText("Punkt 1 av");
        assertAccessible(page, "presentation of decisions");
        page.keyboard().press("n");
        page.keyboard().type("Alla beslut gicks igenom.");
        page.keyboard().press("PageDown");
        assertThat(page.locator(".present__step")).containsText("Punkt 2 av");
        page.keyboard().press("ArrowRight");
        assertThat(page).hasURL(Pattern.compile(".*present%2F3$"));
        assertAccessible(page, "presentation of a place");
        page.keyboard().press("d");
        page.keyboard().type("Belys gångvägen");
        page.locator("#decision-new-owner").focus();
        page.keyboard().type("Mötesbolaget");
        page.keyboard().press("Enter");
        assertThat(page.locator("#present-decisions")).containsText("Belys gångvägen");
        page.keyboard().press("End");
        assertThat(page.locator("#present-next")).hasAttribute("aria-disabled", "true");
        page.keyboard().press("Home");
        assertThat(page.locator("#present-notes")).hasValue("Alla beslut gicks igenom.");
        Object small = page.evaluate("""
                () => [...document.querySelectorAll('.present *')].filter((e) => e.offsetParent
                    && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
                    && parseFloat(getComputedStyle(e).fontSize) < 20).length""");
        Assertions.assertThat(small).as("letters smaller than 20 pixels").isEqualTo(0);
        page.keyboard().press("Escape");
        assertThat(button(page, "Visa mötet")).isVisible();
    }

    private void sendTheProtocol() throws IOException {
        button(page, "Gör ett utkast").click();
        assertThat(page.locator("#feedback-text")).hasValue(Pattern.compile("Belys gångvägen"));
        button(page, "Godkänn protokollet").click();
        button(page, "Godkänn").click();
        assertThat(page.locator(".message").first()).containsText("Protokollet godkändes");
        Path pdf = files.resolve("protocol.pdf");
        Download download = page.waitForDownload(() -> page.getByText("PDF").click());
        download.saveAs(pdf);
        try (PDDocument paper = Loader.loadPDF(pdf.toFile())) {
            Assertions.assertThat(new PDFTextStripper().getText(paper))
                    .contains("Kommunhuset", "Mötesbolaget", "Alla beslut gicks igenom.", "Belys gångvägen")
                    .doesNotContain("Utkast");
        }
        page.setViewportSize(390, 844);
        assertAccessible(page, "an approved meeting on a phone");
        assertNoSidewaysScroll(page, "an approved meeting on a phone");
    }
}
