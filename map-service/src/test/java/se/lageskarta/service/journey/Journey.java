package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A person at a browser. Subclasses walk; this class knows how to come in, and what must hold on every page. */
abstract class Journey {
    /** The rules of axe for WCAG 2.2 AA. */
    protected static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final double PATIENCE_MILLIS = 20_000;

    private final List<BrowserContext> browsers = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();

    /** The first person's page. */
    protected Page page;

    /** What the first person's browser did. */
    protected Watch watch;

    @BeforeEach
    void comeIn() {
        town().tidy();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = newPerson();
        watch = watches.get(0);
    }

    @AfterEach
    void leave() {
        watches.forEach(Watch::close);
        browsers.forEach(town()::giveBack);
        watches.forEach(Watch::assertNothingWrong);
    }

    /** True for journeys through a town that PostgreSQL keeps. */
    protected boolean onPostgis() {
        return false;
    }

    /** The town that is walked through. */
    protected DemoTown town() {
        return onPostgis() ? DemoTown.onPostgis() : DemoTown.embedded();
    }

    /** Width and height of the window in pixels. */
    protected int[] window() {
        return new int[] {1440, 900};
    }

    /** Another browser with its own session. */
    protected Page newPerson() {
        BrowserContext browser = town().lend(window()[0], window()[1]);
        browser.setDefaultTimeout(PATIENCE_MILLIS);
        watches.add(new Watch(browser, town().address()));
        browsers.add(browser);
        return browser.newPage();
    }

    /** What all demo accounts log in with. */
    protected String demoPassword() {
        return town().password();
    }

    protected String address(String path) {
        return town().address().resolve(path).toString();
    }

    /** Logs in with the demo account of a role, by its button on the login page, and waits for the panel. */
    protected void logIn(Page person, String role) {
        person.navigate(address("/"));
        demoAccount(person, role).click();
        assertThat(person.getByRole(AriaRole.TABLIST)).isVisible();
    }

    /** Logs in and waits until the hotspots of the demo town are listed. */
    protected void logInAndSeeHotspots(Page person, String role) {
        logIn(person, role);
        assertThat(hotspots(person).first()).isVisible();
    }

    /** The buttons that open a hotspot, in the order of the list. */
    protected static Locator hotspots(Page person) {
        return person.locator("#panel .hotspot").getByRole(AriaRole.BUTTON);
    }

    /** The login page's button of a role of the demo. */
    protected static Locator demoAccount(Page person, String role) {
        return person.locator(".login__accounts").getByText(role, new Locator.GetByTextOptions().setExact(false));
    }

    protected static Locator button(Page person, String name) {
        return person.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    protected static Locator heading(Page person, String name) {
        return person.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** No fault by WCAG 2.2 AA on the page as it is now, and no name given to two things. */
    protected static void assertAccessible(Page person, String state) {
        Object doubles = person.evaluate("""
                () => [...document.querySelectorAll('[id]')].map((e) => e.id)
                    .filter((id, i, all) => all.indexOf(id) !== i)""");
        Assertions.assertThat((List<?>) doubles).as("ids given twice: " + state).isEmpty();
        Assertions.assertThat(Accessibility.faults(person, WCAG)).as(state).isEmpty();
    }

    /** The page is not wider than the window. */
    protected static void assertNoSidewaysScroll(Page person, String state) {
        Object excess = person.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        Assertions.assertThat(((Number) excess).intValue()).as(state).isLessThanOrEqualTo(0);
    }
}
