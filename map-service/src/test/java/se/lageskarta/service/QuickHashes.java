package se.lageskarta.service;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The same hash of passwords as the service's, made with the least work it knows: what is slow on purpose would be done some
 * seven times for each of the many services that tests start. The journeys log in with the service's own.
 */
final class QuickHashes {
    private static final int LEAST_WORK = 4;

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(LEAST_WORK)));
    }
}
