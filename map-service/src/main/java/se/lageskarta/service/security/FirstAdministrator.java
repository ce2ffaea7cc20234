package se.lageskarta.service.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.service.settings.SecuritySettings;

/** Sees to it that somebody can log in and make accounts for the others. */
@Component
public class FirstAdministrator {
    private static final String USERNAME = "admin";

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final SecuritySettings settings;
    private final Clock clock;

    FirstAdministrator(Accounts accounts, PasswordEncoder encoder, SecuritySettings settings, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes the account when there is no administrator.
     *
     * @return the password that was made up for it, to be shown once; empty when it was set by the installation or
     *     there was an administrator already
     * @throws IllegalArgumentException when the password set is longer than can be checked
     */
    @Transactional
    public Optional<String> create() {
        if (accounts.haveSomeone(Role.ADMIN)) {
            return Optional.empty();
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
        return given.isEmpty() ? Optional.of(password) : Optional.empty();
    }
}
