package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The coordinator keeps data sets, code tables and coverage in order. */
class RegistersJourneyTest extends Journey {
    @Test
    void a_data_set_is_given_an_owner_a_ground_and_the_roles_that_may_see_it() {
        logInAndSeeHotspots(page, "EST-samordnare");
        openFromMenu("Datamängder");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator survey = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("trygghetsmätning"))
                .last();
        assertAccessible(page, "data sets");
        survey.locator("[data-withdraw]").click();
        assertThat(page.locator("#datasets-sure")).isFocused();
        dialog.locator("[data-keep]").click();
        assertThat(survey.locator("[data-withdraw]")).isFocused();
        survey.getByText("Ändra").click();
        dialog.getByLabel("Ägare").fill("Kommunen");
        dialog.getByLabel("Rättslig grund").fill("Egen enkät, påhittad");
        dialog.getByLabel("Första dag").fill("2026-05-02");
        dialog.getByLabel("Sista dag").fill("2026-05-01");
        dialog.getByLabel("Alla vars roll medger det").uncheck();
        dialog.getByLabel("EST-samordnare").check();
        assertAccessible(page, "data set form");

        watch.expect(422);
        dialog.getByText("Spara").click();
        assertThat(dialog).containsText("Sista dagen ligger före den första");
        dialog.getByLabel("Sista dag").fill("2026-05-31");
        dialog.getByText("Spara").click();
        assertThat(dialog).containsText("är sparad");
        assertThat(survey).containsText("Bara för EST-samordnare");
        assertThat(survey).containsText("Egen enkät, påhittad");

