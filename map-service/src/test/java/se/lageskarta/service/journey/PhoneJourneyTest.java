package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** On a phone, and at 320 px, which is also what 400 % zoom leaves. */
class PhoneJourneyTest extends Journey {
    @Override
    protected int[] window() {
        return new int[] {390, 844};
    }

    @Test
    void a_hotspot_is_read_and_a_measure_drawn_on_a_phone() {
        logInAndSeeHotspots(page, "EST-medlem");
        assertNoSidewaysScroll(page, "list on a phone");
        hotspots(page).first().click();
        assertThat(page.locator("[data-propose]:visible")).isVisible();
        assertNoSidewaysScroll(page, "hotspot on a phone");
        assertAccessible(page, "hotspot on a phone");
        page.locator("[data-propose]:visible").click();
        page.locator(".entry__choose").first().click();
        assertNoSidewaysScroll(page, "form on a phone");
        page.locator("[data-shape]").first().click();
        assertThat(page.locator(".tool-bar")).isVisible();
        assertThat(page.locator("#map")).isVisible();
        page.locator("#tool-cancel").click();
        assertThat(page.locator("#measure-save")).isVisible();
    }

    @Test
    void nothing_is_cut_off_at_320_pixels() {
        page.setViewportSize(320, 640);
        page.navigate(address("/"));
        assertThat(demoAccount(page, "EST-medlem")).isVisible();
        assertNoSidewaysScroll(page, "login at 320 px");
        demoAccount(page, "EST-medlem").click();
        assertThat(hotspots(page).first()).isVisible();
        assertNoSidewaysScroll(page, "list at 320 px");
        hotspots(page).first().click();
        page.locator("[data-propose]:visible").click();
        page.locator(".entry__choose").first().click();
        assertNoSidewaysScroll(page, "form at 320 px");
        assertAccessible(page, "form at 320 px");
    }
}
