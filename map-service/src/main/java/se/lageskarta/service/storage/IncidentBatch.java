package se.lageskarta.service.storage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incident;

/** Incidents on their way into the database, with longitude and latitude of each. */
final class IncidentBatch {
    private final Incident[] rows;
    private final double[] lon;
    private final double[] lat;
    private final @Nullable Geometry[] shapes;
    private boolean anyShape;
    private int size;

    IncidentBatch(int capacity) {
        rows = new Incident[capacity];
        lon = new double[capacity];
        lat = new double[capacity];
        shapes = new Geometry[capacity];
    }

    void add(Incident incident, @Nullable Geometry shape) {
        rows[size] = incident;
        shapes[size] = shape;
        anyShape |= shape != null;
        lon[size] = incident.x();
        lat[size] = incident.y();
        size++;
    }

    /** Turns the places of all rows into degrees. */
    void locate(Projection projection) {
        projection.toLonLat(lon, lat, 0, size, lon, lat);
    }

    boolean isFull() {
        return size == rows.length;
    }

    int size() {
        return size;
    }

    Incident row(int i) {
        return rows[i];
    }

    double lon(int i) {
        return lon[i];
    }

    double lat(int i) {
        return lat[i];
    }

    /** The street or area, longitude and latitude; null when the place is a point. */
    @Nullable
    Geometry shape(int i) {
        return shapes[i];
    }

    boolean hasShapes() {
        return anyShape;
    }

    void clear() {
        size = 0;
        if (anyShape) {
            Arrays.fill(shapes, null);
        }
        anyShape = false;
    }
}