        survey.getByText("Ändra").click();
        dialog.getByText("Historik: 1 ändring").click();
        assertThat(dialog.locator(".history")).containsText("Kommunen");
        dialog.getByLabel("Alla vars roll medger det").check();
        dialog.getByText("Spara").click();
        assertThat(survey).not().containsText("Bara för");
    }

    @Test
    void a_type_of_ones_own_is_added_and_a_word_is_given_it_also_for_what_is_here() {
        logInAndSeeHotspots(page, "EST-samordnare");
        openFromMenu("Koder och ord");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Alla ord har en betydelse");
        assertAccessible(page, "words");

        dialog.locator("[data-new-type]").click();
        dialog.getByLabel("Kod").fill("moped");
        dialog.getByLabel("Namn på svenska").fill("Störande moped");
        assertAccessible(page, "new type");
        dialog.getByText("Spara").click();
        assertThat(dialog).containsText("Störande moped är sparad");
        assertThat(dialog.locator(".codes")).hasCount(6);
        assertAccessible(page, "types");

        dialog.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Ord ur källorna"))
                .click();
        dialog.getByLabel("Sök ord eller typ").fill("ALK");
        Locator meaning = dialog.getByLabel("Vad ALK betyder");
        meaning.selectOption("MOPED");
        dialog.locator("[data-say]").click();
        assertThat(dialog).containsText("bytte typ");
        assertThat(dialog.getByRole(AriaRole.ROW).last()).containsText("sagt här");

        dialog.getByLabel("Vad ALK betyder").selectOption("");
        dialog.locator("[data-say]").click();
        assertThat(dialog.getByRole(AriaRole.ROW).last()).not().containsText("sagt här");
        dialog.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Historik"))
                .click();
        assertThat(dialog.locator(".history")).containsText("Ordet ALK betyder Störande moped");
        assertAccessible(page, "history of codes");
    }

    @Test
    void a_code_table_comes_back_from_the_spreadsheet_and_a_code_changes_meaning_with_the_years() {
        logInAndSeeHotspots(page, "EST-samordnare");
        openFromMenu("Koder och ord");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Download table =
                page.waitForDownload(() -> dialog.getByText("Hämta som CSV").click());
        assertEquals("ord-och-koder.csv", table.suggestedFilename());
        dialog.getByText("Läs in CSV").click();
        assertAccessible(page, "code table to take in");
        send(dialog, "Ord eller kod;Typ\r\n825;Bostadsinbrott\r\nHelt nytt ord;Trolleri\r\n");
        assertThat(dialog).containsText("1 uppgift går inte att läsa");
        assertThat(dialog.locator(".problem-table")).containsText("Typen finns inte");
        assertThat(dialog.locator("#code-file-save")).isDisabled();
        assertAccessible(page, "code table with a fault");

        send(dialog, "Ord eller kod;Typ\r\n825;Bostadsinbrott\r\nHelt nytt ord;RAN\r\n");
        assertThat(dialog.locator("#code-file-sum")).containsText("2 nya, 0 ändrade, 0 borttagna.");
        assertThat(dialog).containsText("1 kod har fått tillbaka sin inledande nolla");
        assertThat(dialog.locator(".codes__changes")).containsText("0825");
        assertAccessible(page, "changes of a code table");
        dialog.getByText("Spara 2 ändringar").click();
        assertThat(dialog).containsText("2 ändringar är sparade");

        dialog.getByLabel("Sök ord eller typ").fill("0825");
        dialog.locator("[data-times]").click();
        dialog.getByLabel("Gäller till").fill("2023-12-31");
        dialog.getByText("Lägg till tid").click();
        dialog.getByLabel("Typ").last().selectOption("INF");
        dialog.getByLabel("Gäller från").last().fill("2023-12-31");
        assertAccessible(page, "periods of a code");
        watch.expect(422);
        dialog.getByText("Spara", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog).containsText("Tiden har minst en dag gemensam");
        dialog.getByLabel("Gäller från").last().fill("2024-01-01");
        dialog.getByText("Spara", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog).containsText("0825 är sparat");
        assertThat(dialog.getByRole(AriaRole.ROW).last()).containsText("Bostadsinbrott, till 2023-12-31");
        dialog.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Historik"))
                .click();
        assertThat(dialog.locator(".history")).containsText("från 2024-01-01");
    }

    private static void send(Locator dialog, String table) {
        dialog.locator("#code-file-input")
                .setInputFiles(new FilePayload("koder.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void published_numbers_are_entered_and_low_coverage_is_told() {
        logInAndSeeHotspots(page, "EST-samordnare");
        openFromMenu("Täckningsgrad");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("År", new Locator.GetByLabelOptions().setExact(true)).selectOption("2025");
        Locator bikes = dialog.getByLabel("Brås antal, Cykelstöld, Hela året 2025");
        bikes.fill("många");
        bikes.blur();
        assertThat(dialog).containsText("”många” är inget helt tal");
        bikes.fill("1 326");
        bikes.blur();
        assertAccessible(page, "coverage");
        page.keyboard().press("Escape");
        assertThat(dialog).containsText("Det finns tal som inte är sparade");

        dialog.locator("#coverage-save").click();
        assertThat(dialog).containsText("Låg täckning: Cykelstöld 2025");
        assertThat(dialog).containsText("av 1 326");

        dialog.getByText("Klistra in från kalkylblad").first().click();
        dialog.locator("#coverage-paste").fill("Cykelstöld\t2025\t\t60\nTrolleri\t2025\t1\t4");
        dialog.locator("[data-paste]").click();
        assertThat(dialog).containsText("1 tal är inlagt");
        assertThat(dialog.locator("#coverage-paste")).hasValue("Trolleri\t2025\t1\t4");
        dialog.locator("#coverage-save").click();
        assertThat(dialog).not().containsText("Låg täckning");
        assertAccessible(page, "coverage saved");
    }

    @Test
    void a_member_reads_the_registers_and_changes_nothing() {
        logInAndSeeHotspots(page, "EST-medlem");
        openFromMenu("Koder och ord");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Cykelstöld");
        assertThat(dialog.locator("select")).hasCount(0);
        assertThat(dialog.locator("[data-new-type]")).hasCount(0);
        assertThat(dialog.locator("[data-file]")).hasCount(0);
        page.keyboard().press("Escape");
        openFromMenu("Täckningsgrad");
        assertThat(dialog.locator("table")).isVisible();
        assertThat(dialog.locator("input")).hasCount(0);
    }

    private void openFromMenu(String name) {
        page.locator("#account-button").click();
        page.locator("#account-menu").getByText(name).click();
    }
}
