package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A whole follow-up: what waits, a verdict with its interval, what to compare with, words, frozen, and what was learnt. */
class FollowUpJourneyTest extends Journey {
    private static final String HOSTS = "Trygghetsvärdar kvällstid i Norrgårdens centrum";
    private static final String GUARDS = "Riktad väktarrond nattetid";

    @Test
    void a_measure_without_a_sure_change_is_followed_up_by_keyboard_frozen_and_set_to_followed_up() {
        logInAndSeeHotspots(page, "EST-samordnare");
        openPage(page);
        assertThat(heading(page, "Dags att följa upp (1)")).isVisible();
        assertAccessible(page, "list");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(HOSTS))
                .press("Enter");
        Locator glance = page.locator(".follow-glance");
        assertThat(glance).containsText("ingen säker förändring");
        assertThat(page.locator(".follow-interval")).containsText("Som brott spretar");
        assertThat(page.locator(".follow-areas")).containsText("Målområde (T)");
        Assertions.assertThat(page.locator(".follow-part").innerText()).doesNotContainIgnoringCase("effekt");

        page.getByText("Ändra månader, bredder och jämförelse").press("Enter");
        Locator picks = page.locator(".follow-picks");
        assertThat(picks).containsText("händelser före, platsen");
        assertAccessible(page, "design");
        Locator ticked = picks.locator("input:checked");
        ticked.first().press("Space");
        page.getByLabel("Tre bredder runt om").fill("200,100,50");
        watch.expect(400);
        button(page, "Räkna om").press("Enter");
        assertThat(page.locator("[data-field=widths] .field__error")).containsText("tre stigande bredder");
        assertAccessible(page, "refused");
        page.getByLabel("Tre bredder runt om").fill("60,120,180");
        button(page, "Räkna om").press("Enter");
        assertThat(page.locator(".follow-areas + .follow-scroll")).containsText("Runt om, 120 m");
        page.getByText("Visa hur").first().press("Enter");
        assertThat(page.locator(".follow-methods").first()).containsText("Wheeler och Ratcliffe 2018");
        assertAccessible(page, "computed");

        watch.expect(422);
        button(page, "Frys uppföljningen").press("Enter");
        assertThat(page.locator("[data-field=implementation] .field__error")).containsText("Det saknas");
        page.getByLabel("Genomförande").fill("Värdarna gick tre kvällar i veckan.");
        page.getByLabel("Lärdom").fill("Fler kvällar nästa gång.");
        button(page, "Frys uppföljningen").press("Enter");
        assertThat(page.locator(".follow-head")).containsText("fryst");
        assertThat(page.locator(".follow-told")).containsText("tre kvällar i veckan");
        assertAccessible(page, "frozen");
        button(page, "Sätt till uppföljd").press("Enter");
        assertThat(button(page, "Sätt till uppföljd")).hasCount(0);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lärdomar"))
                .press("Enter");
        assertThat(page.locator(".follow-card")).containsText("För få: 1 av minst 3");
        assertThat(page.locator(".follow-card")).containsText("Fler kvällar nästa gång.");
        assertAccessible(page, "learning");
        page.locator(".follow-card .follow-list__link").press("Enter");
        button(page, "Dra tillbaka").click();
        page.locator("[data-withdraw-sure]").click();
        assertThat(heading(page, "Frysta uppföljningar (0)")).isVisible();
        putBack();
    }

    /** The town is one for all journeys: the measure is done again, as it was. */
    private void putBack() {
        page.evaluate("""
                async () => {
                  const all = await (await fetch('/api/measures')).json();
                  const feature = all.features.find((each) => each.properties.title.startsWith('Trygghetsvärdar'));
                  const one = await fetch(`/api/measures/${feature.id}`);
                  const body = await one.json();
                  body.properties.status = 'done';
                  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1];
                  await fetch(`/api/measures/${feature.id}`, { method: 'PUT', body: JSON.stringify(body),
                    headers: { 'Content-Type': 'application/json', 'If-Match': one.headers.get('ETag'),
                      'X-XSRF-TOKEN': decodeURIComponent(token) } });
                }""");
    }

    @Test
    void on_a_phone_a_sure_fall_is_read_at_one_glance_and_what_is_too_early_says_when() {
        page.setViewportSize(390, 844);
        logIn(page, "EST-medlem");
        openPage(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(GUARDS))
                .click();
        assertThat(page.locator(".follow-glance")).containsText(Pattern.compile("troligen \\d+–\\d+ % färre"));
        assertThat(page.locator(".follow-interval")).isInViewport();
        assertNoSidewaysScroll(page, "verdict on a phone");
        assertAccessible(page, "verdict on a phone");
        page.goBack();
        watch.expect(422);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gallra buskar vid Skogsstigen"))
                .click();
        assertThat(page.locator("[data-field=months] .field__error")).containsText("tidigast 2027-11");
        assertAccessible(page, "too early");
    }

    private static void openPage(Page person) {
        person.evaluate("location.hash = '#page=followup'");
        assertThat(person.locator(".follow-list").first()).isVisible();
    }
}
