package se.lageskarta.service.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches a browser: no request may leave for another machine, and nothing may go wrong unseen. */
final class Watch {
    private static final Set<String> LOCAL_SCHEMES = Set.of("data", "blob", "about");

    private final String host;
    private final List<String> strangers = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Integer> expected = new HashSet<>();
    private volatile boolean offline;

    Watch(BrowserContext context, URI service) {
        host = service.getAuthority();
        context.onRequest(this::note);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpected(message.text())) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
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

    private boolean isOurs(Request request) {
        URI address = URI.create(request.url());
        return LOCAL_SCHEMES.contains(address.getScheme()) || host.equals(address.getAuthority());
    }

    private boolean isExpected(String text) {
        return (offline && text.contains("net::ERR_"))
                || expected.stream().anyMatch(status -> text.contains("status of " + status));
    }
}
