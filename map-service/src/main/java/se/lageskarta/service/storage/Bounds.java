package se.lageskarta.service.storage;

/**
 * A box in longitude and latitude (WGS 84, degrees) that does not cross the antimeridian.
 *
 * @param west lowest longitude, -180 to 180
 * @param south lowest latitude, -90 to 90
 * @param east highest longitude, not below {@code west}
 * @param north highest latitude, not below {@code south}
 */
public record Bounds(double west, double south, double east, double north) {
    public Bounds {
        require("west", west, 180);
        require("south", south, 90);
        require("east", east, 180);
        require("north", north, 90);
        if (east < west) {
            throw new IllegalArgumentException("east is " + east + ", but must not be below west " + west);
        }
        if (north < south) {
            throw new IllegalArgumentException("north is " + north + ", but must not be below south " + south);
        }
    }

    public Bounds grownBy(double degrees) {
        return new Bounds(
                Math.max(-180, west - degrees),
                Math.max(-90, south - degrees),
                Math.min(180, east + degrees),
                Math.min(90, north + degrees));
    }

    public boolean overlaps(Bounds other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }

    public boolean contains(double lon, double lat) {
        return lon >= west && lon <= east && lat >= south && lat <= north;
    }

    public Bounds joinedWith(Bounds other) {
        return new Bounds(
                Math.min(west, other.west),
                Math.min(south, other.south),
                Math.max(east, other.east),
                Math.max(north, other.north));
    }

    private static void require(String name, double value, double limit) {
        if (!(value >= -limit && value <= limit)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be " + (int) -limit + " to " + (int) limit);
        }
    }
}
