package se.lageskarta.service.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebError;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Watches a browser: no request may leave for another machine, and nothing may go wrong unseen. */
final class Watch implements AutoCloseable {
    private static final Set<String> LOCAL_SCHEMES = Set.of("data", "blob", "about");

    private final BrowserContext browser;
    private final String host;
    private final List<String> strangers = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Integer> expected = new HashSet<>();
    private volatile boolean offline;

    private final Consumer<Request> asking = this::note;
    private final Consumer<ConsoleMessage> saying = this::note;
    private final Consumer<WebError> failing = error -> complaints.add(error.error());

    Watch(BrowserContext browser, URI service) {
        this.browser = browser;
        host = service.getAuthority();
        browser.onRequest(asking);
        browser.onConsoleMessage(saying);
        browser.onWebError(failing);
    }

    /** Looks away: the browser is somebody else's from now on. */
    @Override
    public void close() {
        browser.offRequest(asking);
        browser.offConsoleMessage(saying);
        browser.offWebError(failing);
    }

    /** From now on an answer with this status is part of the journey: the browser notes it, and that is no fault. */
    void expect(int status) {
        expected.add(status);
    }

    /** From now on the network is away at times: that is part of the journey. */
    void expectOffline() {
        offline = true;
    }

    /** Every address asked for so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    void assertNothingWrong() {
        assertThat(strangers).as("requests to other machines").isEmpty();
        assertThat(complaints).as("errors in the browser").isEmpty();
    }

    private void note(Request request) {
        requests.add(request.url());
        if (!isOurs(request)) {
            strangers.add(request.url());
        }
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") && !isExpected(message.text())) {
            complaints.add(message.text());
        }
    }

    private boolean isOurs(Request request) {
        URI address = URI.create(request.url());
        return LOCAL_SCHEMES.contains(address.getScheme()) || host.equals(address.getAuthority());
    }

    private boolean isExpected(String text) {
        return (offline && text.contains("net::ERR_"))
                || expected.stream().anyMatch(status -> text.contains("status of " + status));
    }
}
