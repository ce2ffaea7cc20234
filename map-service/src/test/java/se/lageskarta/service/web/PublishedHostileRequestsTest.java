package se.lageskarta.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.security.DemoAccounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fires a collection of hostile requests that lies beside the project, {@code ../shared/corpus/http_cases.json}, byte by
 * byte over a socket. Where the collection is not there this adds nothing; {@link ProblemsOverHttpTest} holds the kinds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedHostileRequestsTest {
    private static final Map<String, String> ADDRESSES = Map.of(
            "{tile}", "/tiles/incidents", "{inc}", "/api/incidents", "{mea}", "/api/measures", "{imp}", "/api/imports");
    private static final int PATIENCE_MILLIS = 10_000;

    @TempDir
    static Path folder;

    private RunningService service;
    private String credentials;

    @BeforeAll
    void start() {
        service = RunningService.onH2(folder);
        String line = service.part(DemoAccounts.class).announcement().stream()
                .filter(account -> account.startsWith("est-coordinator:"))
                .findFirst()
                .orElseThrow();
        String pair = line.split(": ")[1].replace(" / ", ":");
        credentials = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> each_is_answered_as_the_collection_says() throws IOException {
        Optional<Path> file = collection();
        if (file.isEmpty()) {
            return Stream.empty();
        }
        JsonNode cases = JsonMapper.shared().readTree(Files.readString(file.get(), StandardCharsets.UTF_8));
        return cases.valueStream()
                .filter(request -> !addressed(text(request)).contains("{pub}"))
                .map(request -> DynamicTest.dynamicTest(
                        request.get("name").stringValue(), () -> check(request, send(request))));
    }

    /** Beside the project, or beside a folder it lies in. */
    private static Optional<Path> collection() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/corpus/http_cases.json"))
                .filter(Files::exists)
                .findFirst();
    }

    private static void check(JsonNode request, String answer) {
        Set<Integer> expected = new HashSet<>();
        request.get("expect").forEach(status -> expected.add(status.intValue()));
        int status = answer.startsWith("HTTP/") ? Integer.parseInt(answer.split(" ")[1]) : 0;
        assertThat(status).as(answer).isIn(expected);
        if (status >= 400) {
            assertThat(answer).doesNotContain("Exception", "\tat ", "org.springframework", "SQLSTATE", "root:x:0");
        }
    }

    private String send(JsonNode request) throws IOException {
        byte[] bytes = request.get("raw").booleanValue()
                ? addressed(text(request.get("body"))).getBytes(StandardCharsets.ISO_8859_1)
                : composed(request);
        try (Socket socket = new Socket("127.0.0.1", service.address().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes);
            byte[] start = new byte[16_384];
            int length = socket.getInputStream().read(start);
            return length < 0 ? "closed" : new String(start, 0, length, StandardCharsets.UTF_8);
        } catch (SocketException | SocketTimeoutException refusedOnTheWay) {
            return "closed: " + refusedOnTheWay.getMessage();
        }
    }

    private byte[] composed(JsonNode request) throws IOException {
        byte[] body = text(request.get("body")).getBytes(StandardCharsets.UTF_8);
        String path = addressed(request.get("path").stringValue());
        var head = new StringBuilder();
        // a client library refuses to send these; percent-encoded they reach us
        head.append(request.get("method").stringValue()).append(' ').append(path.replace(" ", "%20"));
        head.append(" HTTP/1.1\r\n");
        JsonNode headers = request.get("headers");
        if (!headers.has("Host")) {
            head.append("Host: 127.0.0.1\r\n");
        }
        if (!headers.has("Authorization")) {
            head.append("Authorization: ").append(credentials).append("\r\n");
        }
        headers.properties().forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue().stringValue())
                .append("\r\n"));
        if (!request.get("body").isNull()) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(body);
        return bytes.toByteArray();
    }

    private static String addressed(String text) {
        String addressed = text;
        for (Map.Entry<String, String> address : ADDRESSES.entrySet()) {
            addressed = addressed.replace(address.getKey(), address.getValue());
        }
        return addressed;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.isNull() ? "" : value.toString();
    }
}
