package se.lageskarta.service.publicpage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.service.journey.Accessibility;

/**
 * The files opened by a real browser: from a plain folder, where no server stands behind them, and for axe (which reads style
 * sheets once more) from a server whose policy forbids all that is not theirs.
 */
class PublicPageInBrowserTest {
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @TempDir
    static Path folder;

    private static Playwright playwright;
    private static Browser browser;
    private static HttpServer server;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void unpack() throws IOException {
        Map<String, PublicFile> files = PublicPageFiles.of(InventedRelease.town());
        PublicPageFiles.write(files, folder);
        Map<String, PublicFile> all = new HashMap<>(files);
        PublicPageFiles.of(InventedRelease.wide()).forEach((path, file) -> all.put("wide/" + path, file));
        serve(all);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
        server.stop(0);
    }

    private static void serve(Map<String, PublicFile> files) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            PublicFile file = files.get(exchange.getRequestURI().getPath().substring(1));
            exchange.getResponseHeaders().set("Content-Type", file.mediaType());
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'");
            exchange.sendResponseHeaders(200, file.bytes().length);
            exchange.getResponseBody().write(file.bytes());
            exchange.close();
        });
        server.start();
    }

    private static String served(String file) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + file;
    }

    @AfterEach
    void nothing_went_wrong() {
        contexts.forEach(BrowserContext::close);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "en.html",
                "embed.html",
                "embed-en.html",
                "tillganglighet.html",
                "tillganglighet-en.html"
            })
    void every_page_is_accessible_by_day_by_night_and_on_a_phone(String file) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = openAt(served(file), options().setColorScheme(scheme));
            assertAccessible(page, file + " " + scheme);
        }
        Page narrow = openAt(served(file), options().setViewportSize(320, 640));
        assertAccessible(narrow, file + " at 320 pixels");
        assertThat((Integer) narrow.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as(file)
                .isLessThanOrEqualTo(0);
    }

    @Test
    void without_a_script_everything_is_read_and_the_map_shows_what_is_chosen() {
        Page page = open("index.html", options().setJavaScriptEnabled(false));
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Karta över")))
                .isVisible();
        assertThat(page.locator("#r17")).containsText("Ringvägen 2");
        assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(page.locator("figcaption")).containsText("Alla rapporterade händelser");

        page.getByLabel("Skadegörelse och klotter").check();
        assertThat(page.locator("figcaption .only-b")).isVisible();
        assertThat(page.locator("figcaption .only-a")).isHidden();
        page.locator("#r17 a").click();
        assertThat(page).hasURL(Pattern.compile(".*#m17$"));
    }

    @Test
    void what_is_chosen_fills_the_areas_by_its_classes() {
        Page page = open("index.html", options());
        int before = shown(page, 22);
        page.getByLabel("Stölder utomhus").check();

        assertThat(shown(page, 22)).isEqualTo(classOf(21, 2)).isNotEqualTo(before);
        assertThat(before).isEqualTo(classOf(21, 0));
    }

    @Test
    void an_area_is_chosen_by_the_keyboard_in_the_table_and_read_beside_the_map() {
        Page page = openAt(served("index.html"), options());
        Locator name = page.locator("#r22 a");
        name.focus();
        page.keyboard().press("Enter");

        Locator about = page.locator("#about");
        assertThat(about).isFocused();
        assertThat(about).containsText(name.textContent());
        assertThat(about).containsText("Hushåll");
        assertThat((String) page.locator(".sel").getAttribute("d"))
                .isEqualTo(page.locator("#m22").getAttribute("d"));
        page.locator("#table-part .scroll").evaluate("table => { table.scrollTop = 0; }");
        assertAccessible(page, "an area is chosen");

        page.getByText("Visa i tabellen").click();
        assertThat(name).isFocused();
    }

    @Test
    void a_town_that_is_small_beside_its_municipality_is_read_chosen_and_enlarged_in_a_drawing_of_its_own() {
        Page page = openAt(served("wide/index.html"), options());
        Locator part = page.locator("#map2");
        assertThat(page.getByText("Påhittköping förstorad")).isVisible();
        assertThat(page.getByText("Hela kommunen")).not().hasCount(0);
        assertThat(part.locator(".only-a text").first()).isVisible();
        assertThat(fillOf(page)).contains("#q" + classOf(21, 0));
        page.getByLabel("Stölder utomhus").check();
        assertThat(fillOf(page)).contains("#q" + classOf(21, 2));
        assertThat(shown(page, 22)).isEqualTo(classOf(21, 2));

        part.locator("use[href='#m22']").click();
        assertThat(page.locator("#about-name")).hasText(page.locator("#r22 a").textContent());
        page.locator("#about-close").click();
        assertThat(page.locator("#frame2")).isFocused();
        page.keyboard().press("+");
        assertThat(page.locator("#zoom2")).hasAttribute("transform", Pattern.compile(".*scale\\(1\\.5\\)"));
        assertThat(page.locator("#zoom")).hasAttribute("transform", Pattern.compile(".*scale\\(1\\)"));
        assertAccessible(page, "two drawings");

        page.setViewportSize(320, 640);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .isLessThanOrEqualTo(0);
    }

    /** What fills the 22nd area where it is enlarged. */
    private static String fillOf(Page page) {
        return (String) page.locator("#map2 use[href='#m22']").evaluate("area => getComputedStyle(area).fill");
    }

    @Test
    void an_area_is_chosen_on_the_map_and_escape_lets_go() {
        Page page = open("index.html", options());
        page.locator("#m22").dispatchEvent("click");
        assertThat(page.locator("#about-name")).hasText(page.locator("#r22 a").textContent());

        page.locator("#about-close").focus();
        page.keyboard().press("Escape");
        assertThat(page.locator("#about")).isHidden();
        assertThat(page.locator("#frame")).isFocused();
    }

    @Test
    void the_map_is_enlarged_moved_and_shown_whole_by_keys_and_buttons() {
        Page page = open("index.html", options());
        String whole = page.locator("#zoom").getAttribute("transform");
        page.locator("#frame").focus();
        page.keyboard().press("+");
        page.keyboard().press("+");
        String near = page.locator("#zoom").getAttribute("transform");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#zoom").getAttribute("transform")).isNotEqualTo(near);
        assertThat(near).isNotEqualTo(whole);
        assertThat(page.locator("#scale text")).hasText("200 m");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Visa hela kartan"))
                .click();
        assertThat(page.locator("#zoom").getAttribute("transform")).isEqualTo(whole);
        assertThat(page.locator("#out")).isDisabled();
    }

    @Test
    void the_table_is_sorted_and_searched() {
        Page page = open("index.html", options());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Alla rapporterade händelser"))
                .click();
        assertThat(page.locator("#table tbody tr").first()).containsText("få");
        assertThat(page.locator("th[aria-sort=ascending]")).hasText("Alla rapporterade händelser");
        page.keyboard().press("Enter");
        assertThat(page.locator("#table tbody tr").first()).containsText("50+");

        page.getByLabel("Sök område").fill("almv");
        assertThat(page.locator("#table tbody tr:visible")).hasCount(4);
        assertThat(page.locator("#found")).hasText("4 av 56 områden");
    }

    @Test
    void pages_lead_to_each_other_and_keep_their_language() {
        Page page = open("index.html", options());
        page.getByText("In English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.getByText("Accessibility statement").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Accessibility statement for");
        page.getByText("To the map and the table").click();
        assertThat(page).hasURL(Pattern.compile(".*/en.html$"));
    }

    private Page open(String file, Browser.NewContextOptions options) {
        return openAt(folder.resolve(file).toUri().toString(), options);
    }

    private Page openAt(String address, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setLocale("sv-SE"));
        contexts.add(context);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                wrong.add(message.text());
            }
        });
        context.onWebError(error -> wrong.add(error.error()));
        context.onRequest(request -> {
            if (!request.url().startsWith("file:") && !request.url().startsWith(served(""))) {
                wrong.add("asked for " + request.url());
            }
        });
        Page page = context.newPage();
        page.navigate(address);
        return page;
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900);
    }

    private static void assertAccessible(Page page, String state) {
        assertThat(Accessibility.faults(page, WCAG)).as(state).isEmpty();
    }

    /** The class whose pattern fills an area now. */
    private static int shown(Page page, int number) {
        String fill = (String) page.evaluate("n => getComputedStyle(document.getElementById('m' + n)).fill", number);
        return Integer.parseInt(fill.replaceAll(".*#p(\\d).*", "$1"));
    }

    private static int classOf(int area, int series) {
        Release town = InventedRelease.town();
        return town.cells().get(area * town.series().size() + series).count().ordinal();
    }

    private static Path chromium() {
        String named = System.getProperty("lageskarta.chromium");
        return named != null
                ? Path.of(named)
                : List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("name Chromium with -Dlageskarta.chromium"));
    }
}
