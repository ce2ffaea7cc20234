package se.lageskarta.service.layers;

import java.util.Locale;

/**
 * How long a browser may show a layer without asking again. Always private: no shared cache may keep what only an
 * account may see.
 *
 * @param maxAgeSeconds 0 or more; 0 has the browser ask each time (and get 304 when nothing changed)
 */
public record CachePolicy(int maxAgeSeconds) {
    /** What changes when somebody imports or edits: ask each time. */
    public static final CachePolicy ASK = new CachePolicy(0);
    /** What changes rarely and may be a day old. */
    public static final CachePolicy A_DAY = new CachePolicy(86_400);

    public CachePolicy {
        if (maxAgeSeconds < 0) {
            throw new IllegalArgumentException("maxAgeSeconds is " + maxAgeSeconds + ", but must be 0 or more");
        }
    }

    /** The stricter of the two, for an answer made of both. */
    public CachePolicy and(CachePolicy other) {
        return maxAgeSeconds <= other.maxAgeSeconds ? this : other;
    }

    /** Value of the header Cache-Control. */
    public String header() {
        return maxAgeSeconds == 0
                ? "private, max-age=0, must-revalidate"
                : String.format(Locale.ROOT, "private, max-age=%d", maxAgeSeconds);
    }
}
