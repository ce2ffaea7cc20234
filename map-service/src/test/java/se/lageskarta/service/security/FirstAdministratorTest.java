package se.lageskarta.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.RunningService;

class FirstAdministratorTest {
    @TempDir
    Path folder;

    @Test
    void gets_a_password_that_works_is_told_once_and_survives_a_restart() {
        String password;
        try (RunningService first = RunningService.onH2(folder)) {
            FirstAdministrator administrator = first.part(FirstAdministrator.class);
            password = administrator.generatedPassword().orElseThrow();
            assertThat(administrator.generatedPassword()).isEmpty();
            assertThat(typesAs(first, password)).isEqualTo(200);
        }
        try (RunningService second = RunningService.onH2(folder)) {
            assertThat(second.part(FirstAdministrator.class).generatedPassword())
                    .isEmpty();
            assertThat(typesAs(second, password)).isEqualTo(200);
            assertThat(typesAs(second, "another")).isEqualTo(401);
        }
    }

    private static int typesAs(RunningService service, String password) {
        String pair = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        return service.stranger()
                .get("/api/types", "Authorization", "Basic " + pair)
                .statusCode();
    }
}
