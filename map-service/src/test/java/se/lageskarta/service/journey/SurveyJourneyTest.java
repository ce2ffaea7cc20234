package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A survey from the communicator's draft to the EST group's map, with a citizen on a phone between. */
class SurveyJourneyTest extends Journey {
    @Test
    void a_wave_is_opened_answered_on_a_phone_moderated_and_seen_on_the_map() {
        String link = openWave(page, "Trygghet hösten", true);

        Page citizen = newPerson();
        citizen.setViewportSize(390, 844);
        citizen.navigate(link);
        assertThat(heading(citizen, "Trygghet hösten")).isVisible();
        assertAccessible(citizen, "the survey's beginning");
        assertNoSidewaysScroll(citizen, "the survey's beginning");
        button(citizen, "Börja").click();
        assertThat(heading(citizen, "Markera en plats")).isVisible();
        button(citizen, "Spara platsen").click();
        assertThat(citizen.getByText("Välj otrygg eller trygg.")).isVisible();
        assertAccessible(citizen, "what is missing in a mark");

        mark(citizen, "Otrygg", "Stationsgatan");
        citizen.locator("[name='reasons'][value='dark']").check();
        citizen.locator("[name='time'][value='dark']").check();
        citizen.getByLabel("Vill du berätta mer?").fill("Lampan är trasig. Ring 070-123 45 67");
        assertThat(citizen.getByText("personuppgifter i texten (telefonnummer)"))
                .isVisible();
        assertAccessible(citizen, "a mark before it is saved");
        button(citizen, "Spara platsen").click();
        assertThat(citizen.getByText("Personuppgifter i texten har ersatts.").first())
                .isVisible();
        mark(citizen, "Trygg", "Kvarngatan");
        assertThat(citizen.getByText("Varför känns den otrygg?")).isHidden();
        button(citizen, "Spara platsen").click();
        assertThat(heading(citizen, "Dina 2 platser")).isVisible();
        assertNoSidewaysScroll(citizen, "two marked places");
        assertAccessible(citizen, "two marked places");
        citizen.reload();
        assertThat(citizen.getByText("Du har markerat 2 platser på den här enheten."))
                .isVisible();
        button(citizen, "Fortsätt").click();
        button(citizen, "Jag är klar").click();
        assertThat(heading(citizen, "Några frågor till")).isVisible();
        assertAccessible(citizen, "own questions");
        citizen.getByLabel("3", new Page.GetByLabelOptions().setExact(true)).check();
        button(citizen, "Skicka").click();
        assertThat(heading(citizen, "Tack!")).isVisible();
        assertAccessible(citizen, "thanks");
        button(citizen, "Glöm mina svar på den här enheten").click();
        assertThat(citizen.getByText("Den här enheten har glömt dina svar.")).isVisible();

        Page ali = newPerson();
        logInAndSeeHotspots(ali, "EST-samordnare");
        ali.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Inkorg"))
                .click();
        ali.locator("#inbox-choose-texts").or(ali.locator("#texts")).first().waitFor();
        if (ali.locator("#inbox-choose-texts").isVisible()) {
            ali.locator("#inbox-choose-texts").click();
        }
        Locator text = ali.locator(".text-row").filter(new Locator.FilterOptions().setHasText("Lampan är trasig"));
        assertThat(text).containsText("Ring [telefon]");
        assertAccessible(ali, "texts that wait");
        text.focus();
        ali.keyboard().press("e");
        assertAccessible(ali, "a text being edited");
        ali.locator(".text-row textarea").fill("Lampan är trasig.");
        button(ali, "Godkänn den ändrade texten").click();
        assertThat(ali.getByText("Texten är godkänd.")).isVisible();
        assertThat(text).hasCount(0);

        page.locator("[data-list]").click();
        page.locator(".wave-row__open")
                .filter(new Locator.FilterOptions().setHasText("Trygghet hösten"))
                .click();
        assertThat(page.locator("#wave-results")).containsText("Personer som svarat");
        assertThat(page.locator("#wave-results")).containsText("färre än 5");
        assertThat(page.locator("#wave-sure")).containsText("Bara en person har svarat");
        assertAccessible(page, "results of a wave");
        button(page, "Avsluta enkäten").click();
        assertThat(page.getByText("Enkäten är avslutad och svaren ligger på kartan."))
                .isVisible();
        citizen.navigate(link);
        assertThat(citizen.getByText("Enkäten är avslutad. Tack till alla som svarade."))
                .isVisible();
        assertThat(citizen.locator("main")).not().containsText("Sista dagen var");
        assertAccessible(citizen, "a closed survey");

        ali.locator("#account-button").click();
        ali.locator("#account-menu [data-action='waves']").click();
        ali.locator(".wave-row__open")
                .filter(new Locator.FilterOptions().setHasText("Trygghet hösten"))
                .click();
        ali.locator("[data-do='import']").click();
        assertThat(ali.locator("#import-wanted")).containsText("till enkäten ”Trygghet hösten”");

        Object marks = ali.evaluate(
                "fetch('/api/unsafe-places?limit=10000').then((r) => r.json())"
                        + ".then((d) => d.features.filter((f) => f.properties.day >= new Date().toISOString().slice(0, 8)).length)");
        org.assertj.core.api.Assertions.assertThat(((Number) marks).intValue()).isGreaterThanOrEqualTo(2);
        org.assertj.core.api.Assertions.assertThat(
                        ali.evaluate("fetch('/api/datasets').then((r) => r.json()).then((d) => d.groups.length)"))
                .as("a survey asked in the invented town belongs to it, so that its crimes stay in sight")
                .isEqualTo(1);
    }

