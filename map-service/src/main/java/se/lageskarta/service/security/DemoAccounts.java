package se.lageskarta.service.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.service.settings.DataSettings;
import se.lageskarta.service.settings.OwnerOnlyFile;
import se.lageskarta.service.settings.SecuritySettings;

/**
 * One account a role, for the invented town. They share a password that is made for this installation; who sits at
 * this machine is told it, and nobody else can use it.
 */
@Component
public class DemoAccounts {
    private static final String PASSWORD_FILE = "demo-password";
    private static final String ORGANISATION = "Demostaden (påhittad)";

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final SecuritySettings settings;
    private final Path passwordFile;
    private final Clock clock;

    DemoAccounts(
            Accounts accounts, PasswordEncoder encoder, SecuritySettings settings, DataSettings data, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
        passwordFile = data.dir().resolve(PASSWORD_FILE);
    }

    /** Makes the accounts when the demo town is set up; adds only those that are missing, and none when they are not wanted. */
    @Transactional
    public void create() {
        Set<Role> missing = EnumSet.allOf(Role.class);
        accounts.demo().forEach(account -> missing.removeAll(account.roles()));
        if (!settings.demoAccounts() || missing.isEmpty()) {
            return;
        }
        String hash = Objects.requireNonNull(encoder.encode(password()));
        for (Role role : missing) {
            String name = "demo-" + role.code();
            accounts.add(new Account(name, hash, name, ORGANISATION, Set.of(role), true, clock.instant()));
        }
    }

    /** True when this installation has them. */
    public boolean exist() {
        return !accounts.demo().isEmpty();
    }

    /** Lines that tell who sits at this machine how to log in; empty without a demo. */
    public List<String> announcement() {
        List<String> lines = new ArrayList<>();
        for (SessionController.DemoAccount account : all()) {
            lines.add(account.role().code() + ": " + account.username() + " / " + account.password());
        }
        return lines;
    }

    @Transactional
    List<SessionController.DemoAccount> all() {
        List<Account> known = accounts.demo();
        if (known.isEmpty()) {
            return List.of();
        }
        boolean lost = !Files.exists(passwordFile);
        String password = password();
        if (lost) {
            String hash = Objects.requireNonNull(encoder.encode(password));
            known.forEach(account -> account.changePassword(hash));
        }
        return known.stream()
                .map(account -> new SessionController.DemoAccount(
                        account.username(), password, account.roles().iterator().next()))
                .toList();
    }

    private String password() {
        try {
            if (!Files.exists(passwordFile)) {
                OwnerOnlyFile.write(passwordFile, Passwords.generate());
            }
            return Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
