package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A communicator prepares the public safety map, somebody else approves it, anybody reads it, and it is withdrawn. */
class PublishJourneyTest extends Journey {
    private static final String OWN_WORDS = "Det här året har belysningen blivit bättre. ";
    private static final Pattern SAVED = Pattern.compile("^Allt är sparat$");

    @TempDir
    Path files;

    @Test
    void from_a_draft_to_a_public_page_that_is_withdrawn() throws IOException {
        watch.expect(403);
        Page karin = newPerson();
        logIn(karin, "Kommunikatör");
        begin(karin);
        writeTheDraft(karin);
        lookAtThePage(karin);
        readTheReport(karin);
        send(karin);
        approve(page);
        Page resident = newPerson();
        String snippet = copySnippet(page);
        readAsAResident(resident);
        readEmbedded(resident, snippet);
        downloadTheZip(page);
        withdraw(page);
        readTheNotice(newPerson());
    }

    /** Never the pointer from here to the report. */
    private static void begin(Page person) {
        person.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Publicera"))
                .focus();
        person.keyboard().press("Enter");
        assertThat(button(person, "Ny publicering")).isVisible();
        assertAccessible(person, "list of publications, empty");
        button(person, "Ny publicering").focus();
        person.keyboard().press("Enter");
        assertThat(person.locator("#field-contact")).isVisible();
        assertAccessible(person, "a new publication");
        person.locator("#field-slug").focus();
        person.keyboard().press("Control+A");
        person.keyboard().type("trygghet");
        person.locator("#field-contact").focus();
        person.keyboard().type("trygghet@example.se");
        person.keyboard().press("Enter");
    }

    private static void writeTheDraft(Page person) {
        assertThat(person.locator("[name=groups]").first()).isVisible();
        assertThat(person.locator(".publish__why").first()).isVisible();
        assertAccessible(person, "profile of a publication");
        person.locator("[name=groups]:enabled").first().focus();
        person.keyboard().press("Space");
        assertThat(person.locator("#publication-saved")).hasText(SAVED);
        next(person, "Innehåll");
        Locator measure = person.locator("[data-told-measure]").first();
        measure.focus();
        person.keyboard().press("Space");
        person.locator("[data-promise]").first().focus();
        person.keyboard().type("Lamporna är lagade före jul.");
        assertThat(person.locator("#publication-saved")).hasText(SAVED);
        assertAccessible(person, "contents of a publication");
        next(person, "Texter");
        person.locator("#words-text-sv-change").focus();
        person.keyboard().press("Enter");
        person.keyboard().press("Control+Home");
        person.keyboard().type(OWN_WORDS);
        assertThat(person.locator("#publication-saved")).hasText(SAVED);
        assertAccessible(person, "words of a publication");
    }

    private static void lookAtThePage(Page person) {
        next(person, "Förhandsvisning");
        FrameLocator preview = person.frameLocator("#preview");
        assertThat(preview.getByText(OWN_WORDS.strip()).first()).isVisible();
        assertThat(preview.getByText("Lamporna är lagade före jul.").first()).isVisible();
        assertAccessible(person, "preview on a desk");
        person.locator("#preview-width-desk").focus();
        person.keyboard().press("ArrowRight");
        assertThat(person.locator("#preview")).hasClass(Pattern.compile("preview__frame--phone"));
        assertAccessible(person, "preview on a phone");
    }

    private static void readTheReport(Page person) {
        next(person, "Röjanderapport");
        assertThat(person.locator(".message--success").first()).containsText("Spärren släpper igenom");
        int areas = person.locator(".disclosure-map__number").count();
        Assertions.assertThat(areas).isPositive();
        Locator names = person.locator(".disclosure-areas__name");
        Assertions.assertThat(names.count())
                .as("areas on the map and in the table")
                .isEqualTo(areas);
        names.first().focus();
        person.keyboard().press("Enter");
        assertThat(person.locator(".disclosure-map__area--chosen")).hasCount(1);
        assertAccessible(person, "disclosure report");
    }

    private static void send(Page person) {
        next(person, "Godkännande");
        assertAccessible(person, "a draft before it is sent");
        person.locator("#send").focus();
        person.keyboard().press("Enter");
        assertThat(person.locator("#publication-step")).containsText("Be en annan kommunikatör");
        assertThat(person.locator("#approve")).hasCount(0);
        assertAccessible(person, "waiting, to who prepared it");
        person.setViewportSize(390, 844);
        assertNoSidewaysScroll(person, "waiting, on a phone");
        person.setViewportSize(320, 640);
        assertNoSidewaysScroll(person, "waiting, at 320 pixels");
    }