    @Test
    void a_survey_is_answered_by_keyboard_alone_without_the_map() {
        String link = openWave(page, "Tangenter", false);
        Page citizen = newPerson();
        citizen.setViewportSize(320, 640);
        citizen.navigate(link);
        assertThat(heading(citizen, "Tangenter")).isVisible();
        assertNoSidewaysScroll(citizen, "the beginning at 320 px");
        tabTo(citizen, "button[data-go='mark']");
        citizen.keyboard().press("Enter");
        assertThat(heading(citizen, "Markera en plats")).isFocused();
        tabTo(citizen, "[name='safe'][value='false']");
        citizen.keyboard().press("Space");
        tabTo(citizen, "#spot-field");
        citizen.keyboard().type("Stationsgatan");
        // while it is typed the list follows: Stationsplan stands first for a moment
        assertThat(citizen.locator("#spot-found [role=option]").first()).containsText("Stationsgatan");
        citizen.keyboard().press("ArrowDown");
        citizen.keyboard().press("Enter");
        assertThat(citizen.locator("#spot-chosen")).containsText("Stationsgatan");
        tabTo(citizen, "[name='reasons'][value='dark']");
        citizen.keyboard().press("Space");
        tabTo(citizen, "#mark-save");
        citizen.keyboard().press("Enter");
        assertThat(heading(citizen, "Din plats")).isFocused();
        assertNoSidewaysScroll(citizen, "a marked place at 320 px");
        tabTo(citizen, "[data-remove]");
        citizen.keyboard().press("Enter");
        assertThat(heading(citizen, "Du har inte markerat någon plats än")).isVisible();
    }

    @Test
    void a_survey_that_is_not_there_says_so_and_a_draft_is_seen_only_by_those_who_write_it() {
        watch.expect(404);
        page.navigate(address("/survey/finns-inte"));
        assertThat(heading(page, "Enkäten finns inte")).isVisible();
        assertAccessible(page, "an unknown survey");

        Page karin = newPerson();
        logIn(karin, "Kommunikatör");
        draft(karin, "Bara ett utkast", false);
        karin.navigate(address("/survey/bara-ett-utkast#lang=en"));
        assertThat(karin.getByText("Preview: this is how the survey looks")).isVisible();
        page.navigate(address("/survey/bara-ett-utkast"));
        assertThat(heading(page, "Enkäten finns inte")).isVisible();
    }

