package se.lageskarta.geo.geojson;

/**
 * How much one geometry may hold.
 *
 * @param maxVertices positions in all, 1 or more
 * @param maxRings rings (and parts of multi-geometries) in all, 1 or more
 * @param degreesOnly true when every position must be longitude -180 to 180 and latitude -90 to 90; false for old
 *     files whose {@code crs} member names a projected system
 */
public record GeometryLimits(int maxVertices, int maxRings, boolean degreesOnly) {
    public GeometryLimits {
        if (maxVertices < 1) {
            throw new IllegalArgumentException("maxVertices is " + maxVertices + ", but must be 1 or more");
        }
        if (maxRings < 1) {
            throw new IllegalArgumentException("maxRings is " + maxRings + ", but must be 1 or more");
        }
    }
}
