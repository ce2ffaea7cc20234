package se.lageskarta.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a client sends, the answer is a 4xx that says what is wrong, and never tells of our insides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsOverHttpTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PATIENCE_MILLIS = 10_000;

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor planner;

    @BeforeAll
    void start() {
        service = RunningService.onH2(folder);
        planner = service.as("planner");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void an_unknown_parameter_is_named_with_those_that_are_known() {
        HttpResponse<String> answer = planner.get("/api/measure-catalogue?typ=SKA");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = problem(answer);
        assertThat(problem.get("code").stringValue()).isEqualTo("parameter.unknown");
        assertThat(problem.get("instance").stringValue()).isEqualTo("/api/measure-catalogue");
        JsonNode error = problem.get("errors").get(0);
        assertThat(error.get("field").stringValue()).isEqualTo("typ");
        assertThat(error.get("value").stringValue()).isEqualTo("SKA");
        assertThat(error.get("reason").stringValue()).contains("finns inte");
        assertThat(error.get("remedy").stringValue()).contains("types");
    }

    @Test
    void who_could_not_wait_for_others_that_write_is_told_to_try_again_and_that_nothing_was_saved() throws IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        service.part(ProblemHandler.class)
                .several(
                        new CannotAcquireLockException("the table of our insides is locked"),
                        new MockHttpServletRequest("POST", "/api/measures"),
                        answer);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("Ingenting har sparats. Försök igen.")
                .doesNotContain("insides");
    }

    @ParameterizedTest
    @CsvSource({
        "en, There is no such value",
        "'de, en;q=0.8, sv;q=0.1', There is no such value",
        "fr, Värdet finns inte",
        "'////', Värdet finns inte"
    })
    void it_is_told_in_the_readers_language_and_in_swedish_when_it_is_not_ours(String wishes, String words) {
        HttpResponse<String> answer = planner.get("/api/measure-catalogue?types=XXX", "Accept-Language", wishes);

        assertThat(problem(answer).get("errors").get(0).get("reason").stringValue())
                .startsWith(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/actuator/env",
                "/h2-console",
                "/v3/api-docs",
                "/error",
                "/error?trace=true",
                "/META-INF/MANIFEST.MF",
                "/application.yml",
                "/static/index.html",
                "/map/nothing.js",
                "/webjars/nothing/1/x.js",
                "/api/measures/abc",
                "/api/measures/999999999"
            })
    void what_is_not_there_is_missing(String path) {
        assertThat(problem(service.as("est-member").get(path)).get("status").intValue())
                .isEqualTo(404);
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        HttpResponse<String> answer = planner.send("DELETE", "/api/types", null);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
        problem(answer);
    }

    @Test
    void a_format_nobody_makes_is_refused() {
        HttpResponse<String> answer = planner.get("/api/types", "Accept", "application/x-php");

        assertThat(answer.statusCode()).isEqualTo(406);
        problem(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "*/*;charset=utf-8", "*"})
    void content_of_any_type_is_of_no_type(String type) {
        HttpResponse<String> answer =
                service.as("est-member").send("POST", "/api/measures", "{}", "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(problem(answer).get("code").stringValue()).isEqualTo("unsupported-media-type");
    }

    @Test
    void a_content_nobody_reads_is_refused() {
        HttpResponse<String> answer = service.as("est-member")
                .send("POST", "/api/measures", "name=a", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(415);
        problem(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1|Host: h||",
                "GET /% HTTP/1.1|Host: h||",
                "GET /api/types?x=%zz HTTP/1.1|Host: h||",
                "GET /..;/actuator/env HTTP/1.1|Host: h||",
                "GET //api/types HTTP/1.1|Host: h||",
                "GET /webjars/../../application.yml HTTP/1.1|Host: h||",
                "GET /webjars/%2e%2e/%2e%2e/application.yml HTTP/1.1|Host: h||",
                "GET /%c0%ae%c0%ae/ HTTP/1.1|Host: h||",
                "GET /a%00b HTTP/1.1|Host: h||",
                "FOO /api/types HTTP/1.1|Host: h||",
                "TRACE /api/types HTTP/1.1|Host: h||",
                "GET / HTTP/1.1||",
                "GET / HTTP/1.1|Host: a|Host: b||",
                "GET /api/types HTTP/1.1|Host: h|Accept: ////||",
                "GET /api/types HTTP/1.1|Host: h|Cookie: SESSION=\u0001;;;==;||",
                "POST /login HTTP/1.1|Host: h|Content-Length: 4|Transfer-Encoding: chunked||0||",
                "POST /login HTTP/1.1|Host: h|Content-Length: 4|Content-Length: 5||abcd",
                "POST /login HTTP/1.1|Host: h|Transfer-Encoding: chunked||xyz|",
                "POST /api/measures HTTP/1.1|Host: h|Content-Type: multipart/form-data|Content-Length: 3||abc",
                "GET /api/session HTTP/1.1|Host: h|X-A: b|c: d|Range: bytes=0-0,1-1,2-2|If-Modified-Since: never||"
            })
    void malformed_requests_are_answered_and_tell_nothing(String raw) throws IOException {
        String answer = sendRaw(raw.replace("|", "\r\n"));

        assertThat(answer).as(raw).startsWith("HTTP/1.1 ");
        int status = Integer.parseInt(answer.substring(9, 12));
        assertThat(status).as(raw + "\n" + answer).isLessThan(500);
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("exception", "org.springframework", "org.apache", "tomcat", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: localhost\r\nX-Forwarded-Proto: javascript"})
    void a_name_that_is_not_ours_is_refused_and_not_repeated(String headers) throws IOException {
        String answer = sendRaw("GET / HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("evil.example", "javascript");
    }

    @Test
    void a_proxy_may_use_the_name_it_serves() throws IOException {
        String answer = sendRaw("GET / HTTP/1.1\r\nHost: karta.example\r\nX-Forwarded-For: 192.0.2.1\r\n"
                + "X-Forwarded-Proto: https\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 302").contains("Location: /login.html");
    }

    @Test
    void the_description_is_openapi_3_0_with_an_address_that_paths_can_be_appended_to() {
        JsonNode api = JSON.readTree(service.stranger().get("/api/openapi.json").body());

        assertThat(api.get("openapi").stringValue()).startsWith("3.0.");
        String address = api.get("servers").get(0).get("url").stringValue();
        assertThat(address).isEqualTo(service.address().toString());
        assertThat(api.get("paths").has("/api/measures/{id}")).isTrue();
    }

    @Test
    void text_is_compressed_for_those_who_can_read_it() {
        HttpResponse<String> answer = planner.get("/api/measure-catalogue", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void a_stranger_is_led_to_the_log_in_page_and_a_friend_to_the_map() {
        assertThat(service.stranger().get("/").headers().firstValue("Location")).hasValue("/login.html");
        assertThat(planner.get("/").body()).contains("<!doctype html>");
    }

    @Test
    void the_one_inline_script_is_the_import_map_and_is_allowed_by_its_hash() {
        assertThat(service.stranger().get("/index.html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self' 'sha256-"));
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        for (String member : new String[] {"type", "title", "status", "detail", "instance", "code"}) {
            assertThat(problem.has(member)).as(member).isTrue();
        }
        assertThat(problem.get("status").intValue()).isEqualTo(answer.statusCode());
        return problem;
    }

    private String sendRaw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.address().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            byte[] first = new byte[8192];
            int length = in.read(first);
            return length < 0 ? "HTTP/1.1 000 closed" : new String(first, 0, length, StandardCharsets.UTF_8);
        }
    }
}
