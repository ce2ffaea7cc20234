package se.lageskarta.service.waves;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import se.lageskarta.service.settings.SurveySettings;
import se.lageskarta.service.web.ProblemException;

/**
 * How often one address may answer within a while. Addresses are kept in memory only, and forgotten when the while is
 * over; a library or a school shares one, so the limit leaves room for many people.
 */
@Component
class WriteLimits {
    private static final int MOST_REMEMBERED = 100_000;
    /** Looking up a place costs less than writing one. */
    private static final int READS_A_WRITE = 10;

    private final int allowed;
    private final Cache<String, AtomicInteger> asked;

    WriteLimits(SurveySettings settings) {
        allowed = settings.writes();
        asked = Caffeine.newBuilder()
                .expireAfterWrite(settings.writeWindow())
                .maximumSize(MOST_REMEMBERED)
                .build();
    }

    /** @throws ProblemException 429 when the address has written too often */
    void write(String address) {
        count("w " + address, allowed);
    }

    /** @throws ProblemException 429 when the address has looked up too often */
    void read(String address) {
        count("r " + address, allowed * READS_A_WRITE);
    }

    private void count(String key, int most) {
        AtomicInteger count = Objects.requireNonNull(asked.get(key, unused -> new AtomicInteger()));
        if (count.incrementAndGet() > most) {
            throw ProblemException.of(429, "survey.busy");
        }
    }
}
