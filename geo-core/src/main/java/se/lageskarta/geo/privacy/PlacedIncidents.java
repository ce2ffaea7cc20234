package se.lageskarta.geo.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.incident.Incidents;

/** What a release needs to know of each incident: its area, its group of types, its dwelling and its key. */
final class PlacedIncidents {
    /** It has no place good enough: it counts for the municipality alone. */
    static final int UNPLACED = -1;
    /** It lies in another municipality and does not count. */
    static final int OUTSIDE = -2;

    private final int[] area;
    /** Number of the series besides that of all; 0 for none. */
    private final byte[] group;

    private final int[] dwelling;
    private final long[] key;

    private PlacedIncidents(int[] area, byte[] group, int[] dwelling, long[] key) {
        this.area = area;
        this.group = group;
        this.dwelling = dwelling;
        this.key = key;
    }

    static PlacedIncidents of(ReleasePlan plan, Incidents incidents) {
        return of(plan, incidents, homes(plan));
    }

    /** Where incidents of a plan can be at home. */
    static IncidentDwellings homes(ReleasePlan plan) {
        return new IncidentDwellings(plan.dwellings(), plan.rule().reachMetres());
    }

    /** @param homes of the same plan */
    static PlacedIncidents of(ReleasePlan plan, Incidents incidents, IncidentDwellings homes) {
        if (!incidents.crs().equals(plan.areas().crs())) {
            throw new IllegalArgumentException("incidents are in " + incidents.crs() + ", but must be in "
                    + plan.areas().crs() + " as the areas");
        }
        int n = incidents.size();
        int[] area = new int[n];
        byte[] group = new byte[n];
        long[] key = new long[n];
        byte[] groupOfType = groups(plan.series(), incidents.types());
        CellKeys noise = plan.noise();
        for (int i = 0; i < n; i++) {
            area[i] = area(plan.areas(), incidents, i);
            group[i] = groupOfType[incidents.typeIndex()[i]];
            key[i] = noise == null ? 0 : noise.keyOf(incidents.ids()[i]);
        }
        return new PlacedIncidents(area, group, homes.of(incidents), key);
    }

    int size() {
        return area.length;
    }

    /** Its area's place in the areas, or {@link #UNPLACED} or {@link #OUTSIDE}. */
    int area(int row) {
        return area[row];
    }

    boolean isIn(int row, int series) {
        return series == 0 || group[row] == series;
    }

    int dwelling(int row) {
        return dwelling[row];
    }

    /** Rows by area: those of each area's place in the areas, then those without a place. */
    List<int[]> rowsByArea(int areas) {
        int[] size = new int[areas + 1];
        for (int each : area) {
            if (each != OUTSIDE) {
                size[each == UNPLACED ? areas : each]++;
            }
        }
        List<int[]> rows = new ArrayList<>();
        for (int each : size) {
            rows.add(new int[each]);
        }
        Arrays.fill(size, 0);
        for (int i = 0; i < area.length; i++) {
            if (area[i] != OUTSIDE) {
                int at = area[i] == UNPLACED ? areas : area[i];
                rows.get(at)[size[at]++] = i;
            }
        }
        return rows;
    }

    /** How many of the rows that are wanted, how many of them at the dwelling with the most, and the sum of their keys. */
    CellCount count(int[] rows, IntPredicate wanted) {
        Map<Integer, Integer> hits = new HashMap<>();
        int count = 0;
        int mostHit = 0;
        long keys = 0;
        for (int i : rows) {
            if (wanted.test(i)) {
                count++;
                keys += key[i];
                if (dwelling[i] != IncidentDwellings.NONE) {
                    mostHit = Math.max(mostHit, hits.merge(dwelling[i], 1, Integer::sum));
                }
            }
        }
        return new CellCount(count, mostHit, keys);
    }

    /** The same for each area and series: area by area. O(n). */
    CellCount[] cells(int areas, int series) {
        int[] count = new int[areas * series];
        int[] mostHit = new int[areas * series];
        long[] keys = new long[areas * series];
        Map<Long, Integer> hits = new HashMap<>();
        for (int i = 0; i < area.length; i++) {
            for (int s = 0; s < series; s++) {
                if (area[i] >= 0 && isIn(i, s)) {
                    int cell = area[i] * series + s;
                    count[cell]++;
                    keys[cell] += key[i];
                    if (dwelling[i] != IncidentDwellings.NONE) {
                        int hit = hits.merge(((long) cell << 32) + dwelling[i], 1, Integer::sum);
                        mostHit[cell] = Math.max(mostHit[cell], hit);
                    }
                }
            }
        }
        CellCount[] cells = new CellCount[count.length];
        Arrays.setAll(cells, cell -> new CellCount(count[cell], mostHit[cell], keys[cell]));
        return cells;
    }

    private static int area(ReleaseAreas areas, Incidents incidents, int row) {
        if (incidents.isPoint(row)) {
            int area = areas.areaAt(incidents.x()[row], incidents.y()[row]);
            return area == ReleaseAreas.NONE ? OUTSIDE : area;
        }
        Geometry lies = incidents.shape(row);
        return lies == null || !incidents.isSpread(row) ? UNPLACED : commonArea(areas, lies);
    }

    /** A street that begins, bends and ends in one area lies there. */
    private static int commonArea(ReleaseAreas areas, Geometry lies) {
        @Nullable Integer common = null;
        for (Coordinate corner : lies.getCoordinates()) {
            int area = areas.areaAt(corner.x, corner.y);
            if (area == ReleaseAreas.NONE || common != null && common != area) {
                return UNPLACED;
            }
            common = area;
        }
        return common == null ? UNPLACED : common;
    }

    private static byte[] groups(List<ReleaseSeries> series, List<String> types) {
        byte[] groups = new byte[types.size()];
        for (int t = 0; t < groups.length; t++) {
            for (int s = 1; s < series.size(); s++) {
                if (series.get(s).types().contains(types.get(t))) {
                    groups[t] = (byte) s;
                }
            }
        }
        return groups;
    }
}
