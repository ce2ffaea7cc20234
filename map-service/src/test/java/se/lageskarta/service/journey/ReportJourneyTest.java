package se.lageskarta.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Somebody in the street with a phone, somebody at a desk, and the way between them and back. */
class ReportJourneyTest extends Journey {
    private static final double LON = 18.7973;
    private static final double LAT = 61.9056;
    /** Some hundred metres: each journey reports somewhere else. */
    private static final double APART_DEGREES = 0.002;

    @Override
    protected int[] window() {
        return new int[] {390, 844};
    }

    @Test
    void a_report_with_position_and_picture_takes_three_steps() {
        standAt(page, 0);
        come(page);
        assertAccessible(page, "what");
        assertNoSidewaysScroll(page, "what");
        choose(page, "BEL");
        assertAccessible(page, "where");
        page.setViewportSize(844, 390);
        assertAccessible(page, "where, on its side");
        assertThat(page.locator("#place-chosen")).hasText("Ingen plats är vald.");
        assertThat(page.locator("#report-next")).isDisabled();
        page.setViewportSize(390, 844);
        page.locator("#place-locate").click();
        assertThat(page.locator("#place-chosen")).containsText("på 9 meter när");
        page.locator("#report-next").click();
        page.locator("[name=words]").fill("Lampan är trasig. Ring 070-123 45 67");
        assertThat(page.locator("#words-warning")).containsText("telefonnummer");
        page.locator("#photos-file").setInputFiles(new FilePayload("lampa.png", "image/png", picture()));
        assertThat(page.locator("#photos-list img")).hasCount(1);
        assertAccessible(page, "describe");
        assertNoSidewaysScroll(page, "describe");
        page.locator("#report-send").click();
        assertThat(page.locator(".report-number")).containsText("Rapport nummer");
        assertAccessible(page, "receipt");

        page.locator("#receipt-mine").click();
        Locator mine = page.locator(".report-card").first();
        assertThat(mine).containsText("Ring [telefon]");
        assertThat(mine).containsText("Mottagen");
        assertThat(mine.locator("img")).hasCount(1);
        assertAccessible(page, "my reports");
        page.setViewportSize(320, 640);
        assertNoSidewaysScroll(page, "my reports at 320 px");
    }

    @Test
    void what_is_written_without_a_network_is_sent_once_when_it_is_back() {
        standAt(page, 1);
        come(page);
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        watch.expectOffline();
        page.context().setOffline(true);
        page.reload();
        assertThat(page.locator("#offline")).containsText("Ingen kontakt");
        choose(page, "NED");
        page.locator("#place-locate").click();
        page.locator("#report-next").click();
        page.locator("[name=words]").fill("Skräp utan nät");
        page.locator("#report-send").click();
        assertThat(page.locator("#receipt-state")).containsText("sparad i telefonen");
        assertAccessible(page, "receipt without a network");

        page.reload();
        page.locator("#nav-mine").click();
        assertThat(page.locator(".report-outbox")).containsText("Väntar på kontakt");
        assertAccessible(page, "outbox");
        page.context().setOffline(false);
        assertThat(page.locator(".report-outbox")).hasCount(0);
        assertThat(page.locator(".report-list .report-card").getByText("Skräp utan nät"))
                .hasCount(1);
        page.reload();
        page.locator("#nav-mine").click();
        assertThat(page.locator(".report-list .report-card").getByText("Skräp utan nät"))
                .hasCount(1);
    }

    @Test
    void who_sees_what_another_has_reported_is_asked_and_both_get_the_answer() {
        standAt(page, 2);
        come(page);
        report(page, "SIK", "Buskarna skymmer");
        Page other = newPerson();
        standAt(other, 2);
        comeByLink(other, "Parkens fältlag");
        choose(other, "SIK");
        other.locator("#place-locate").click();
        other.locator("#report-next").click();
        assertThat(heading(other, "Är det samma sak?")).isVisible();
        assertAccessible(other, "is it the same");
        button(other, "Ja, lägg till min iakttagelse").click();
        other.locator("#report-send").click();
        assertThat(other.locator("#receipt-state")).containsText("lagd till en tidigare rapport");

        Page desk = desk();
        Locator item = desk.locator(".report-item").filter(new Locator.FilterOptions().setHasText("Buskarna skymmer"));
        item.locator("[data-open]").click();
        assertThat(item).containsText("Står också för rapport");
        item.locator("#handling-fixed").check();
        item.locator("[name=template]").selectOption("done");
        item.locator("#handling-save").click();
        assertThat(desk.locator("#toasts")).containsText("är sparat");

        for (Page reporter : List.of(page, other)) {
            reporter.locator("#nav-mine").click();
            Locator card = reporter.locator(".report-card").first();
            assertThat(card).containsText("Åtgärdad");
            assertThat(card).containsText("Så här gick det");
            assertThat(card).containsText("Det är åtgärdat.");
        }
        assertAccessible(page, "answered");
    }

