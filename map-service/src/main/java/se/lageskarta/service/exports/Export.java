package se.lageskarta.service.exports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list.
 *
 * @param who account
 * @param what kind, such as {@code layer}
 * @param address path as it was asked for
 * @param filter parameters as they were asked for; empty for none
 * @param shown true when the map's own page fetched it to show it, false for a file
 * @param status HTTP status that the request ended with; null while it runs, or when the service stopped before it ended
 */
record Export(
        long id,
        Instant at,
        String who,
        String what,
        String address,
        String filter,
        boolean shown,
        @Nullable Integer status) {}
