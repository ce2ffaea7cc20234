package se.lageskarta.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logging in and out, and what protects it, as a browser and a program meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginOverHttpTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    static Path folder;

    private RunningService service;
    private SessionController.DemoAccount planner;

    @BeforeAll
    void start() {
        service = RunningService.onH2(folder);
        planner = service.part(DemoAccounts.class).all().stream()
                .filter(account -> account.role() == Role.PLANNER)
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void the_session_tells_who_is_asking_and_in_which_role() {
        JsonNode session =
                JSON.readTree(service.as("planner").get("/api/session").body());

        assertThat(session.get("authenticated").booleanValue()).isTrue();
        assertThat(session.get("username").stringValue()).isEqualTo("demo-planner");
        assertThat(session.get("roles").get(0).stringValue()).isEqualTo("planner");
    }

    @Test
    void who_sits_at_this_machine_is_told_the_demo_accounts() {
        JsonNode demo =
                JSON.readTree(service.stranger().get("/api/session").body()).get("demo");

        assertThat(demo.get("accounts")).hasSize(Role.values().length);
    }

    @Test
    void behind_a_proxy_nobody_is_told_them_and_nobody_can_use_them() {
        Visitor remote = service.stranger();

        HttpResponse<String> session = remote.get("/api/session", "X-Forwarded-For", "192.0.2.7");
        HttpResponse<String> types = remote.get(
                "/api/types",
                "X-Forwarded-For",
                "192.0.2.7",
                "Authorization",
                basic(planner.username(), planner.password()));

        assertThat(JSON.readTree(session.body()).get("demo").get("accounts").isNull())
                .isTrue();
        assertThat(types.statusCode()).isEqualTo(401);
    }

    @Test
    void a_program_sends_its_password_and_gets_no_session() {
        HttpResponse<String> types =
                service.stranger().get("/api/types", "Authorization", basic(planner.username(), planner.password()));

        assertThat(types.statusCode()).isEqualTo(200);
        assertThat(types.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("LAGESKARTA="));
    }

    @Test
    void wrong_or_foreign_credentials_are_refused_even_with_a_session() {
        Visitor known = service.as("planner");

        for (String credentials :
                List.of(basic("demo-admin", "wrong"), "Basic !!!!", "Bearer eyJhbGciOiJub25lIn0.e30.")) {
            HttpResponse<String> answer = known.get("/api/types", "Authorization", credentials);
            assertThat(answer.statusCode()).as(credentials).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
        Visitor visitor = service.stranger();
        visitor.get("/api/session");
        HttpResponse<String> answer = logIn(visitor, planner.username(), planner.password());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("LAGESKARTA=")
                .contains("HttpOnly")
                .contains("SameSite=Lax"));
    }

    @Test
    void a_session_without_the_token_changes_nothing() {
        Visitor known = service.as("est-member");

        HttpResponse<String> answer = known.send(
                "POST", "/api/measures", "{}", "Content-Type", "application/json", "X-XSRF-TOKEN", "guessed");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(answer.body()).get("code").stringValue()).isEqualTo("csrf");
    }

    @Test
    void another_web_site_changes_nothing_whatever_it_sends_along() {
        Visitor known = service.as("est-member");

        HttpResponse<String> answer = known.send(
                "POST", "/api/measures", "{}", "Content-Type", "application/json", "Origin", "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(answer.body()).get("code").stringValue()).isEqualTo("origin");
    }

    @Test
    void no_other_site_may_read_an_answer() {
        HttpResponse<String> answer = service.as("planner").get("/api/types", "Origin", "https://evil.example");

        assertThat(answer.headers().map().keySet())
                .noneMatch(header -> header.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }

    @Test
    void after_logging_out_the_session_is_nobodys() {
        Visitor known = service.as("planner");

        assertThat(known.send("POST", "/logout", null, "Accept", "application/json")
                        .statusCode())
                .isEqualTo(204);
        assertThat(known.get("/api/types").statusCode()).isEqualTo(401);
    }

    @Test
    void who_guesses_passwords_has_to_wait_and_others_do_not() {
        Visitor guesser = service.stranger();
        guesser.get("/api/session");
        int last = 0;
        for (int i = 0; i < 11; i++) {
            last = logIn(guesser, "demo-auditor", "guess" + i).statusCode();
        }

        assertThat(last).isEqualTo(429);
        assertThat(logIn(guesser, planner.username(), planner.password()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_form_without_script_is_led_to_a_page() {
        Visitor visitor = service.stranger();
        visitor.get("/api/session");

        HttpResponse<String> failed =
                visitor.send("POST", "/login", "username=x&password=y", "Content-Type", FORM, "Accept", "text/html");

        assertThat(failed.statusCode()).isEqualTo(302);
        assertThat(failed.headers().firstValue("Location")).hasValue("/login.html?failed");
    }

    @Test
    void every_answer_carries_the_headers_that_protect_the_page() {
        for (String path : List.of("/health", "/index.html", "/api/types", "/nowhere")) {
            HttpResponse<String> answer = service.stranger().get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
        }
    }

    private HttpResponse<String> logIn(Visitor visitor, String username, String password) {
        return visitor.send(
                "POST",
                "/login",
                "username=" + username + "&password=" + password,
                "Content-Type",
                FORM,
                "Accept",
                "application/json");
    }

    private static String basic(String username, String password) {
        String pair = username + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
