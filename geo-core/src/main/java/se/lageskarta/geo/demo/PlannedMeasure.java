package se.lageskarta.geo.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A measure (åtgärd) that the invented EST group has marked.
 *
 * @param code of the measure catalogue, such as {@code LJU-2}
 * @param title what is to be done, Swedish
 * @param owner the organisation that answers for it
 * @param status {@code proposed}, {@code decided}, {@code in-progress}, {@code done}, {@code followed-up} or {@code closed}
 * @param dueOn last day; null when none is set
 * @param doneOn the day it was in place; null for one that is not, or when the day is not known
 * @param note Swedish, says that it is invented
 * @param geometry longitude and latitude in degrees: a point, line or area
 */
public record PlannedMeasure(
        String code,
        String title,
        String owner,
        String status,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn,
        String note,
        Geometry geometry) {}
