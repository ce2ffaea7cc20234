package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a role may not see is not there, not merely hidden. */
class RolesJourneyTest extends Journey {
    @Test
    void a_planner_sees_hotspots_but_no_point_and_can_write_no_measure() {
        logInAndSeeHotspots(page, "planerare");
        assertThat(page.locator("#layer-hotspots")).isVisible();
        assertThat(page.locator("#layer-incidents")).hasCount(0);
        assertThat(page.locator("#layer-unsafe")).hasCount(0);
        hotspots(page).first().click();
        assertThat(page.locator("#panel")).containsText("Antal per månad");
        assertThat(page.locator("[data-propose]:visible")).hasCount(0);
        assertThat(page.locator("#open-import")).hasCount(0);
        Assertions.assertThat(watch.requests())
                .noneMatch(request -> request.matches(".*/tiles/[^/]*(incidents|unsafe-places|surface).*"))
                .noneMatch(request -> request.contains("/api/incidents") || request.contains("/api/unsafe-places"));
        Assertions.assertThat(status("/api/incidents")).isEqualTo(403);
        Assertions.assertThat(status("/tiles/incidents/12/2200/1200.mvt")).isEqualTo(403);
        watch.expect(403);
    }

    @Test
    void a_communicator_sees_measures_and_is_told_so() {
        logIn(page, "kommunikatör");
        page.locator("#tab-hotspots").click();
        assertThat(page.locator("#panel")).containsText("Din roll ser inte hotspots");
        page.locator("#tab-measures").click();
        assertThat(page.locator("#measure-new")).hasCount(0);
        assertAccessible(page, "communicator");
    }

    @Test
    void who_logs_out_is_out() {
        logInAndSeeHotspots(page, "EST-medlem");
        page.locator("#account-button").click();
        button(page, "Logga ut").click();
        assertThat(heading(page, "Logga in")).isVisible();
        Assertions.assertThat(status("/api/hotspots")).isEqualTo(401);
    }

    /** Asked outside the page, so that the refusal is not taken for a fault of the page. */
    private int status(String path) {
        return page.context().request().get(address(path)).status();
    }
}
