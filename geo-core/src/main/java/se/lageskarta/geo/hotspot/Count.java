package se.lageskarta.geo.hotspot;

/**
 * How many of one kind.
 *
 * @param code what is counted: a taxonomy code, a reason
 * @param count how many, 0 or more
 */
public record Count(String code, int count) {
    public Count {
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + ", but must be 0 or more");
        }
    }
}