    @Test
    void a_wave_about_a_district_says_so_and_refuses_a_place_outside_it_at_once() {
        logIn(page, "Kommunikatör");
        beginDraft(page, "Bara Centrum");
        page.locator("#area-way-district").check();
        page.locator("[name=areaDistrict]").selectOption("Centrum");
        assertThat(page.locator("#wave-area-size")).containsText("Området är");
        assertAccessible(page, "choosing the area of a wave");
        page.locator("[name=retentionDecision]").fill("KS 2026/17");
        button(page, "Spara").click();
        button(page, "Öppna enkäten").click();
        assertThat(page.getByText("enligt beslut KS 2026/17")).isVisible();
        String link = page.locator(".wave-link").first().textContent();
        page.locator("[data-do='map']").click();
        assertThat(page.locator("[data-layer='waves']")).isChecked();

        Page citizen = newPerson();
        citizen.setViewportSize(390, 844);
        citizen.context().grantPermissions(List.of("geolocation"));
        citizen.context().setGeolocation(new Geolocation(61.95, 18.70).setAccuracy(9));
        citizen.navigate(link);
        assertThat(citizen.getByText("Enkäten gäller Centrum.")).isVisible();
        assertThat(citizen.getByText("tar bort det du har skrivit")).isVisible();
        button(citizen, "Börja").click();
        citizen.locator("#spot-locate").click();
        assertThat(citizen.getByText("Platsen ligger utanför Centrum")).isVisible();
        assertAccessible(citizen, "a place outside the area");
        mark(citizen, "Otrygg", "Stationsgatan");
        assertThat(citizen.getByText("Platsen ligger utanför Centrum")).isHidden();
        button(citizen, "Spara platsen").click();
        assertThat(heading(citizen, "Din plats")).isVisible();
    }

    /** Drafts and opens a wave; answers its public address. */
    private String openWave(Page karin, String title, boolean question) {
        logIn(karin, "Kommunikatör");
        draft(karin, title, question);
        assertAccessible(karin, "a drafted wave");
        button(karin, "Öppna enkäten").click();
        assertThat(button(karin, "Avsluta enkäten")).isVisible();
        karin.locator("#wave-qr summary").press("Enter");
        assertThat(karin.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("QR-kod till enkäten " + title)))
                .isVisible();
        assertAccessible(karin, "an open wave with its code");
        return karin.locator(".wave-link").first().textContent();
    }

    private void beginDraft(Page karin, String title) {
        karin.locator("#account-button").click();
        karin.locator("[data-action='waves']").click();
        assertThat(heading(karin, "Trygghetsenkäter").last()).isVisible();
        button(karin, "Ny enkät").click();
        karin.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill(title);
        karin.getByLabel("Kontakt").fill("trygghet@lagesby.example");
    }

    private void draft(Page karin, String title, boolean question) {
        beginDraft(karin, title);
        if (question) {
            button(karin, "Lägg till en fråga").click();
            karin.locator("#own-text-0").fill("Hur otrygg känner du dig?");
        }
        assertAccessible(karin, "the form of a wave");
        button(karin, "Spara").click();
        assertThat(button(karin, "Öppna enkäten")).isVisible();
    }

    private static void mark(Page citizen, String feeling, String street) {
        citizen.getByLabel(feeling, new Page.GetByLabelOptions().setExact(true)).check();
        citizen.locator("#spot-field").fill(street);
        assertThat(citizen.locator("#spot-found [role=option]").first()).isVisible();
        citizen.locator("#spot-field").press("Enter");
        assertThat(citizen.locator("#spot-chosen")).containsText(street);
    }

    /** Presses Tab until the element has the focus. */
    private static void tabTo(Page person, String selector) {
        for (int i = 0; i < 80; i++) {
            person.keyboard().press("Tab");
            Object there = person.evaluate("(s) => document.activeElement?.matches(s)", selector);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        throw new AssertionError("Tab does not come to " + selector);
    }
}
