package se.lageskarta.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How the service itself keeps passwords; most tests keep theirs with less work. */
class PasswordHashTest {
    @Test
    void a_password_is_kept_as_a_slow_hash_with_salt_of_its_own() {
        PasswordEncoder encoder = new SecurityConfiguration().passwordEncoder();
        String hash = encoder.encode("kan-ingen-gissa");
        assertThat(hash).startsWith("{bcrypt}$2a$10$");
        assertThat(encoder.encode("kan-ingen-gissa")).isNotEqualTo(hash);
        assertThat(encoder.matches("kan-ingen-gissa", hash)).isTrue();
        assertThat(encoder.matches("kan-ingen-gissA", hash)).isFalse();
    }
}
