package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A bare machine: the first look at the invented town. */
class FirstStartJourneyTest extends Journey {
    @Test
    void the_first_start_opens_an_invented_town_and_says_so_everywhere() {
        page.navigate(address("/"));
        assertThat(heading(page, "Påhittad demo")).isVisible();
        assertAccessible(page, "login");

        demoAccount(page, "EST-medlem").click();

        assertThat(hotspots(page).first()).isVisible();
        assertThat(page.locator("#invented")).hasText("Påhittade uppgifter");
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Hotspots")))
                .isVisible();
        assertAccessible(page, "map");
    }

    @Test
    void the_map_is_drawn_from_our_own_tiles() {
        logInAndSeeHotspots(page, "EST-medlem");
        page.waitForCondition(() -> paintedShare() > 0.5);
        Assertions.assertThat(watch.requests()).anyMatch(request -> request.contains("/tiles/"));
    }

    @Test
    void a_wrong_password_is_told_in_plain_words() {
        watch.expect(401);
        page.navigate(address("/login"));
        page.getByLabel("Användarnamn").fill("demo-est-member");
        page.getByLabel("Lösenord", new Page.GetByLabelOptions().setExact(true)).fill("fel");
        page.locator("#login-submit").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Fel användarnamn eller lösenord");
        assertAccessible(page, "login refused");
    }

    @Test
    void forgotten_fields_are_marked_one_by_one() {
        page.navigate(address("/login"));
        page.locator("#login-submit").click();
        assertThat(page.locator("[name=username]")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[name=username]")).isFocused();
    }

    @Test
    void the_page_speaks_English_when_asked() {
        page.navigate(address("/login"));
        button(page, "English").click();
        assertThat(heading(page, "Log in")).isVisible();
        demoAccount(page, "EST member").click();
        assertThat(hotspots(page).first()).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(heading(page, "The situation")).isVisible();
        hotspots(page).first().click();
        assertThat(button(page, "Propose a measure here")).isVisible();
        assertThat(page.locator("#panel")).not().containsText(Pattern.compile("händelse|åtgärd|Väntat"));
    }

    @Test
    void whoever_asks_for_a_view_comes_to_it_after_the_login() {
        page.navigate(address("/#stream=crime"));
        demoAccount(page, "EST-medlem").click();
        assertThat(hotspots(page).first()).isVisible();
        Assertions.assertThat(page.url()).contains("stream=crime");
    }

    /** The share of its pixels on which something is drawn, of the tile with most. */
    private double paintedShare() {
        Object share = page.evaluate("""
                () => Math.max(0, ...[...document.querySelectorAll('#map canvas.leaflet-tile')].map((canvas) => {
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  let painted = 0;
                  for (let i = 3; i < data.length; i += 4) if (data[i] > 0) painted++;
                  return (4 * painted) / data.length;
                }))""");
        return ((Number) share).doubleValue();
    }
}
