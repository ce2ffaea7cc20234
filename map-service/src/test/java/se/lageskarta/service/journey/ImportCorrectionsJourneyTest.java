package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a file seems to be is shown and corrected before anything of it is stored. */
class ImportCorrectionsJourneyTest extends ImportWizardJourney {
    private static final String WORD = "Småbus på torget";

    @Test
    void a_file_as_registers_write_them_is_understood_corrected_and_read_in() {
        openWizard();
        choose(InventedFile.asRegistersWrite("Brott 2024.csv", 2024));
        assertThat(page.locator("#look-facts")).containsText("CSV, Windows-1252, semikolon, rubriker på rad 4");
        assertThat(page.locator(".first-rows")).containsText("mörk gångväg");
        assertThat(page.locator("#column-3")).hasValue("x");
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS);

        assertThat(page.locator("#crs-swapped")).isChecked();
        page.locator("#crs-swapped").uncheck();
        assertThat(page.locator("#import-start")).hasAttribute("aria-disabled", "true");
        assertAccessible(page, "axes the wrong way round");
        page.locator("#crs-swapped").check();
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS);

        page.getByLabel(WORD + " betyder").selectOption("SKA");
        assertThat(page.locator("#choice-encoding-hint")).isVisible();
        page.getByLabel("Uppgifterna är påhittade").check();
        readIn();
        assertThat(wizard()).containsText("Brott 2024.csv är inläst");
        assertThat(wizard()).not().containsText("känns inte igen");
        takeBack();
    }

    @Test
    void a_wrong_encoding_is_seen_in_the_first_rows_and_the_proposals_come_back() {
        openWizard();
        choose(InventedFile.asRegistersWrite("Kodning.csv", 2023));
        assertThat(page.locator(".first-rows")).containsText("mörk gångväg");
        page.locator("#choice-encoding").selectOption("IBM850");
        assertThat(page.locator(".first-rows")).not().containsText("mörk gångväg");
        page.locator("#look-again").click();
        assertThat(page.locator(".first-rows")).containsText("mörk gångväg");
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS);
    }

    @Test
    void columns_that_nobody_could_know_are_pointed_out_with_the_keyboard_alone() {
        openWizard();
        choose(InventedFile.withStrangeHeadings("Egna rubriker.csv"));
        assertThat(page.getByText("Vilka kolumner säger var det är?")).isVisible();
        page.locator("#question-x").focus();
        pressDown(4);
        page.keyboard().press("Tab");
        assertThat(page.locator("#question-y")).isFocused();
        pressDown(5);
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS);
        assertThat(page.locator("#question-y")).isFocused();
        assertThat(page.locator("#column-3")).hasValue("x");
        assertThat(page.locator("#column-4")).hasValue("y");
        page.locator("#import-start").focus();
        page.keyboard().press("Enter");
        assertThat(wizard()).containsText("Egna rubriker.csv är inläst");
        assertThat(page.locator("#look-name")).isFocused();
        page.locator(".look__body [data-take-back]").focus();
        page.keyboard().press("Enter");
        assertThat(wizard()).containsText("Inläsningen är tagen tillbaka");
        assertThat(page.locator("#look-name")).isFocused();
    }

    @Test
    void walking_through_a_select_with_the_arrow_keys_moves_only_the_field_it_ends_on() {
        openWizard();
        choose(InventedFile.plain("Pilar.csv"));
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS + 1);
        page.locator("#column-2").focus();
        for (int step = 0; step < 3; step++) {
            page.waitForResponse(response -> response.url().endsWith("/look"), () -> page.keyboard()
                    .press("ArrowUp"));
            assertThat(page.locator("#column-2")).isFocused();
        }
        assertThat(page.locator("#column-2")).not().hasValue("type");
        page.locator("#column-2").selectOption("type");
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS + 1);
        assertThat(page.locator("#column-0")).hasValue("id");
        assertThat(page.locator("#column-1")).hasValue("date");
        assertThat(page.locator("#column-3")).hasValue("x");
    }

    @Test
    void the_coordinate_system_is_asked_for_in_plain_words_and_confirmed_with_one_click() {
        openWizard();
        choose(InventedFile.inAnOldSystem("Gamla koordinater.csv"));
        assertThat(page.getByText("Vilket koordinatsystem är koordinaterna i?")).isVisible();
        assertThat(page.locator("#crs-proposal-0")).isChecked();
        assertThat(page.locator(".crs")).containsText("RT 90");
        Assertions.assertThat(page.locator(".look__body").innerText()).doesNotContain("EPSG:");
        assertAccessible(page, "question of the coordinate system");
        page.locator("#crs-confirm").click();
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS);
        assertThat(page.getByText("Vilket koordinatsystem är koordinaterna i?")).isVisible();
        page.locator(".crs__details summary").first().click();
        page.locator("#crs-other").selectOption("EPSG:3006");
        assertThat(page.locator("#import-start")).hasAttribute("aria-disabled", "true");
        page.locator("[name=crs-proposal]").last().check();
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS);
    }

    @Test
    void what_was_corrected_is_saved_and_followed_for_the_next_file_of_that_shape() {
        openWizard();
        choose(InventedFile.asRegistersWrite("Brott 2021.csv", 2021));
        assertPlaced(InventedFile.ROWS, InventedFile.ROWS);
        page.getByLabel(WORD + " betyder").selectOption("SKA");
        page.getByLabel("Kom ihåg mina val till nästa fil som ser likadan ut").check();
        page.getByLabel("Vad ska valen heta?").fill("Ärenderegistret");
        page.getByLabel("Uppgifterna är påhittade").check();
        readIn();
        assertThat(wizard()).containsText("Brott 2021.csv är inläst");
        takeBack();

        choose(InventedFile.asRegistersWrite("Brott 2022.csv", 2022));
        assertThat(wizard()).containsText("Valen ”Ärenderegistret” används");
        assertThat(page.locator("[data-word]")).hasCount(0);
        assertAccessible(page, "saved choices");
        page.locator("#look-saved").click();
        assertThat(page.getByLabel(WORD + " betyder")).isVisible();
        page.locator("#look-saved").click();
        assertThat(wizard()).containsText("Valen ”Ärenderegistret” används");
        readIn();
        assertThat(wizard()).containsText("Brott 2022.csv är inläst");
        assertThat(wizard()).not().containsText("känns inte igen");
        takeBack();
    }

    @Test
    void two_files_of_the_same_shape_share_their_choices_and_are_read_in_together() {
        openWizard();
        FilePayload first = InventedFile.asRegistersWrite("Första halvåret.csv", 2019);
        FilePayload second = InventedFile.asRegistersWrite("Andra halvåret.csv", 2020);
        choose(first, second);
        assertThat(queued("Andra halvåret.csv")).containsText("klar att läsa in");
        page.locator("#column-2").selectOption("");
        assertThat(page.locator("#choice-kind")).isVisible();
        page.locator("#look-share").click();
        queued("Andra halvåret.csv").locator("[data-choose]").click();
        assertThat(heading(page, "Andra halvåret.csv")).isFocused();
        assertThat(page.locator("#column-2")).hasValue("");
        assertThat(page.locator("#import-all")).isEnabled();
        assertAccessible(page, "two files");
        page.locator("#import-all").click();
        assertThat(queued("Första halvåret.csv")).containsText("inläst");
        assertThat(queued("Andra halvåret.csv")).containsText("inläst");
        takeBack();
        queued("Första halvåret.csv").locator("[data-choose]").click();
        takeBack();
    }

    private void pressDown(int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press("ArrowDown");
        }
    }
}
