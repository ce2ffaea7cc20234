package se.lageskarta.service.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who comes back fetches the page and the data, and nothing of what the page is made of. */
class ReturnJourneyTest extends Journey {
    private static final Pattern LASTING = Pattern.compile("/(assets/[0-9a-f]{16}|webjars/leaflet/[0-9.]+)/.*");
    private static final Pattern NAMED_IN_PAGE = Pattern.compile("(?:href|src)=\"(/[^\"#]+)|\"leaflet\":\"([^\"]+)");
    private static final List<String> PAGES =
            List.of("/login.html", "/index.html", "/report.html", "/survey.html", "/walk.html", "/walk-protocol.html");
    private static final List<String> DATA = List.of("/api/", "/tiles/", "/data/");
    private static final String BUILD_OF_OLD = "/assets/0123456789abcdef";

    @Test
    void the_second_load_of_the_map_asks_the_service_for_the_page_and_the_data_alone() {
        logInAndSeeHotspots(page, "EST-medlem");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Network network = new Network(page);
        page.reload();
        hotspots(page).first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(network.all()).filteredOn(isLasting()).hasSizeGreaterThan(200);
        assertThat(network.asked()).contains("/", "/api/session");
        assertThat(network.asked())
                .allMatch(path -> path.equals("/") || DATA.stream().anyMatch(path::startsWith));
    }

    @Test
    void a_page_is_checked_each_time_and_all_that_it_names_is_kept_for_good_and_brings_no_cookie() {
        for (String address : PAGES) {
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).as(address).contains("no-cache");
            String tag = header(answer, "ETag");
            assertThat(get(address, "If-None-Match", tag).statusCode())
                    .as("%s again", address)
                    .isEqualTo(304);
            List<String> named = namedIn(answer.body());
            assertThat(named).as(address).hasSizeGreaterThan(5).allMatch(isLasting());
            named.forEach(this::assertKeptForGood);
        }
    }

    @Test
    void addresses_of_an_earlier_build_and_those_without_any_still_work_and_are_checked_each_time() {
        for (String address : List.of(BUILD_OF_OLD + "/map/app.js", "/map/app.js", "/styles/base.css")) {
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).as(address).contains("no-cache");
            assertThat(answer.headers().map()).as(address).doesNotContainKey("set-cookie");
        }
        String build = namedIn(get("/login.html").body()).get(0).replaceFirst("(/assets/[0-9a-f]+)/.*", "$1");
        for (String nothing : List.of(build + "/index.html", build + "/map/nothing.js", "/assets/zzz/map/app.js")) {
            HttpResponse<String> answer = get(nothing);
            assertThat(answer.statusCode()).as(nothing).isEqualTo(404);
            assertThat(header(answer, "Cache-Control")).as(nothing).doesNotContain("immutable");
        }
    }

    @Test
    void what_a_phone_keeps_of_the_report_page_has_the_addresses_that_the_page_names() {
        List<String> named = namedIn(get("/report").body());
        String worker = get("/report-worker.js").body();
        assertThat(named).allMatch(address -> worker.contains("'" + address + "'"));
    }

    private void assertKeptForGood(String address) {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).as(address).contains("public", "immutable", "max-age=31536000");
        assertThat(answer.headers().map()).as(address).doesNotContainKey("set-cookie");
        assertThat(header(answer, "X-Content-Type-Options")).as(address).isEqualTo("nosniff");
    }

    private static Predicate<String> isLasting() {
        return LASTING.asMatchPredicate();
    }

    private static List<String> namedIn(String page) {
        return NAMED_IN_PAGE
                .matcher(page)
                .results()
                .map(ReturnJourneyTest::named)
                .distinct()
                .toList();
    }

    private static String named(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(path, failure);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** What a page asks for from now on, and what of it the browser had already. */
    private static final class Network {
        private final List<String> all = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private final Set<String> kept = new HashSet<>();

        Network(Page page) {
            CDPSession session = page.context().newCDPSession(page);
            session.on(
                    "Network.requestServedFromCache",
                    event -> kept.add(event.get("requestId").getAsString()));
            session.on("Network.responseReceived", this::note);
            session.send("Network.enable");
        }

        private void note(JsonObject event) {
            JsonObject answer = event.getAsJsonObject("response");
            URI address = URI.create(answer.get("url").getAsString());
            if (!"http".equals(address.getScheme())) {
                return;
            }
            all.add(address.getPath());
            if (!answer.get("fromDiskCache").getAsBoolean()
                    && !kept.contains(event.get("requestId").getAsString())) {
                asked.add(address.getPath());
            }
        }

        List<String> all() {
            return all;
        }

        /** Paths that the service was asked for. */
        List<String> asked() {
            return asked;
        }
    }
}
