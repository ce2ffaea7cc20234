package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A safety manager asks what has changed, where and how surely, before the monthly meeting. */
class AnalysisJourneyTest extends Journey {
    private static final Pattern SURE_HOTSPOTS = Pattern.compile("Säkra hotspots i rutnät.*");
    /** More tab stops than any page of ours has. */
    private static final int MOST_TABS = 400;

    private final List<Route> held = new CopyOnWriteArrayList<>();

    @Test
    void the_list_says_what_each_analysis_is_for_and_whether_the_data_suit() {
        openAnalyses(page);
        Locator panel = page.locator("#tabpanel-analyses");
        assertThat(panel.getByRole(AriaRole.HEADING, named("Var"))).isVisible();
        Locator grid = panel.locator(".method").filter(new Locator.FilterOptions().setHasText("Antal per ruta"));
        assertThat(grid).containsText("Räknar händelser i ett rutnät");
        assertThat(grid).containsText("Möjlig");
        assertAccessible(page, "list of analyses");
        assertNoSidewaysScroll(page, "list of analyses");
    }

    @Test
    void sure_hotspots_are_seen_on_the_map_and_in_the_table() {
        openSureHotspots(page);
        Locator panel = page.locator("#panel");
        assertThat(panel.locator("#analysis-headline")).not().isEmpty();
        assertThat(panel).containsText("Påhittade uppgifter");
        assertThat(page.locator("#legend")).containsText("Säkra hotspots i rutnät");
        Assertions.assertThat(painted(page)).as("something is drawn").isTrue();
        Locator rows = panel.locator("tr[data-place]");
        assertThat(rows.first()).isVisible();
        // the pointer rests where the list was, perhaps on a row now
        page.mouse().move(0, 0);
        rows.first().locator("[data-zoom-to]").focus();
        assertThat(rows.first()).hasClass(Pattern.compile("(^|\\s)table__row--hover(\\s|$)"));
        Assertions.assertThat(page.url()).contains("analysis=gi-star");
        page.getByText("Visa hur").click();
        for (String fact : new String[] {"Metod", "Inställningar", "Underlag", "Slumpfrö", "Programversion"}) {
            assertThat(panel.locator("#analysis-how")).containsText(fact);
        }
        assertAccessible(page, "sure hotspots");
    }

    @Test
    void a_setting_is_changed_refused_when_out_of_range_and_kept_in_the_address() {
        openSureHotspots(page);
        page.locator("#analysis-settings summary").click();
        page.locator("#setting-cell").fill("1");
        page.locator("#settings-run").click();
        assertThat(page.locator("#setting-cell-error")).containsText("utanför");
        assertThat(page.locator("#setting-cell")).isFocused();
        assertAccessible(page, "refused setting");
        page.locator("#setting-cell").fill("500");
        page.locator("#settings-run").click();
        assertThat(page).hasURL(Pattern.compile(".*set=cell:500.*"));
        assertThat(page.locator("#analysis-how")).containsText(Pattern.compile("Rutans sida: 500\\s+m"));
        page.reload();
        assertThat(page.locator("#analysis-how")).containsText(Pattern.compile("Rutans sida: 500\\s+m"));
        page.goBack();
        assertThat(page.locator("#analysis-how")).not().containsText(Pattern.compile("Rutans sida: 500\\s+m"));
    }

    @Test
    void a_long_run_is_cancelled_here_and_in_the_service() {
        holdRuns(page);
        openAnalyses(page);
        page.locator("#analysis-gi-star").click();
        assertThat(page.locator("#run-cancel")).isVisible();
        assertThat(page.locator("#run-elapsed")).containsText(Pattern.compile("\\d+ sekund"));
        assertAccessible(page, "running");
        CompletableFuture<String> stopped = new CompletableFuture<>();
        page.route("**/api/analyses/runs/*", route -> {
            stopped.complete(route.request().method());
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        });
        page.locator("#run-cancel").click();
        assertThat(page.locator("#analysis-status")).containsText("avbruten");
        assertThat(page.locator("#run-again")).isFocused();
        page.waitForCondition(stopped::isDone);
        Assertions.assertThat(stopped).isCompletedWithValue("DELETE");
        held.clear();
        page.unroute("**/api/analyses/*?**");
        page.locator("#run-again").click();
        assertThat(page.locator("#analysis-headline")).isVisible();
    }

