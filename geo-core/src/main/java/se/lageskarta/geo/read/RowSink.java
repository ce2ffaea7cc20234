package se.lageskarta.geo.read;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.survey.UnsafePlace;

/**
 * Where rows go. Facts come in the order of the file, problems too, all from one thread. A sink stops the reading by
 * throwing.
 *
 * <p>A row that is kept comes once as a fact, and may have come as a problem with {@link Fate#UNCERTAIN} or
 * {@link Fate#NOTED} before; a row that is not kept comes once as a problem with {@link Fate#REJECTED}.
 */
public interface RowSink {
    /**
     * @param lon longitude of the incident, degrees
     * @param lat latitude of the incident, degrees
     * @param shape the street or area that it lies somewhere in, longitude and latitude; null when the place is a point
     */
    void incident(long line, Incident incident, double lon, double lat, @Nullable Geometry shape);

    /** A row whose place must be settled by a person; it has come as a problem with {@link Fate#UNCERTAIN} before. */
    default void waiting(long line, WaitingRow row) {}

    /**
     * @param lon longitude of the mark, degrees
     * @param lat latitude of the mark, degrees
     */
    void unsafePlace(long line, UnsafePlace place, double lon, double lat);

    void base(long line, BaseFeature feature);

    void problem(RowProblem problem, Fate fate);

    /** False when longitude and latitude of incidents are of no use here; they may be NaN then, and reading is quicker. */
    default boolean wantsDegrees() {
        return true;
    }

    /** Called every thousand rows or so. */
    default void progress(long rows, long bytesRead) {}
}
