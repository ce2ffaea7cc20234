package se.lageskarta.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an administrator does with accounts, and what it means for the people who have them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsOverHttpTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor admin;

    @BeforeAll
    void start() {
        service = RunningService.onH2(folder);
        admin = service.as("admin");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void a_new_member_logs_in_with_the_password_that_was_told_once() {
        JsonNode made = made("eva.lind", "est-member");
        assertThat(made.get("version").isNumber()).isTrue();

        Visitor eva = service.stranger().logIn("eva.lind", made.get("password").asString());
        assertThat(eva.get("/api/hotspots").statusCode()).isEqualTo(200);
        assertThat(eva.get("/api/accounts").statusCode()).isEqualTo(403);
        assertThat(admin.get("/api/accounts").body()).contains("eva.lind").doesNotContain("password");
    }

    @Test
    void who_gets_other_roles_is_logged_out_and_has_them_at_the_next_log_in() {
        JsonNode made = made("bo", "est-member");
        String password = made.get("password").asString();
        Visitor bo = service.stranger().logIn("bo", password);
        assertThat(bo.get("/api/incidents").statusCode()).isEqualTo(200);

        HttpResponse<String> changed = change("bo", made.get("version").asLong(), "planner", false);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).contains("\"v" + version(changed) + "\"");

        assertThat(bo.get("/api/hotspots").statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(bo.get("/api/session").body())
                        .get("authenticated")
                        .asBoolean())
                .isFalse();
        Visitor again = service.stranger().logIn("bo", password);
        assertThat(again.get("/api/hotspots").statusCode()).isEqualTo(200);
        assertThat(again.get("/api/incidents").statusCode()).isEqualTo(403);
    }

    @Test
    void who_is_shut_out_is_out_at_once() {
        JsonNode made = made("karin", "est-coordinator");
        Visitor karin = service.stranger().logIn("karin", made.get("password").asString());
        assertThat(karin.get("/api/incidents").statusCode()).isEqualTo(200);
        assertThat(change("karin", made.get("version").asLong(), "est-coordinator", true)
                        .statusCode())
                .isEqualTo(200);
        assertThat(karin.get("/api/incidents").statusCode()).isEqualTo(401);
    }

    @Test
    void a_new_password_ends_the_old_one_and_its_sessions() {
        JsonNode made = made("sven", "est-member");
        Visitor sven = service.stranger().logIn("sven", made.get("password").asString());
        HttpResponse<String> renewed = admin.send("POST", "/api/accounts/sven/password", "");
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(sven.get("/api/incidents").statusCode()).isEqualTo(401);
        String password = JSON.readTree(renewed.body()).get("password").asString();
        assertThat(service.stranger()
                        .logIn("sven", password)
                        .get("/api/incidents")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void two_administrators_do_not_overwrite_each_other() {
        JsonNode made = made("lars", "planner");
        long version = made.get("version").asLong();
        assertThat(change("lars", version, "communicator", false).statusCode()).isEqualTo(200);
        assertThat(change("lars", version, "steering", false).statusCode()).isEqualTo(412);
        assertThat(admin.send(
                                "PUT",
                                "/api/accounts/lars",
                                body("lars", "steering", false),
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(428);
    }

    @Test
    void what_cannot_be_an_account_is_refused_at_the_field() {
        assertThat(post("{\"username\":\"a b\",\"displayName\":\"\",\"roles\":[\"king\"]}"))
                .satisfies(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(422);
                    assertThat(answer.body())
                            .contains("\"username\"", "\"displayName\"", "\"roles\"", "est-coordinator");
                });
        made("dubbel", "planner");
        assertThat(post(body("dubbel", "planner", false)).statusCode()).isEqualTo(409);
        assertThat(post("[]").statusCode()).isEqualTo(400);
        assertThat(change("nobody", 0, "planner", false).statusCode()).isEqualTo(404);
        assertThat(admin.send("POST", "/api/accounts/demo-planner/password", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void somebody_is_always_left_who_can_manage_accounts() {
        assertThat(change("admin", accountVersion("admin"), "planner", false).statusCode())
                .isEqualTo(409);
        assertThat(change("admin", accountVersion("admin"), "admin", true).statusCode())
                .isEqualTo(409);
    }

    private long accountVersion(String username) {
        for (JsonNode account : JSON.readTree(admin.get("/api/accounts").body()).get("accounts")) {
            if (account.get("username").asString().equals(username)) {
                return account.get("version").asLong();
            }
        }
        throw new AssertionError("no account " + username);
    }

    private static long version(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("version").asLong();
    }

    private JsonNode made(String username, String role) {
        HttpResponse<String> answer = post(body(username, role, false));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String body) {
        return admin.send("POST", "/api/accounts", body, "Content-Type", "application/json");
    }

    private HttpResponse<String> change(String username, long version, String role, boolean disabled) {
        return admin.send(
                "PUT",
                "/api/accounts/" + username,
                body(username, role, disabled),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"v" + version + "\"");
    }

    private static String body(String username, String role, boolean disabled) {
        return "{\"username\":\"" + username
                + "\",\"displayName\":\"Namn Namnsson\",\"organisation\":\"Kommunen\",\"roles\":[\"" + role
                + "\"],\"disabled\":" + disabled + "}";
    }
}
