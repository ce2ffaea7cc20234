package se.lageskarta.geo.privacy;

import java.util.Arrays;

/**
 * A number that somebody outside has seen, or is about to see.
 *
 * @param name what it counts, for the words of a refusal
 * @param atoms what it is counted over: ids, ascending, none twice, at least one. Not copied: whoever makes it leaves it alone
 * @param value the count, 0 or more
 */
public record PublishedNumber(String name, int[] atoms, long value) {
    public PublishedNumber {
        if (atoms.length == 0) {
            throw new IllegalArgumentException("atoms is empty, but must hold at least one");
        }
        for (int i = 1; i < atoms.length; i++) {
            if (atoms[i] <= atoms[i - 1]) {
                throw new IllegalArgumentException("atoms is not ascending at " + i + ": " + atoms[i]);
            }
        }
        if (value < 0) {
            throw new IllegalArgumentException("value is " + value + ", but must be 0 or more");
        }
    }

    /** The number of a set of atoms in any order, some perhaps named twice. */
    public static PublishedNumber over(String name, int[] atoms, long value) {
        return new PublishedNumber(
                name, Arrays.stream(atoms).sorted().distinct().toArray(), value);
    }
}
