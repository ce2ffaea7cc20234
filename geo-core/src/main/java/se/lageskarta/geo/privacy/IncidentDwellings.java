package se.lageskarta.geo.privacy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.index.PointIndex;

/**
 * Which dwelling each incident belongs to: the nearest where somebody lives, within reach. Incidents on one coordinate that is
 * beside no address at all are taken to be one dwelling too: the middle of a property in the country is such a place. Beside
 * an address where nobody lives they belong to none. An incident known to be somewhere along a street belongs to none.
 *
 * <p>Addresses on one coordinate are one dwelling. The order of rows does not matter. O(n + d) for n incidents and d
 * addresses spread over their box.
 */
final class IncidentDwellings {
    static final int NONE = -1;

    private final Dwellings dwellings;
    private final double reach;
    private final int[] lived;
    private final PointIndex livedIndex;
    private final PointIndex addressIndex;

    /** @param reach metres */
    IncidentDwellings(Dwellings dwellings, double reach) {
        this.dwellings = dwellings;
        this.reach = reach;
        lived = IntStream.range(0, dwellings.size())
                .filter(i -> dwellings.households()[i] > 0)
                .toArray();
        livedIndex = PointIndex.of(
                Arrays.stream(lived).mapToDouble(i -> dwellings.x()[i]).toArray(),
                Arrays.stream(lived).mapToDouble(i -> dwellings.y()[i]).toArray());
        addressIndex = PointIndex.of(dwellings.x(), dwellings.y());
    }

    /** A number for each incident, the same for those of one dwelling; {@link #NONE} for those of none. */
    int[] of(Incidents incidents) {
        int[] found = new int[incidents.size()];
        Map<Coordinate, Integer> places = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            found[i] = NONE;
            if (incidents.precision(i) == PlacePrecision.ADDRESS) {
                double x = incidents.x()[i];
                double y = incidents.y()[i];
                found[i] = nearest(x, y);
                if (found[i] == NONE && !isBesideAnAddress(x, y)) {
                    int next = lived.length + places.size();
                    Integer known = places.putIfAbsent(new Coordinate(x, y), next);
                    found[i] = known == null ? next : known;
                }
            }
        }
        return found;
    }

    /** Numbers below this are addresses where somebody lives; others are coordinates in the open. */
    int addresses() {
        return lived.length;
    }

    double x(int address) {
        return dwellings.x()[lived[address]];
    }

    double y(int address) {
        return dwellings.y()[lived[address]];
    }

    /** Homes at an address; all that are on its coordinate count with the first, and the others have none. */
    int households(int address) {
        int[] found = {address, 0};
        livedIndex.forEachWithin(x(address), y(address), 0, row -> {
            found[0] = Math.min(found[0], row);
            found[1] += dwellings.households()[lived[row]];
        });
        return found[0] == address ? found[1] : 0;
    }

    private int nearest(double x, double y) {
        Nearest nearest = new Nearest(x, y);
        livedIndex.forEachWithin(x, y, reach, nearest::see);
        return nearest.row;
    }

    private boolean isBesideAnAddress(double x, double y) {
        boolean[] found = new boolean[1];
        addressIndex.forEachWithin(x, y, reach, row -> found[0] = true);
        return found[0];
    }

    private final class Nearest {
        private final double x;
        private final double y;
        private int row = NONE;
        private double least = Double.POSITIVE_INFINITY;

        private Nearest(double x, double y) {
            this.x = x;
            this.y = y;
        }

        private void see(int each) {
            double dx = dwellings.x()[lived[each]] - x;
            double dy = dwellings.y()[lived[each]] - y;
            double distance = dx * dx + dy * dy;
            if (distance < least || distance == least && isBefore(each, row)) {
                least = distance;
                row = each;
            }
        }

        /** Of two as near the western, then the southern; of two on one coordinate the first row stands for both. */
        private boolean isBefore(int one, int other) {
            int byX = Double.compare(dwellings.x()[lived[one]], dwellings.x()[lived[other]]);
            int byPlace = byX != 0
                    ? byX
                    : Double.compare(dwellings.y()[lived[one]], dwellings.y()[lived[other]]);
            return byPlace != 0 ? byPlace < 0 : one < other;
        }
    }
}
