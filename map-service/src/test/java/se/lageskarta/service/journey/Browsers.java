package se.lageskarta.service.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The browsers of a town's visitors. One that was used is lent again after everything that a visit leaves in it has been
 * erased, except the page's files: they are the same for everybody, and fetching and reading them anew is most of what
 * coming in costs.
 */
final class Browsers {
    /** Where Debian and its kin put Chromium; the system property {@code lageskarta.chromium} names another place. */
    private static final List<String> CHROMIUM =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // no name but this machine's own leads anywhere: what the watch sees leave does not arrive
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

    private static @Nullable Browser chromium;

    private final URI address;
    private final Map<String, Deque<BrowserContext>> free = new HashMap<>();
    private final Map<BrowserContext, String> lent = new HashMap<>();

    /** @param address of the service that all of them visit */
    Browsers(URI address) {
        this.address = address;
    }

    /** One as nobody has used it, with a window of that many pixels. */
    BrowserContext lend(int width, int height) {
        String window = width + "x" + height;
        Deque<BrowserContext> used = free.computeIfAbsent(window, size -> new ArrayDeque<>());
        BrowserContext browser = used.isEmpty() ? fresh(width, height) : used.pop();
        lent.put(browser, window);
        return browser;
    }

    /** Closes its pages and erases what they have left. */
    void takeBack(BrowserContext browser) {
        String window = Objects.requireNonNull(lent.remove(browser), "it was not lent");
        browser.setOffline(false);
        browser.setGeolocation(null);
        browser.clearPermissions();
        browser.pages().forEach(Page::close);
        try (Page page = browser.newPage()) {
            CDPSession session = browser.newCDPSession(page);
            JsonObject everything = new JsonObject();
            everything.addProperty("origin", address.toString());
            everything.addProperty("storageTypes", "all");
            session.send("Storage.clearDataForOrigin", everything);
            session.detach();
        }
        browser.clearCookies();
        free.computeIfAbsent(window, size -> new ArrayDeque<>()).push(browser);
    }

    private static BrowserContext fresh(int width, int height) {
        return chromium()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("sv-SE"));
    }

    /** The program, started once for all towns; it stops with the test run. */
    private static synchronized Browser chromium() {
        Browser running = chromium;
        if (running == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program())
                            .setArgs(ARGUMENTS));
            chromium = running;
        }
        return running;
    }

    private static Path program() {
        String named = System.getProperty("lageskarta.chromium");
        if (named != null) {
            return Path.of(named);
        }
        return CHROMIUM.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium is in none of " + CHROMIUM + "; install it, or name it with -Dlageskarta.chromium"));
    }
}
