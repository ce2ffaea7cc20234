package se.lageskarta.geo.incident;

/**
 * One incident as it is read from a file or stored.
 *
 * @param id number within the installation, 0 when not stored yet
 * @param datasetId the dataset it came with, 0 when not stored yet
 * @param sourceKey what makes it the same incident the next time the file arrives: the source's own number, or a hash of the row
 * @param x metres east in the dataset's working system
 * @param y metres north in the dataset's working system
 * @param precision how well the place is known
 * @param time when it happened
 * @param type code of the taxonomy, such as {@code SKA}
 * @param sourceType the type as the source wrote it
 * @param weight how much it counts, 1 unless the source says otherwise; finite, not negative
 */
public record Incident(
        long id,
        long datasetId,
        long sourceKey,
        double x,
        double y,
        PlacePrecision precision,
        TimeSpan time,
        String type,
        String sourceType,
        double weight) {
    public Incident {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("x, y is " + x + ", " + y + ", but must be finite metres");
        }
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight is " + weight + ", but must be 0 or more");
        }
    }
}
