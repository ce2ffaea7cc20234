package se.lageskarta.geo.demo;

import java.util.Set;

/**
 * A place where the invented town was made to have a problem: what a good analysis finds.
 *
 * @param name Swedish
 * @param x metres east, SWEREF 99 TM
 * @param y metres north, SWEREF 99 TM
 * @param spreadMetres standard deviation of its incidents or marks around the place
 * @param trend how its count develops over the three years
 * @param types taxonomy codes of its incidents; empty when it has no crime
 * @param crimes incidents planted there
 * @param marks unsafe marks planted there
 */
public record PlantedHotspot(
        String name, double x, double y, double spreadMetres, Trend trend, Set<String> types, int crimes, int marks) {
    /** How a planted place develops. */
    public enum Trend {
        STEADY,
        RISING,
        FADING,
        NEW
    }

    public PlantedHotspot {
        types = Set.copyOf(types);
    }
}
