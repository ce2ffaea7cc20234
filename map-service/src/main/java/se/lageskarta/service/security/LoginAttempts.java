package se.lageskarta.service.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import se.lageskarta.service.settings.SecuritySettings;

/**
 * Counts failed log-ins of one name from one address. Kept in memory: a restart forgets them, and several processes
 * count for themselves.
 */
@Component
class LoginAttempts {
    /** More different names and addresses than this within the window: the oldest are forgotten. */
    private static final int MOST_REMEMBERED = 100_000;

    private final int allowed;
    private final Cache<String, AtomicInteger> failed;

    LoginAttempts(SecuritySettings settings) {
        allowed = settings.attempts();
        failed = Caffeine.newBuilder()
                .expireAfterWrite(settings.attemptWindow())
                .maximumSize(MOST_REMEMBERED)
                .build();
    }

    boolean mustWait(String username, String address) {
        AtomicInteger count = failed.getIfPresent(key(username, address));
        return count != null && count.get() >= allowed;
    }

    void failed(String username, String address) {
        Objects.requireNonNull(failed.get(key(username, address), key -> new AtomicInteger()))
                .incrementAndGet();
    }

    void succeeded(String username, String address) {
        failed.invalidate(key(username, address));
    }

    private static String key(String username, String address) {
        String name = username.toLowerCase(Locale.ROOT);
        return address + ' ' + (name.length() > 100 ? name.substring(0, 100) : name);
    }
}
