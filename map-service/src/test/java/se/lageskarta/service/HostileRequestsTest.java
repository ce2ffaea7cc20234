package se.lageskarta.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.service.demo.LoadDemoTown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is sent to any address, the answer is never the server's fault (5xx), every refusal is a problem that says
 * what is wrong, and nothing of the inside is told. The addresses come from the list that security is built from, the
 * parameters from the API description, so that what is added later is tried too. Seeded: a failure can be repeated.
 */
class HostileRequestsTest {
    private static final long SEED = 20_261_122;
    private static final int TRIES_PER_ADDRESS = 40;
    /** These end the session that the test goes on with. */
    private static final Set<String> ENDING = Set.of("/logout", "/login");

    private static final List<String> VALUES = List.of(
            "",
            "%20",
            "%00",
            "%0d%0aX:1",
            "%ff%fe",
            "%c0%af",
            "%ed%a0%80",
            "%F0%9F%8C%B3",
            "..",
            "..%2f..%2fetc%2fpasswd",
            "-1",
            "0",
            "1",
            "1e400",
            "NaN",
            "Infinity",
            "-0",
            "9".repeat(30),
            "2147483648",
            "-9223372036854775809",
            "0x10",
            "1.7976931348623157e309",
            "%D9%A1%D9%A2",
            "2026-02-30",
            "9999-12-31",
            "0001-01-01",
            "2026-01-01",
            "0000-00-00",
            "%2B999999999-01-01",
            "2026-01-01T00:00:00Z",
            "2026-01-01/2025-01-01",
            "12.9,58,13.1,58.1",
            "13,58,12,57",
            "1,2,3",
            "-180,-90,180,90",
            "NaN,NaN,NaN,NaN",
            "1e9,1e9,1e9,1e9",
            "SKA",
            "SKA,KLO",
            "ska",
            "SKA%00",
            ",,,,",
            "1,2,x",
            "%27%20or%20%271%27=%271",
            "1;drop%20table%20measure",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "%24%7Bjndi:ldap://127.0.0.1/x%7D",
            "%25s%25n",
            "%5B%5D",
            "%7B%7D",
            "true",
            "null",
            "both",
            "crime",
            "unsafety",
            "quartic",
            "explain",
            "x".repeat(3000),
            "a,".repeat(500),
            "%E2%80%AE",
            "*",
            "%2A",
            "%22",
            "%5C");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{",
            "{}",
            "\"text\"",
            "[".repeat(20_000),
            "{\"a\":".repeat(5_000),
            "{\"type\":\"Feature\"}",
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1e999,58]},\"properties\":{}}",
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[13,58]]]},\"properties\":{}}",
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":\"x\"},\"properties\":[1]}",
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58]},\"properties\":"
                    + "{\"code\":\"LJU-1\",\"owner\":\"\\ud800\",\"title\":\"\\u0000\"}}",
            "{\"type\":\"Feature\",\"type\":\"Feature\",\"properties\":{\"code\":{\"code\":{}}}}",
            "a=b&c=%",
            "\u0000\u0001\u0002",
            "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x\"\r\n\r\na,b\r\n--X--\r\n",
            "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n\r\nlat,lon\r\n1,2");

    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/geo+json",
            "application/json; charset=utf-16",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=X",
            "application/x-www-form-urlencoded",
            "application/xml",
            "nonsense");

    private static final List<String> INSIDES = List.of(
            "Exception", "\tat ", "org.springframework", "java.lang", "SQLSTATE", "org.h2", "select ", "root:x:0");

    /** Addresses of pages for people that name something. */
    private static final List<String> PAGES = List.of("/survey/", "/walk/");

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Visitor member;
    private static Visitor administrator;
    private static Map<String, Set<String>> parameters;

    /** One line of the list of addresses. */
    record Address(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void open() throws IOException {
        service = RunningService.onH2(folder);
        service.part(LoadDemoTown.class).whenEmpty();
        member = service.as("est-coordinator");
        administrator = service.as("admin");
        parameters = described();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    static Stream<Address> addresses() throws IOException {
        List<Address> addresses = new ArrayList<>();
        InputStream list = Objects.requireNonNull(HostileRequestsTest.class.getResourceAsStream("/endpoints.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("method,") && !line.isBlank())
                    .map(line -> line.split(",", 3))
                    .filter(parts -> !ENDING.contains(parts[1]))
                    .forEach(parts -> addresses.add(new Address(parts[0], parts[1])));
        }
        return addresses.stream();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void no_address_breaks_whatever_it_is_sent(Address address) {
        Random random = new Random(SEED + address.hashCode());
        for (int i = 0; i < TRIES_PER_ADDRESS; i++) {
            Visitor visitor = i % 4 == 0 ? administrator : member;
            String target = path(address, random) + query(address, random);
            List<String> headers = new ArrayList<>(List.of("Content-Type", pick(MEDIA_TYPES, random)));
            if (random.nextBoolean()) {
                headers.addAll(List.of("If-Match", pick(List.of("\"v1\"", "*", "v", "W/\"v1\"", ",", "\""), random)));
            }
            String body = address.method.equals("GET") ? null : pick(BODIES, random);
            check(address.method + " " + target, send(visitor, address.method, target, body, headers));
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void an_unknown_parameter_is_named_and_refused(Address address) {
        if (!address.method.equals("GET") || !address.path.startsWith("/api/") || address.path.contains("{")) {
            return;
        }
        if (address.path.startsWith("/api/openapi") || address.path.equals("/api/session")) {
            return;
        }
        HttpResponse<String> answer = member.get(address.path + "?nonsense=1");
        if (answer.statusCode() != 403) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("nonsense");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET /api/measures HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/measures/..;/session HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET //api//measures HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api\\measures HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /error HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "FOO /api/measures HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "\u0000\u0001\u0002\u0003\r\n\r\n"
            })
    void a_malformed_request_is_the_clients_fault(String request) throws IOException {
        URI address = service.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String status = answer.isEmpty() ? "closed" : answer.split(" ", 3)[1];
            boolean refusedMethodOrVersion = status.equals("501") || status.equals("505");
            assertThat(status.startsWith("5") && !refusedMethodOrVersion)
                    .as(answer)
                    .isFalse();
            INSIDES.forEach(inside -> assertThat(answer).doesNotContain(inside));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void a_broken_form_is_the_clients_fault(String method) {
        List<String> form = List.of("Content-Type", "application/x-www-form-urlencoded", "If-Match", "\"v1\"");

        check(method, send(member, method, "/api/measures/1", "a=b&c=%", form));
    }

    @Test
    void a_stranger_learns_nothing_of_what_exists() throws IOException {
        Visitor stranger = service.stranger();
        addresses()
                .filter(address -> address.path.startsWith("/api/measures") && address.method.equals("GET"))
                .forEach(address -> assertThat(stranger.get(address.path.replaceAll("\\{[^}]*}", "1"))
                                .statusCode())
                        .isEqualTo(401));
    }

    private static void check(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what + "\n" + answer.body()).isLessThan(500);
        if (answer.statusCode() >= 400) {
            String type = answer.headers().firstValue("Content-Type").orElse("none");
            // what a person reads says in a page that there is nothing; everything else says it as a problem
            boolean page = PAGES.stream().anyMatch(start -> what.startsWith("GET " + start));
            String expected = page && answer.statusCode() == 404 && type.startsWith("text/html")
                    ? "text/html"
                    : "application/problem+json";
            assertThat(type).as(what + "\n" + answer.body()).startsWith(expected);
            INSIDES.forEach(inside -> assertThat(answer.body()).as(what).doesNotContain(inside));
        }
    }

    private static HttpResponse<String> send(
            Visitor visitor, String method, String target, String body, List<String> headers) {
        return visitor.send(method, target, body, headers.toArray(String[]::new));
    }

    private static String path(Address address, Random random) {
        String path = address.path;
        while (path.contains("{")) {
            int start = path.indexOf('{');
            int end = path.indexOf('}', start);
            String value = pick(VALUES, random).replace("/", "%2f");
            path = path.substring(0, start) + (value.isEmpty() ? "x" : value) + path.substring(end + 1);
        }
        return path.replace("*", "x");
    }

    private static String query(Address address, Random random) {
        Set<String> known = parameters.getOrDefault(address.toString(), Set.of());
        if (known.isEmpty() || random.nextInt(6) == 0) {
            return random.nextBoolean() ? "" : "?" + pick(VALUES, random);
        }
        List<String> names = List.copyOf(known);
        StringBuilder query = new StringBuilder();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            query.append(i == 0 ? '?' : '&')
                    .append(pick(names, random))
                    .append('=')
                    .append(pick(VALUES, random));
        }
        return query.toString();
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** What the API description says about parameters: method and path to names. */
    private static Map<String, Set<String>> described() {
        Map<String, Set<String>> described = new LinkedHashMap<>();
        JsonNode api =
                JsonMapper.shared().readTree(member.get("/api/openapi.json").body());
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    Set<String> names = new TreeSet<>();
                    method.getValue().path("parameters").forEach(parameter -> {
                        if (parameter.path("in").asString().equals("query")) {
                            names.add(parameter.path("name").asString());
                        }
                    });
                    described.put(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), names);
                }));
        assertThat(described).as("addresses in the API description").isNotEmpty();
        return described;
    }
}
