package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import se.lageskarta.service.photos.PhotoForm;

/** A safety walk: planned at a desk, walked with a phone, followed up, printed, and walked again. */
class WalkJourneyTest extends Journey {
    @Test
    void a_walk_is_planned_walked_printed_and_walked_again() {
        logInAndSeeHotspots(page, "EST-medlem");
        plan("Runt stationen");
        assertAccessible(page, "the list of walks");
        String path = row("Runt stationen").getByRole(AriaRole.LINK).first().getAttribute("href");

        page.setViewportSize(390, 844);
        page.navigate(address(path));
        assertThat(heading(page, "Runt stationen")).isVisible();
        button(page, "Lägg till en iakttagelse").click();
        page.locator("[name='words']").fill("Lampan är trasig. Ring 070-123 45 67");
        assertThat(page.locator("#finding-warning")).containsText("telefonnummer");
        page.locator("#spot-field").fill("Stationsgatan");
        assertThat(page.locator("#spot-found [role=option]").first()).isVisible();
        page.locator("#spot-field").press("Enter");
        assertThat(page.locator("#spot-chosen")).containsText("Stationsgatan");
        assertAccessible(page, "a finding before it is saved");
        assertNoSidewaysScroll(page, "a finding on a phone");
        button(page, "Spara").click();
        assertThat(page.getByText("Lampan är trasig. Ring [telefon]")).isVisible();
        assertThat(heading(page, "En iakttagelse")).isFocused();
        page.locator("[data-edit]").click();
        page.getByLabel("Läge").selectOption("planned");
        page.getByLabel("Ansvarig").fill("Gatuenheten");
        button(page, "Spara").click();
        assertThat(page.getByText("Planerad · Gatuenheten")).isVisible();
        assertThat(page.locator("#walk-map .walk-number")).hasText("1");
        assertAccessible(page, "a walk with a finding");
        aPictureIsAddedAndTakenAway();
        drawRoute();

        page.navigate(address(path + "/protocol"));
        assertThat(page.locator(".walk-number")).hasText("1");
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("Gatuenheten");
        assertAccessible(page, "a protocol");
        assertNoSidewaysScroll(page, "a protocol on a phone");
        Assertions.assertThat(page.pdf()).as("the printed protocol").hasSizeGreaterThan(5_000);

        page.setViewportSize(1440, 900);
        page.reload();
        assertThat(page.locator(".walk-number")).hasText("1");
        Assertions.assertThat(((Number) page.evaluate("document.getElementById('walk-map').offsetWidth")).intValue())
                .as("width of the protocol's map on a desk in pixels, at most that of a sheet")
                .isBetween(600, 680);
        page.navigate(address("/"));
        openWalks();
        row("Runt stationen")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Vandra igen"))
                .click();
        button(page, "Spara").click();
        Locator again = row("återbesök");
        assertThat(again).isVisible();
        page.navigate(address(again.getByRole(AriaRole.LINK).first().getAttribute("href")));
        assertThat(page.getByText("En kvar att titta på.")).isVisible();
        page.getByLabel("Åtgärdat").check();
        assertThat(page.getByText("0 kvar att titta på.")).isVisible();
        assertAccessible(page, "a re-walk");
        page.reload();
        assertThat(page.getByLabel("Åtgärdat")).isChecked();
    }

    @Test
    void a_stranger_is_led_to_the_log_in_and_back_to_the_walk() {
        Page eva = newPerson();
        logInAndSeeHotspots(eva, "EST-medlem");
        Object id = eva.evaluate("""
                async () => {
                  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1];
                  const answer = await fetch('/api/walks', { method: 'POST',
                    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
                    body: JSON.stringify({ title: 'Kvällsvandring', walkedOn: '2026-11-20', light: 'dark', owner: 'K' }) });
                  return (await answer.json()).id;
                }""");
        page.navigate(address("/walk/" + id));
        demoAccount(page, "Planerare").click();
        assertThat(heading(page, "Kvällsvandring")).isVisible();
        assertThat(button(page, "Lägg till en iakttagelse")).hasCount(0);
    }

    private void aPictureIsAddedAndTakenAway() {
        page.locator("[data-edit]").click();
        page.locator("[name='photo']").setInputFiles(new FilePayload("lampa.jpg", "image/jpeg", picture()));
        button(page, "Spara").click();
        assertThat(page.locator(".survey-mark .walk-photo")).hasCount(1);
        page.locator("[data-edit]").click();
        assertAccessible(page, "a finding with a picture");
        page.locator("[data-photo]").click();
        assertThat(page.locator("#finding-photos img")).hasCount(0);
        button(page, "Avbryt").click();
        page.reload();
        assertThat(page.getByText("Planerad · Gatuenheten")).isVisible();
        assertThat(page.locator(".survey-mark .walk-photo")).hasCount(0);
    }

    /** The way walked so far is seen while it is drawn. */
    private void drawRoute() {
        button(page, "Rita rutten").click();
        for (String street : new String[] {"Stationsgatan", "Kvarngatan"}) {
            page.locator("#corner-field").fill(street);
            assertThat(page.locator("#corner-found [role=option]").first()).isVisible();
            page.locator("#corner-field").press("Enter");
            assertThat(page.locator("#corner-chosen")).containsText(street);
            button(page, "Lägg till platsen i rutten").click();
        }
        assertThat(page.locator("#route-state")).hasText("Rutten har 2 punkter.");
        assertThat(page.locator("#route-place path.picker-place__area")).hasCount(1);
        button(page, "Lägg till platsen i rutten").click();
        assertThat(page.locator("#route-fault")).containsText("redan sist i rutten");
        assertAccessible(page, "a route being drawn");
        button(page, "Klar med rutten").click();
        assertThat(button(page, "Ändra rutten")).isFocused();
        assertThat(page.locator("#walk-map .walk-route")).hasCount(1);
        page.reload();
        assertThat(page.getByText("Rutten har 2 punkter.")).isVisible();
        assertThat(page.locator("#walk-map .walk-route")).hasCount(1);
    }

    private static byte[] picture() {
        try {
            return PhotoForm.picture("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plan(String title) {
        openWalks();
        button(page, "Ny vandring").click();
        page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill(title);
        page.locator("[name='participants']").fill("Boende: 8\nKommunen: 3");
        page.locator("[name='owner']").fill("Lägesby kommun");
        assertAccessible(page, "the form of a walk");
        button(page, "Spara").click();
        assertThat(row(title)).isVisible();
    }

    private void openWalks() {
        page.locator("#account-button").click();
        page.locator("[data-action='walks']").click();
        assertThat(heading(page, "Trygghetsvandringar").last()).isVisible();
    }

    private Locator row(String title) {
        return page.locator(".wave-row")
                .filter(new Locator.FilterOptions().setHasText(title))
                .last();
    }
}
