package se.lageskarta.service.spots;

import java.time.YearMonth;
import org.locationtech.jts.geom.Geometry;

/**
 * A place that people remember from month to month.
 *
 * @param id number within the installation, never used again
 * @param stream {@code crime}, {@code disorder} or {@code unsafety}
 * @param name what people call it
 * @param outline where it was last seen, WGS 84 degrees, longitude first
 * @param firstMonth when it was first seen, the last month of the period that was looked at
 * @param lastMonth when it was last seen
 * @param status {@code new}, {@code growing}, {@code persistent}, {@code fading}, {@code gone} or {@code returned}
 * @param version how many times its name has been saved, from 1
 * @param namedByPeople true when somebody has given the name, false when it comes from the place names around
 * @param invented true for made-up data; invented and real spots are never one
 */
public record Spot(
        long id,
        String stream,
        String name,
        Geometry outline,
        YearMonth firstMonth,
        YearMonth lastMonth,
        String status,
        long version,
        boolean namedByPeople,
        boolean invented) {
    /** What registers call it as a subject. */
    public String subject() {
        return "spot:" + id;
    }

    /** The value of its ETag, quotes included. */
    public String tag() {
        return "\"v" + version + "\"";
    }
}
