package se.lageskarta.geo.geocode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to understand what somebody wrote.
 *
 * @param name of a street or place, as written
 * @param crossing name of the street that crosses it; null when none is written
 * @param number house number; null when none is written
 * @param unit number of a property, 3 or 1:23; null when none is written
 * @param localities words that may be towns or villages, as written
 * @param cost how far-fetched this way is; 0 for what is simply written
 * @param vague true when it is said to be in some direction from what is named, and nobody knows how far
 */
record Reading(
        String name,
        @Nullable String crossing,
        @Nullable HouseNumber number,
        @Nullable String unit,
        List<String> localities,
        double cost,
        boolean vague) {
    /** From this cost on a word was taken for a locality that may be none; then the way is void. */
    static final double GUESSED_LOCALITY = 0.2;

    Reading {
        localities = List.copyOf(localities);
    }
}
