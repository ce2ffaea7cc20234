package se.lageskarta.service.spots;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import se.lageskarta.service.basemap.PlaceNames;
import se.lageskarta.service.storage.RegisterChanges;

/** What spots are called: after the square, street or district around their middle until people give a name; all are kept. */
@Component
class SpotNames {
    /** Longest name of a spot, characters. */
    static final int MAX_NAME = 120;

    private static final String REGISTER = "spot-name";
    private static final int MAX_HISTORY = 1000;

    private final PlaceNames places;
    private final RegisterChanges changes;

    SpotNames(PlaceNames places, RegisterChanges changes) {
        this.places = places;
        this.changes = changes;
    }

    /** A name as it was saved. */
    record Name(String name, String namedBy) {}

    /** Keeps the name that a spot has now, in the transaction that gives it. */
    void note(SpotRows.Named spot, String who) {
        Name name = new Name(spot.name(), spot.byPeople() ? SpotRows.PEOPLE : SpotRows.PLACES);
        changes.note(REGISTER, "" + spot.id(), spot.version(), name, who);
    }

    /** The names a spot has had, the newest first. */
    List<RegisterChanges.Change> history(long spot) {
        return changes.of(REGISTER, "" + spot, MAX_HISTORY);
    }

    /** The name, or the position as it can be typed into the search box. */
    String of(Geometry outline) {
        Point middle = outline.getCentroid();
        String name = places.nameOf(middle.getX(), middle.getY())
                .orElseGet(() -> String.format(Locale.ROOT, "%.4f, %.4f", middle.getY(), middle.getX()));
        return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    }
}