    @Test
    void a_coordinator_handles_counts_and_makes_a_measure_of_a_report() {
        standAt(page, 3);
        come(page);
        report(page, "SKA", "Krossad ruta vid entrén");

        Page desk = desk();
        assertAccessible(desk, "inbox");
        Locator item =
                desk.locator(".report-item").filter(new Locator.FilterOptions().setHasText("Krossad ruta vid entrén"));
        item.locator("[data-open]").focus();
        desk.keyboard().press("Enter");
        assertThat(item.locator("#handling-save")).isVisible();
        assertThat(item).containsText("Sedd");
        assertAccessible(desk, "report opened");
        item.locator("#handling-not-fixed").check();
        item.locator("#handling-save").click();
        assertThat(item.locator("#field-answer-error")).containsText("varför");
        assertAccessible(desk, "answer missing");
        item.locator("#handling-forwarded").check();
        item.locator("[name=forwardedTo]").fill("Bostadsbolaget");
        item.locator("[name=counted]").check();
        item.locator("#handling-save").click();
        assertThat(desk.locator("#toasts")).containsText("är sparat");

        desk.locator("#reports-state").selectOption("decided");
        Locator decided =
                desk.locator(".report-item").filter(new Locator.FilterOptions().setHasText("Krossad ruta vid entrén"));
        assertThat(decided).containsText("Räknas som händelse");
        decided.locator("[data-show]").click();
        decided.locator("[data-measure-of]").click();
        assertThat(desk.locator("#panel")).containsText("För rapport nr");
        assertThat(desk.locator("[data-fitting]")).isChecked();
        button(desk, "Tillbaka utan att spara").click();
        Download table = desk.waitForDownload(
                () -> desk.locator(".downloads a[href='/data/reports.csv']").click());
        Assertions.assertThat(table.suggestedFilename()).isEqualTo("reports.csv");

        page.locator("#nav-mine").click();
        assertThat(page.locator(".report-card").first()).containsText("Skickad till Bostadsbolaget");
        takeBack(page);
    }

    @Test
    void a_link_opens_the_page_leaves_no_secret_in_the_address_and_is_ended_with_one_press() {
        String address = comeByLink(page, "Skolans vaktmästare");
        Assertions.assertThat(page.url()).isEqualTo(address("/report"));
        Page desk = desk();
        desk.locator("#reporter-links").click();
        Locator row =
                desk.locator("#link-list tr").filter(new Locator.FilterOptions().setHasText("Skolans vaktmästare"));
        assertThat(row).containsText("Gäller");
        assertAccessible(desk, "links");
        row.locator("[data-revoke]").click();
        assertThat(row).containsText("Avslutad");

        watch.expect(422);
        watch.expect(401);
        page.navigate(address);
        page.reload();
        assertThat(heading(page, "Öppna din rapportörslänk")).isVisible();
        assertAccessible(page, "link ended");
    }

    @Test
    void a_report_on_the_map_leads_to_its_place_in_the_inbox() {
        Page desk = desk();
        Locator first = desk.locator(".report-item").first();
        String id = first.getAttribute("data-report-row");
        first.locator("[data-show]").click();
        desk.locator("#tab-hotspots").click();
        assertThat(desk.locator("#layer-reports")).isChecked();
        BoundingBox map = desk.locator("#map").boundingBox();
        desk.mouse().click(map.x + map.width / 2, map.y + map.height / 2);
        assertThat(desk.locator("#report-" + id)).hasAttribute("aria-expanded", "true");
        assertThat(desk.locator("#tab-inbox")).hasAttribute("aria-selected", "true");
        desk.locator("#layer-reports").uncheck();
        assertThat(desk.locator("#layer-reports")).not().isChecked();
    }

    private void standAt(Page person, int spot) {
        person.context().grantPermissions(List.of("geolocation"));
        person.context().setGeolocation(new Geolocation(LAT + spot * APART_DEGREES, LON).setAccuracy(9));
    }

    /** As the demo's reporter. */
    private void come(Page person) {
        person.navigate(address("/report"));
        person.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Logga in"))
                .click();
        demoAccount(person, "Rapportör").click();
        assertThat(person.locator(".report-type").first()).isVisible();
    }

    /** As somebody who has been given a link; answers the address with its secret. */
    private String comeByLink(Page person, String label) {
        Page desk = desk();
        desk.locator("#reporter-links").click();
        desk.locator("[name=label]").fill(label);
        desk.locator("#link-give").click();
        assertThat(desk.locator(".qr")).isVisible();
        assertAccessible(desk, "link given");
        String address = desk.locator("#link-address").textContent();
        person.navigate(address);
        assertThat(person.locator(".report-type").first()).isVisible();
        return address;
    }

    /** The coordinator's inbox, on a desk. */
    private Page desk() {
        Page desk = newPerson();
        desk.setViewportSize(1440, 900);
        logIn(desk, "EST-samordnare");
        desk.locator("#tab-inbox").click();
        assertThat(desk.locator("#reports-state")).isVisible();
        return desk;
    }

    private static void choose(Page person, String type) {
        Locator button = person.locator("#type-" + type);
        if (!button.isVisible()) {
            person.locator("#types-more").click();
        }
        button.click();
        assertThat(person.locator("#place-locate")).isVisible();
    }

    private static void report(Page person, String type, String words) {
        choose(person, type);
        person.locator("#place-locate").click();
        assertThat(person.locator("#place-chosen")).containsText("meter när");
        person.locator("#report-next").click();
        person.locator("[name=words]").fill(words);
        person.locator("#report-send").click();
        assertThat(person.locator(".report-number")).isVisible();
    }

    /** So that the other journeys find the town as it was: what was counted is gone with the report. */
    private void takeBack(Page person) {
        Page desk = desk();
        Object left = desk.evaluate("""
                async () => {
                  const mine = await (await fetch('/api/reports?state=all&limit=200')).json();
                  const counted = mine.reports.filter(({ handling }) => handling.counted);
                  const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]);
                  for (const { id, version } of counted) {
                    await fetch(`/api/reports/${id}`, { method: 'DELETE', headers: { 'If-Match': `"v${version}"`, 'X-XSRF-TOKEN': token } });
                  }
                  return counted.length;
                }""", Map.of());
        Assertions.assertThat(((Number) left).intValue()).isEqualTo(1);
        person.reload();
        person.locator("#nav-mine").click();
        assertThat(person.locator(".report-card").first()).containsText("Återtagen");
    }

    private static byte[] picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
