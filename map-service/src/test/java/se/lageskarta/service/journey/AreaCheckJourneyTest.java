package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A planner checks an area before a plan or a permit. */
class AreaCheckJourneyTest extends Journey {
    /** Half the side of the areas here, degrees of latitude: about 220 m. */
    private static final double HALF = 0.002;

    @Test
    void an_area_drawn_with_the_keyboard_is_answered_at_a_glance_and_reopened_by_its_address() {
        logInAndSeeHotspots(page, "planerare");
        button(page, "Kontrollera ett område").click();
        assertThat(page.locator("#check-form")).isVisible();
        assertAccessible(page, "empty form");

        page.locator("#area-draw").press("Enter");
        assertThat(page.locator(".check-map__map")).isFocused();
        press("+", 3);
        corner("ArrowLeft", 4);
        corner("ArrowUp", 6);
        corner("ArrowRight", 8);
        assertAccessible(page, "drawing");
        press("Enter", 1);
        assertThat(page.locator(".check-area__size")).containsText(Pattern.compile("m²|ha|km²"));
        assertThat(page.locator("#area-draw")).isFocused();
        page.getByLabel("250 m").check();
        assertThat(page.locator(".check-legend")).containsText("250 m runt om");
        describe("Förskola vid torget", "BN 2026-114");
        run();

        assertThat(page.locator(".check-answer__first")).not().isEmpty();
        Locator result = page.locator(".check-result");
        assertThat(result).containsText("Underlag, inte bedömning");
        assertThat(result).containsText("BN 2026-114");
        assertThat(page.locator(".check-legend")).containsText("Område som svaret gäller");
        assertThat(page.locator(".check-covered")).containsText("hushåll");
        for (String row : List.of("Antal", "Per 1 000 hushåll och år", "Andel i mörker", "Lyktstolpar", "Kommunen")) {
            assertThat(page.locator(".check-table")).containsText(row);
        }
        assertAccessible(page, "result");
        assertThePapersAnswer();
        assertThePrintIsShort();

        String said = page.locator(".check-answer").innerText();
        page.reload();
        assertThat(page.locator(".check-answer__first")).not().isEmpty();
        Assertions.assertThat(page.locator(".check-answer").innerText()).isEqualTo(said);
        page.setViewportSize(320, 700);
        assertNoSidewaysScroll(page, "result on a narrow phone");
        assertAccessible(page, "result on a narrow phone");
    }

