package se.lageskarta.geo.stats;

/**
 * Who is next to whom, each neighbour with the same weight: cells of a study area, or any places. Being
 * neighbours is mutual; nobody is a neighbour of itself.
 */
public sealed interface Neighbours permits GridNeighbours, ListedNeighbours {
    /** Places. */
    int size();

    /** How many neighbours each place has; not to be changed. */
    int[] counts();

    /** For each place the sum of a value over its neighbours and itself; exact when values are whole. */
    double[] sumsWithSelf(double[] value);

    /** For each place the sum of a value over its neighbours; exact when values are whole. */
    default double[] sums(double[] value) {
        double[] sums = sumsWithSelf(value);
        for (int i = 0; i < sums.length; i++) {
            sums[i] -= value[i];
        }
        return sums;
    }

    /** Refuses an array that is not one finite value a place. */
    static void requireValues(double[] value, int size) {
        if (value.length != size) {
            throw new IllegalArgumentException(
                    "value has " + value.length + " values, but must have one a place: " + size);
        }
        for (int i = 0; i < value.length; i++) {
            if (!Double.isFinite(value[i])) {
                throw new IllegalArgumentException("value of place " + i + " is " + value[i] + ", but must be finite");
            }
        }
    }
}
