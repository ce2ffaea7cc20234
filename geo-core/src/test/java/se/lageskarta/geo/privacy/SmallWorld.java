package se.lageskarta.geo.privacy;

import java.util.ArrayList;
import java.util.List;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;

/** Areas of one square each beside each other, with a home every 50 m along their middle, and incidents by hand. */
final class SmallWorld {
    static final double EAST = 400_000;
    static final double NORTH = 6_400_000;
    private static final int SIDE = 500;
    private static final int HOMES = 8;

    final ReleaseAreas areas;
    final Dwellings dwellings;
    private final List<Row> rows = new ArrayList<>();

    private record Row(double x, double y, String type, PlacePrecision precision) {}

    SmallWorld(int areas) {
        List<ReleaseArea> made = new ArrayList<>();
        for (int a = 0; a < areas; a++) {
            made.add(new ReleaseArea(a + 1, 60, new int[] {(int) EAST / SIDE + a, (int) NORTH / SIDE}));
        }
        this.areas = ReleaseAreas.restored(Crs.SWEREF99_TM, SIDE, made, null);
        double[] x = new double[areas * HOMES];
        double[] y = new double[areas * HOMES];
        int[] households = new int[areas * HOMES];
        for (int i = 0; i < x.length; i++) {
            x[i] = homeX(i / HOMES, i % HOMES);
            y[i] = NORTH + 250;
            households[i] = 7;
        }
        dwellings = new Dwellings(Crs.SWEREF99_TM, x, y, households);
    }

    private static double homeX(int area, int home) {
        return EAST + area * SIDE + 60 + 50 * home;
    }

    /** Incidents at one of an area's eight homes. */
    SmallWorld atHome(int area, int home, String type, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new Row(homeX(area, home) + i % 3, NORTH + 250, type, PlacePrecision.ADDRESS));
        }
        return this;
    }

    /** Incidents in the street, each in a place of its own. */
    SmallWorld outside(int area, String type, int count) {
        for (int i = 0; i < count; i++) {
            double place = rows.size() % 400;
            rows.add(new Row(
                    EAST + area * SIDE + 50 + place, NORTH + 400 + rows.size() % 97, type, PlacePrecision.ADDRESS));
        }
        return this;
    }

    SmallWorld unplaced(String type, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new Row(EAST + 1, NORTH + 1, type, PlacePrecision.MUNICIPALITY));
        }
        return this;
    }

    SmallWorld at(double x, double y, String type, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new Row(EAST + x, NORTH + y, type, PlacePrecision.ADDRESS));
        }
        return this;
    }

    Incidents incidents() {
        Incidents.Builder incidents = Incidents.builder(Crs.SWEREF99_TM, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            incidents.add(i + 1, 1, row.x, row.y, row.precision, 0, 1, row.type, 1);
        }
        return incidents.build();
    }
}