    /** Seven sheets of mostly empty boxes is what nobody reads; the data it rests on is on paper without a press. */
    private void assertThePrintIsShort() {
        byte[] print = page.pdf(new Page.PdfOptions().setFormat("A4").setPrintBackground(true));
        try (PDDocument sheets = Loader.loadPDF(print)) {
            Assertions.assertThat(sheets.getNumberOfPages())
                    .as("sheets of a printed check")
                    .isLessThanOrEqualTo(5);
            Assertions.assertThat(new PDFTextStripper().getText(sheets)).contains("Kontrollsumma");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_with_several_areas_asks_which_and_shows_how_a_crossed_one_was_mended() {
        openForm();
        page.locator("#tab-area-file").click();
        page.locator("#area-file").setInputFiles(new FilePayload("plan.geojson", "application/geo+json", twoAreas()));
        assertThat(page.locator(".check-picks")).containsText("Kvarteret Linden");
        assertAccessible(page, "choosing among areas");
        page.locator("#area-pick-1").check();
        assertThat(page.locator(".check-area__chosen")).containsText("Kvarteret Eken");
        assertThat(page.locator(".check-area__chosen")).containsText("Området lagades");
        assertThat(page.locator(".check-legend")).containsText("Före lagningen");
        page.locator("#area-before").uncheck();
        assertThat(page.locator(".check-legend")).not().containsText("Före lagningen");
        assertAccessible(page, "mended area");
    }

    @Test
    void two_alternatives_stand_side_by_side_in_one_table() {
        openForm();
        paste("area", 0);
        button(page, "Jämför med ett annat område").click();
        paste("alternative", 4 * HALF);
        describe("Två lägen", "");
        run();

        Locator head = page.locator(".check-table thead");
        for (String column : List.of("Alternativ A", "Alternativ B", "Kommunen")) {
            assertThat(head).containsText(column);
        }
        assertThat(page.locator(".check-legend")).containsText("Alternativ B");
        assertAccessible(page, "two alternatives");
        page.setViewportSize(390, 844);
        assertNoSidewaysScroll(page, "two alternatives on a phone");
    }

    @Test
    void what_is_missing_or_cannot_be_answered_is_said_where_it_can_be_mended() {
        watch.expect(422);
        openForm();
        button(page, "Kontrollera").click();
        assertThat(page.locator(".check-area__fault")).containsText("Ange området");
        assertThat(page.locator("#field-title-error")).containsText("namn");
        assertThat(page.locator("#tab-area-draw")).isFocused();
        assertAccessible(page, "form with faults");

        page.locator("#tab-area-text").click();
        page.locator("#area-text").fill("ingenting alls");
        button(page, "Läs koordinaterna").click();
        assertThat(page.locator("#tabpanel-area-text .field__error")).isVisible();
        page.locator("#area-text").fill("POLYGON((11 55, 11.01 55, 11.01 55.01, 11 55))");
        button(page, "Läs koordinaterna").click();
        assertThat(page.locator(".check-area__size")).isVisible();
        describe("Långt bort", "");
        button(page, "Kontrollera").click();
        assertThat(page.locator(".check-area__fault")).isVisible();
        assertThat(page.locator(".check-result")).hasCount(0);
    }

    @Test
    void corners_are_written_as_coordinates_without_the_map() {
        openForm();
        page.getByText("Hörn som koordinater").click();
        page.locator("#area-system").selectOption("wgs84");
        double[] middle = middle();
        double[][] corners = {{HALF, -HALF}, {HALF, HALF}, {-HALF, HALF}};
        for (int i = 0; i < corners.length; i++) {
            page.locator("#area-corner-" + i + "-0").fill(degrees(middle[1] + corners[i][0]));
            page.locator("#area-corner-" + i + "-1").fill(degrees(middle[0] + corners[i][1]));
        }
        button(page, "Använd hörnen").click();
        assertThat(page.locator(".check-area__size")).containsText("ha");
        page.locator("#area-corner-0-0").fill("norrut");
        button(page, "Använd hörnen").click();
        assertThat(page.locator("#area-corner-error")).containsText("Hörn 1");
    }

    @Test
    void the_checklist_is_kept_with_both_peoples_words_and_the_check_is_found_again() {
        watch.expect(412);
        openForm();
        paste("area", 0);
        describe("Delad kontroll", "SBF 77");
        run();
        String address = page.url();
        Locator notes = page.locator(".aspect textarea");

        Page other = newPerson();
        logInAndSeeHotspots(other, "EST-samordnare");
        other.navigate(address);
        other.locator(".aspect textarea").first().fill("Mörk gångväg");
        other.locator("#checklist-save").click();
        assertThat(other.locator(".toast")).containsText("Sparat");

        notes.first().fill("Häck skymmer");
        notes.nth(1).fill("Två entréer mot gatan");
        page.locator("#checklist-save").click();
        Locator conflict = page.getByRole(AriaRole.DIALOG);
        assertThat(conflict).containsText("Mörk gångväg");
        assertThat(conflict).containsText("Häck skymmer");
        assertAccessible(page, "conflict");
        conflict.locator("input[value=yours]").first().check();
        button(page, "Spara valen").click();
        assertThat(page.locator(".toast")).containsText("Sparat");
        page.reload();
        assertThat(notes.first()).hasValue("Häck skymmer");
        assertThat(notes.nth(1)).hasValue("Två entréer mot gatan");

        page.getByText("Tidigare kontroller", new Page.GetByTextOptions().setExact(true))
                .click();
        page.getByLabel("Sök på ärendenummer eller namn").fill("sbf 77");
        assertThat(page.locator(".check-card")).hasCount(1);
        assertAccessible(page, "list");
        page.locator(".check-card").click();
        assertThat(page.locator("#check-title")).hasText("Delad kontroll");
    }

    @Test
    void the_steering_group_reads_a_finished_check_and_the_auditor_sees_who_took_it_out() {
        openForm();
        paste("area", 0);
        describe("Läses av andra", "KS 9");
        run();
        assertThePapersAnswer();

        Page steering = newPerson();
        logIn(steering, "Styrgrupp");
        steering.navigate(address("/#page=check"));
        assertThat(steering.locator(".check-card").first()).containsText("Läses av andra");
        assertThat(steering.locator("#check-form")).hasCount(0);
        steering.locator(".check-card").first().click();
        assertThat(steering.locator(".check-answer__first").first()).not().isEmpty();
        assertThat(steering.locator(".aspect").first()).isVisible();
        assertThat(steering.locator(".aspect textarea, [data-again]")).hasCount(0);
        assertAccessible(steering, "a check read by the steering group");

        Page auditor = newPerson();
        logIn(auditor, "Granskare");
        auditor.navigate(address("/#page=exports"));
        assertThat(auditor.locator(".exports__table")).containsText("/paper.pdf");
        assertThat(auditor.locator(".exports__table")).containsText("demo-planner");
        assertAccessible(auditor, "list of exports");
        auditor.locator("#field-who").fill("ingen alls");
        button(auditor, "Visa").click();
        assertThat(auditor.locator("#exports-lines")).containsText("Inga uttag");
        auditor.setViewportSize(320, 640);
        assertNoSidewaysScroll(auditor, "list of exports at 320 pixels");
        auditor.locator("[data-part=checks]").click();
        assertThat(auditor.locator(".exports table")).containsText("gjorde");
        assertAccessible(auditor, "log of area checks at 320 pixels");
    }

    @Test
    void what_was_chosen_survives_a_closed_page() {
        openForm();
        paste("area", 0);
        describe("Inte klar", "");
        page.reload();
        assertThat(page.locator("#field-title")).hasValue("Inte klar");
        assertThat(page.locator(".check-area__size")).containsText("ha");
        button(page, "Börja om").click();
        assertThat(page.locator("#field-title")).hasValue("");
    }

    private void openForm() {
        logInAndSeeHotspots(page, "planerare");
        page.navigate(address("/#page=check"));
        assertThat(page.locator("#check-form")).isVisible();
    }

    private void describe(String title, String caseNumber) {
        page.locator("#field-title").fill(title);
        page.locator("#field-caseNumber").fill(caseNumber);
    }

    private void run() {
        button(page, "Kontrollera").click();
        assertThat(page.locator(".check-result")).isVisible();
        assertThat(page).hasURL(Pattern.compile("page=check&item=\\d+"));
    }

    /** Gives a square in the middle of the town as WKT, moved to the east. */
    private void paste(String field, double east) {
        page.locator("#tab-" + field + "-text").click();
        page.locator("#" + field + "-text").fill("POLYGON((" + ring(square(east), " ", ", ") + "))");
        page.locator("#" + field + "-read").click();
        assertThat(page.locator("#check-" + field + " .check-area__size")).containsText("ha");
    }

    private void assertThePapersAnswer() {
        for (String form : List.of("PDF", "Word")) {
            String path = page.locator(".check-result__files").getByText(form).getAttribute("href");
            APIResponse answer = page.request().get(address(path));
            Assertions.assertThat(answer.status()).as(form).isEqualTo(200);
            Assertions.assertThat(answer.body()).as(form).hasSizeGreaterThan(1_000);
        }
    }

    private byte[] twoAreas() {
        double[][] crossed = square(3 * HALF);
        double[] second = crossed[1];
        crossed[1] = crossed[2];
        crossed[2] = second;
        return ("{\"type\":\"FeatureCollection\",\"features\":[" + feature("Kvarteret Linden", square(0)) + ","
                        + feature("Kvarteret Eken", crossed) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String feature(String name, double[][] corners) {
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" + ring(corners, ",", "],[") + "]]]}}";
    }

    private double[][] square(double east) {
        double[] middle = middle();
        double[][] corners = {{-HALF, -HALF}, {HALF, -HALF}, {HALF, HALF}, {-HALF, HALF}, {-HALF, -HALF}};
        for (double[] corner : corners) {
            corner[0] += middle[0] + east;
            corner[1] += middle[1];
        }
        return corners;
    }

    private static String ring(double[][] corners, String between, String after) {
        StringBuilder text = new StringBuilder();
        for (double[] corner : corners) {
            text.append(text.isEmpty() ? "" : after)
                    .append(String.format(Locale.ROOT, "%.6f%s%.6f", corner[0], between, corner[1]));
        }
        return text.toString();
    }

    /** A place in the town: a corner of the first hotspot's outline, lon and lat. */
    private double[] middle() {
        Object found = page.evaluate("""
                () => fetch('/api/hotspots').then((a) => a.json())
                    .then((a) => a.features[0].geometry.coordinates.flat(9).slice(0, 2))""");
        return ((List<?>) found)
                .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.5f", value).replace('.', ',');
    }

    /** Moves the cross and sets a corner there. */
    private void corner(String arrow, int times) {
        press(arrow, times);
        page.keyboard().press("Enter");
    }

    private void press(String key, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }
}
