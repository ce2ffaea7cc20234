package se.lageskarta.geo.privacy;

/**
 * A number that has been told, or is about to be, with what it counts written shortly: what a ledger keeps for ever.
 *
 * @param name what it counts, for the words of a refusal
 * @param value the exact count behind what was told, 0 or more; never shown
 * @param told what was told: the count, with its noise if there is any; 0 or more
 */
public record ToldNumber(String name, CountedSet over, long value, long told) {
    public ToldNumber {
        if (value < 0) {
            throw new IllegalArgumentException("value is " + value + ", but must be 0 or more");
        }
        if (told < 0) {
            throw new IllegalArgumentException("told is " + told + ", but must be 0 or more");
        }
    }
}
