package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A safety manager looks at the heat map and asks how it was made. */
class HeatJourneyTest extends Journey {
    @Test
    void the_heat_map_is_corrected_at_the_boundary_and_the_link_shows_the_same() {
        logInAndSeeHotspots(page, "Samordnare");
        if (page.locator("#legend-button").getAttribute("aria-expanded").equals("false")) {
            page.locator("#legend-button").click();
        }
        page.locator("#layer-heat").check();
        Locator how = page.locator("#legend-fold-heat");
        assertThat(how).hasText("Visa hur");
        how.click();
        assertThat(page.locator("#heat-bandwidth")).containsText("Automatiskt");
        assertAccessible(page, "how the heat map is made");
        Response picture = page.waitForResponse(
                response -> response.url().contains("/tiles/surface/")
                        && response.url().contains("edge=diggle"),
                () -> page.locator("#heat-edge").selectOption("diggle"));
        Assertions.assertThat(picture.status()).isIn(200, 204);
        assertThat(page).hasURL(Pattern.compile(".*heat=edge:diggle.*"));
        assertThat(page.locator("#legend-heat")).containsText("så att ytan rymmer alla");
        page.locator("#heat-kernel").selectOption("triweight");
        page.locator("#heat-bandwidth").selectOption("500");
        assertThat(page).hasURL(Pattern.compile(".*heat=kernel:triweight,bandwidth:500,edge:diggle.*"));
        assertThat(page.locator("#legend")).containsText("inom 500");
        page.reload();
        page.locator("#legend-fold-heat").click();
        assertThat(page.locator("#heat-kernel")).hasValue("triweight");
        assertThat(page.locator("#heat-bandwidth")).hasValue("500");
        assertThat(page.locator("#heat-edge")).hasValue("diggle");
    }
}
