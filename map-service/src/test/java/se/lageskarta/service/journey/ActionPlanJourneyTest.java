package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The EST group goes through its action plan: what is due, what moves on, what the law asks first, what can be shown. */
class ActionPlanJourneyTest extends Journey {
    private static final int MOST_TABS = 300;
    private static final String CLEARING = "Röja vid stationen (provad här)";
    private static final String CLEANING = "Städa vid stationen (provad här)";

    @Test
    void the_plan_is_a_board_a_list_and_a_calendar_of_the_same_measures() throws IOException {
        openPlan(page, "EST-samordnare");
        assertThat(page.locator("#due-late")).containsText("Försenade");
        assertThat(page.locator(".board__column")).hasCount(6);
        int cards = page.locator(".board__card").count();
        assertAccessible(page, "board");

        page.locator("#view-list").click();
        Locator rows = page.locator(".plan__table tbody tr");
        assertThat(rows).hasCount(cards);
        page.locator("[data-sort=owner]").click();
        assertThat(page.locator("[data-column=owner]")).hasAttribute("aria-sort", "ascending");
        assertAccessible(page, "list");
        Download table = page.waitForDownload(() -> page.locator("#plan-csv").click());
        Assertions.assertThat(Files.readString(table.path(), StandardCharsets.UTF_8))
                .contains("Ansvarsfull alkoholservering")
                .hasLineCount(cards + 1);

        page.locator("#plan-late").check();
        assertThat(page).hasURL(Pattern.compile("item=list(/|%2F)late"));
        Assertions.assertThat(rows.count()).isLessThan(cards);
        page.goBack();
        assertThat(rows).hasCount(cards);

        page.locator("#view-calendar").click();
        String month = page.locator(".calendar__month").innerText();
        page.locator("#month-previous").click();
        assertThat(page.locator(".calendar__month")).not().hasText(month);
        assertThat(page.locator("#month-previous")).isFocused();
        assertAccessible(page, "calendar");

        page.locator("#plan-reminder summary").click();
        assertThat(page.locator(".reminder textarea").first()).hasValue(Pattern.compile("Hej!"));
        assertThat(page.locator(".reminder a").first()).hasAttribute("href", Pattern.compile("^mailto:"));
        assertAccessible(page, "reminders");

        page.locator("#plan-organisations-part summary").click();
        page.locator("#organisation-new-name").fill("Lägesby kommun, tillstånd");
        page.locator("#organisation-new-address").fill("tillstand@exempel.se");
        page.locator("#organisation-new-save").click();
        assertThat(page.locator(".reminder a[href^='mailto:tillstand@exempel.se']"))
                .hasCount(1);
        assertAccessible(page, "organisations");
        page.locator("[data-remove]").first().click();
        assertThat(page.locator("[data-remove]")).hasCount(0);

        Download paper =
                page.waitForDownload(() -> page.getByText("Åtgärdsplan PDF").click());
        Assertions.assertThat(Files.readAllBytes(paper.path())).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_card_is_moved_with_the_keyboard_alone_and_its_history_tells_it() {
        openPlan(page, "EST-medlem");
        create(page, CLEANING, "SKÖ-2");
        Locator card = card(CLEANING);
        assertThat(card).isVisible();
        String id = card.getAttribute("data-card");
        tabTo("#move-" + id);
        page.keyboard().press("Enter");
        assertThat(page.locator("#moves-" + id + " button").first()).isFocused();
        assertAccessible(page, "menu of a card");
        page.keyboard().press("Enter");

        assertThat(page.locator(".toast")).containsText("Beslutad");
        assertThat(page.locator("[data-status=decided]")).containsText(CLEANING);
        assertThat(page.locator("#card-" + id)).isFocused();
        page.keyboard().press("Enter");
        assertThat(heading(page, CLEANING)).isVisible();
        assertThat(page.locator(".history__changes").first()).containsText("Beslutad");
        assertThat(page.locator(".history__step")).hasCount(2);
        assertAccessible(page, "measure with its history");
    }

    @Test
    void a_card_is_dragged_and_what_somebody_else_wrote_is_not_lost() {
        watch.expect(412);
        page.setViewportSize(1440, 1800);
        openPlan(page, "EST-medlem");
        create(page, CLEANING + " 2", "SKÖ-2");
        Locator card = card(CLEANING + " 2");
        String id = card.getAttribute("data-card");
        page.evaluate("""
                async (id) => {
                  const read = await (await fetch(`/api/measures/${id}`)).json();
                  read.properties.note = 'Offert inkommen';
                  const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]);
                  await fetch(`/api/measures/${id}`, { method: 'PUT', body: JSON.stringify(read),
                    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token, 'If-Match': '"v1"' } });
                }""", id);
        card.dragTo(
                page.locator("[data-status=decided]"),
                new Locator.DragToOptions().setSourcePosition(6, 6).setTargetPosition(40, 20));

        Locator conflict = page.getByRole(AriaRole.DIALOG);
        assertThat(conflict).containsText("Offert inkommen");
        assertAccessible(page, "conflict on the board");
        button(page, "Spara valen").click();
        assertThat(page.locator("[data-status=decided]")).containsText(CLEANING + " 2");
        page.locator("#card-" + id).click();
        assertThat(page.locator(".measure-page")).containsText("Offert inkommen");
    }

    @Test
    void what_the_law_asks_first_is_said_on_the_board_and_filled_in_in_the_form() {
        watch.expect(422);
        openPlan(page, "EST-medlem");
        create(page, CLEARING, "VAX-1");
        String id = card(CLEARING).getAttribute("data-card");
        page.locator("#move-" + id).click();
        page.locator("#move-" + id + "-decided").click();
        assertThat(page.locator("#plan-message")).containsText("bon, arter och biotopskydd");
        assertAccessible(page, "a step that the law does not allow yet");

        button(page, "Öppna formuläret").click();
        page.locator("#status-decided").check();
        page.locator("#gate-ART-documented").check();
        page.locator("#gate-ART-check").fill("Inga bon, biolog har tittat");
        page.locator("#gate-ART-on").fill("2026-02-03");
        page.locator("#form-goal-part summary").click();
        assertThat(page.locator("#goal-detectable")).containsText("månader");
        page.locator("#field-goalKind").selectOption("incidents-down");
        page.locator("#field-percent").fill("5");
        assertThat(page.locator("#goal-acknowledge")).isVisible();
        assertAccessible(page, "form with conditions and a goal");
        button(page, "Spara").click();
        assertThat(page.locator("[data-field=percent] .field__error")).containsText("går");
        page.locator("#field-goalKind").selectOption("process");
        page.getByLabel("Vad vi mäter").fill("Fri sikt vid övergångsstället");
        page.getByLabel("Målvärde").fill("2");
        button(page, "Spara").click();
        assertThat(page.locator(".toast")).containsText("Sparad");
        assertThat(page.locator("#panel")).containsText("Fri sikt vid övergångsstället");
    }

    @Test
    void the_plan_fits_a_phone() {
        page.setViewportSize(390, 844);
        openPlan(page, "EST-medlem");
        for (String view : new String[] {"board", "list", "calendar"}) {
            page.locator("#view-" + view).click();
            assertThat(page.locator("#view-" + view)).hasAttribute("aria-current", "page");
            assertNoSidewaysScroll(page, view);
            assertAccessible(page, view + " on a phone");
        }
        assertThat(page.locator(".calendar__list, #plan-view .muted").first()).isVisible();
    }

    @Test
    void the_steering_group_reads_the_plan_and_moves_nothing() {
        openPlan(page, "Styrgrupp");
        assertThat(page.locator(".board__card").first()).isVisible();
        assertThat(page.locator("[data-menu]")).hasCount(0);
        assertThat(page.locator("#plan-new")).hasCount(0);
        page.locator(".board__open").first().click();
        assertThat(page.locator(".history__step").first()).isVisible();
        assertThat(page.locator("#measure-page-edit")).hasCount(0);
    }

    private void openPlan(Page person, String role) {
        logIn(person, role);
        person.evaluate("() => { location.hash = '#page=plan'; }");
        assertThat(person.locator(".board__card").first()).isVisible();
    }

    private Locator card(String title) {
        return page.locator(".board__card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(title).setExact(true))))
                .first();
    }

    /** A proposed measure in the middle of the town, made as a program would make it. */
    private static void create(Page person, String title, String code) {
        person.evaluate("""
                async ([title, code]) => {
                  const known = (await (await fetch('/api/measures')).json()).features[0];
                  const at = known.geometry.coordinates.flat(Infinity);
                  const [lon, lat] = at;
                  const ring = [[lon, lat], [lon + 0.0005, lat], [lon + 0.0005, lat + 0.0003], [lon, lat]];
                  const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]);
                  const answer = await fetch('/api/measures', { method: 'POST',
                    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
                    body: JSON.stringify({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] },
                      properties: { code, title, owner: known.properties.owner, status: 'proposed' } }) });
                  if (!answer.ok) throw new Error(await answer.text());
                }""", new Object[] {title, code});
        person.reload();
        assertThat(person.locator(".board__card").first()).isVisible();
    }

    /** Presses Tab until something that fits the selector has the focus. */
    private void tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("(s) => document.activeElement.matches(s)", selector)) {
                return;
            }
        }
        Assertions.fail(selector + " is not reached with " + MOST_TABS + " presses of Tab");
    }
}
