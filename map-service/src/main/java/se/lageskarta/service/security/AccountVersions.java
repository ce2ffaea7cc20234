package se.lageskarta.service.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Whether a session is still what its account says: who has been shut out, or has got other roles or a new password,
 * is logged out. Looked up again after a few seconds, so that a change by another process counts too.
 */
@Component
class AccountVersions {
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final long NONE = -1;
    private static final long MAX_KEPT = 10_000;

    private final Accounts accounts;
    private final Cache<String, Long> versions =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    AccountVersions(Accounts accounts) {
        this.accounts = accounts;
    }

    boolean holdStill(Person person) {
        Long now = versions.get(person.getUsername(), this::versionOf);
        return Objects.requireNonNull(now) == person.version();
    }

    /** The account has been changed here. */
    void forget(String username) {
        versions.invalidate(username);
    }

    private long versionOf(String username) {
        return accounts.named(username)
                .filter(account -> !account.isDisabled())
                .map(Account::version)
                .orElse(NONE);
    }
}
