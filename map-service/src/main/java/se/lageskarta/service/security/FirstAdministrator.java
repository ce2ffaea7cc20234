package se.lageskarta.service.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.service.settings.SecuritySettings;

/** Sees to it, before the first request is answered, that somebody can log in and make accounts for the others. */
@Component
@ConditionalOnWebApplication
@Order(10)
public class FirstAdministrator implements ApplicationRunner {
    private static final String USERNAME = "admin";

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final SecuritySettings settings;
    private final Clock clock;
    private volatile @Nullable String generated;

    FirstAdministrator(Accounts accounts, PasswordEncoder encoder, SecuritySettings settings, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes the account when there is no administrator.
     *
     * @throws IllegalArgumentException when the password set is longer than can be checked
     */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (accounts.haveSomeone(Role.ADMIN)) {
            return;
        }
        String given = settings.adminPassword();
        int bytes = given.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > PasswordLogin.LONGEST_PASSWORD_BYTES) {
            throw new IllegalArgumentException("LAGESKARTA_ADMIN_PASSWORD is " + bytes
                    + " bytes long, but must be at most " + PasswordLogin.LONGEST_PASSWORD_BYTES);
        }
        String password = given.isEmpty() ? Passwords.generate() : given;
        String hash = Objects.requireNonNull(encoder.encode(password));
        accounts.add(new Account(USERNAME, hash, "Administratör", "", Set.of(Role.ADMIN), false, clock.instant()));
        generated = given.isEmpty() ? password : null;
    }

    /** The password that was made up at this start, to be shown; told once. */
    public synchronized Optional<String> generatedPassword() {
        Optional<String> told = Optional.ofNullable(generated);
        generated = null;
        return told;
    }
}