    private void approve(Page person) {
        logIn(person, "EST-samordnare");
        person.navigate(address("/#page=publish"));
        assertThat(person.locator(".publications__state--waiting")).isVisible();
        assertAccessible(person, "list of publications, one waiting");
        person.locator("[data-publication]").first().focus();
        person.keyboard().press("Enter");
        assertThat(person.locator("#publication-step-title")).hasText("Röjanderapport");
        assertThat(person.locator(".disclosure-map")).isVisible();
        next(person, "Godkännande");
        person.locator("#approve").focus();
        person.keyboard().press("Enter");
        assertAccessible(person, "the password once more");
        person.keyboard().type("fel lösenord");
        person.keyboard().press("Enter");
        assertThat(person.locator("#step-up-message .message, .dialog .field__error:not([hidden])"))
                .isVisible();
        assertAccessible(person, "a wrong password");
        person.locator("#field-password").fill(demoPassword());
        person.keyboard().press("Enter");
        assertThat(person.locator("#public-addresses")).containsText("/public/trygghet/");
        assertAccessible(person, "an approved publication");
    }

    private static String copySnippet(Page person) {
        String snippet = person.locator("#copy-embed").inputValue();
        Assertions.assertThat(snippet).startsWith("<iframe ").contains("/embed/trygghet/");
        person.locator("[data-copy=embed]").focus();
        person.keyboard().press("Enter");
        assertThat(person.locator("#copied")).not().isEmpty();
        return snippet;
    }

    /** Nobody has logged in. */
    private void readAsAResident(Page person) throws IOException {
        person.navigate(address("/public/trygghet/"));
        assertThat(person.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        assertThat(person.getByText(OWN_WORDS.strip()).first()).isVisible();
        assertThat(person.getByRole(AriaRole.TABLE).first()).isVisible();
        assertAccessible(person, "the public page on a desk");
        person.setViewportSize(390, 844);
        assertAccessible(person, "the public page on a phone");
        assertNoSidewaysScroll(person, "the public page on a phone");
        person.setViewportSize(320, 640);
        assertNoSidewaysScroll(person, "the public page at 320 pixels");
        person.setViewportSize(1440, 900);
        printedWithHeadingAndMapOnOneSheet(person);
    }

    private static void printedWithHeadingAndMapOnOneSheet(Page person) throws IOException {
        try (PDDocument paper = Loader.loadPDF(person.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            var sheet = new PDFTextStripper();
            List<String> sheets = new ArrayList<>();
            for (int number = 1; number <= paper.getNumberOfPages(); number++) {
                sheet.setStartPage(number);
                sheet.setEndPage(number);
                sheets.add(sheet.getText(paper));
            }
            Assertions.assertThat(sheets)
                    .filteredOn(text -> text.lines().anyMatch("Karta"::equals))
                    .singleElement()
                    .asString()
                    .contains("Kartan visar:", "Teckenförklaring");
        }
    }

    private void readEmbedded(Page person, String snippet) {
        person.navigate(address("/public"));
        assertThat(person.locator("body")).containsText("Trygghetskarta");
        String source = snippet.replaceAll(".*src=\"([^\"]+)\".*", "$1");
        person.navigate(source);
        person.getByText("Visa som tabell").click();
        assertThat(person.getByRole(AriaRole.TABLE).first()).isVisible();
        assertAccessible(person, "the embedded page");
    }

    private void downloadTheZip(Page person) throws IOException {
        Path zip = files.resolve("release.zip");
        Download download = person.waitForDownload(
                () -> person.getByText("Ladda ner allt som zip").click());
        download.saveAs(zip);
        try (ZipFile open = new ZipFile(zip.toFile())) {
            Assertions.assertThat(open.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.endsWith("index.html"))
                    .anyMatch(name -> name.endsWith("data.csv"));
        }
    }

    private static void withdraw(Page person) {
        button(person, "Dra tillbaka …").focus();
        person.keyboard().press("Enter");
        assertAccessible(person, "why it is withdrawn");
        person.locator("#field-sv").fill("En uppgift var fel.");
        person.locator("#field-en").fill("Something was wrong.");
        button(person, "Dra tillbaka").click();
        assertThat(person.locator("#publication-step")).containsText("En uppgift var fel.");
        assertAccessible(person, "a withdrawn publication");
    }

    /** Somebody whose browser has not kept the page. */
    private void readTheNotice(Page resident) {
        resident.navigate(address("/public/trygghet/"));
        assertThat(resident.locator("body")).containsText("En uppgift var fel.");
        assertAccessible(resident, "the notice at the public address");
    }

    private static void next(Page person, String step) {
        person.locator("#publication-turn")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Nästa: " + step))
                .focus();
        person.keyboard().press("Enter");
        assertThat(person.locator("#publication-step-title")).hasText(step);
    }
}