    @Test
    void the_places_stay_on_the_map_while_hotspots_are_looked_at() {
        openSureHotspots(page);
        button(page, "Till analyserna").click();
        assertThat(page.locator("#analysis-on-map")).containsText("På kartan");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Hotspots"))
                .click();
        hotspots(page).first().click();
        assertThat(page.locator("#legend")).containsText("Säkra hotspots i rutnät");
        Assertions.assertThat(painted(page)).isTrue();
        button(page, "Till listan").click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Analyser"))
                .click();
        page.locator("#on-map-off").click();
        assertThat(page.locator("#legend")).not().containsText("Säkra hotspots i rutnät");
        Assertions.assertThat(page.url()).doesNotContain("analysis=");
    }

    @Test
    void the_same_is_done_with_the_keyboard_alone() {
        logInAndSeeHotspots(page, "EST-medlem");
        tabTo("#tab-hotspots");
        page.keyboard().press("End");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#tab-analyses")).isFocused();
        assertThat(page.locator("#analysis-gi-star")).isVisible();
        tabTo("#analysis-gi-star");
        page.keyboard().press("Enter");
        assertThat(page.locator("#analysis-headline")).isVisible();
        assertThat(page.locator("#panel-title")).isFocused();
        tabTo("#analysis-settings summary");
        page.keyboard().press("Enter");
        tabTo("#setting-cell");
        page.keyboard().type("400");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*set=cell:400.*"));
        assertThat(page.locator("#analysis-how")).containsText(Pattern.compile("Rutans sida: 400\\s+m"));
        tabTo("[data-zoom-to]");
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        assertThat(page.locator("#analysis-gi-star")).isFocused();
    }

    @Test
    void the_headline_is_told_to_screen_readers() {
        openSureHotspots(page);
        String headline = page.locator("#analysis-headline").innerText();
        assertThat(page.locator("#announcer")).containsText(headline);
    }

    @Test
    void nothing_is_cut_off_at_320_pixels() {
        page.setViewportSize(320, 640);
        openSureHotspots(page);
        assertNoSidewaysScroll(page, "analysis at 320 px");
        page.locator("#analysis-settings summary").click();
        assertNoSidewaysScroll(page, "settings at 320 px");
        assertAccessible(page, "analysis at 320 px");
    }

    @Test
    void on_paper_stand_the_map_its_legend_and_what_the_analysis_says() {
        openSureHotspots(page);
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#analysis-headline")).isVisible();
        assertThat(page.locator("#analysis-how dl")).isVisible();
        assertThat(page.locator("#legend")).containsText("Säkra hotspots i rutnät");
        assertThat(page.locator("#print-map")).isVisible();
        assertThat(page.locator("#analysis-settings")).isHidden();
        assertThat(page.locator("#analysis-close")).isHidden();
    }

    @Test
    void everything_is_there_in_english() {
        openSureHotspots(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(heading(page, "Sure hotspots in a grid (Gi*)")).isVisible();
        assertThat(page.locator("#panel")).containsText("Change settings");
        assertThat(page.locator("#legend")).containsText("Sure hotspots in a grid");
        assertThat(page.locator("#analysis-headline")).containsText(Pattern.compile("squares|hotspots|cells"));
        assertAccessible(page, "analysis in English");
    }

    @Test
    void a_planner_is_offered_no_analyses_of_single_incidents() {
        logIn(page, "Planerare");
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Analyser")))
                .hasCount(0);
        page.navigate(address("/#analysis=gi-star"));
        page.reload();
        assertThat(page.getByRole(AriaRole.TABLIST)).isVisible();
        Assertions.assertThat(watch.requests()).noneMatch(url -> url.contains("/api/analyses"));
    }

    private void openAnalyses(Page person) {
        logInAndSeeHotspots(person, "EST-medlem");
        person.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Analyser"))
                .click();
        assertThat(person.locator("#analysis-gi-star")).isVisible();
    }

    private void openSureHotspots(Page person) {
        openAnalyses(person);
        person.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(SURE_HOTSPOTS))
                .click();
        assertThat(person.locator("#analysis-headline")).isVisible();
    }

    /** Runs get no answer until the page is closed or the hold is lifted; the list does. */
    private void holdRuns(Page person) {
        person.route("**/api/analyses/*?**", held::add);
    }

    private void tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("no tab stop leads to " + selector);
    }

    /** Whether the canvas of the analysis has any colour on it. */
    private static boolean painted(Page person) {
        person.waitForCondition(() -> Boolean.TRUE.equals(person.evaluate("""
                () => [...document.querySelectorAll('.leaflet-analysis-pane canvas')].some((canvas) => canvas.width > 0
                    && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((part) => part > 0))""")));
        return true;
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
