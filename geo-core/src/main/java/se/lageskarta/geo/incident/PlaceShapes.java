package se.lageskarta.geo.incident;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The streets and areas that incidents lie somewhere in, by the number of the incident: metres in the system of the
 * set they belong to. Most incidents are points and have none. Read when the first is asked for; safe for several
 * threads.
 */
public final class PlaceShapes {
    /** All are points. */
    public static final PlaceShapes NONE = new PlaceShapes(Map::of);

    private final Supplier<Map<Long, Geometry>> source;
    private volatile @Nullable Map<Long, Geometry> shapes;

    private PlaceShapes(Supplier<Map<Long, Geometry>> source) {
        this.source = source;
    }

    /** @param source reads all shapes once, by incident number; many incidents may share one object */
    public static PlaceShapes lazily(Supplier<Map<Long, Geometry>> source) {
        return new PlaceShapes(source);
    }

    /** The street or area of an incident, metres; null when its place is a point, or nothing more is known. */
    public @Nullable Geometry of(long incidentId) {
        return all().get(incidentId);
    }

    /** True when no incident has one. */
    public boolean isEmpty() {
        return all().isEmpty();
    }

    private Map<Long, Geometry> all() {
        Map<Long, Geometry> known = shapes;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = shapes;
            if (known == null) {
                known = source.get();
                shapes = known;
            }
            return known;
        }
    }
}
