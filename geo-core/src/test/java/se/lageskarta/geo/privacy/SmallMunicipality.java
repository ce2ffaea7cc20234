package se.lageskarta.geo.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;

/**
 * An invented municipality of Herrljunga's size: 500 km², 4,220 households (9,500 people). Four in ten live in the town, a fifth of
 * them in blocks of flats; a quarter live in four villages; the rest live on farms and in hamlets. Another seed is another one.
 */
final class SmallMunicipality {
    static final int HOUSEHOLDS = 4_220;
    static final int INCIDENTS_A_YEAR = 596;
    static final double SHARE_AT_HOMES = 0.42;
    private static final double EAST = 380_000;
    private static final double NORTH = 6_430_000;
    private static final double RADIUS = Math.sqrt(500e6 / Math.PI);
    private static final int VILLAGES = 4;

    final Geometry border;
    final Dwellings dwellings;
    private final List<double[]> addresses = new ArrayList<>();
    private final SplittableRandom random;

    SmallMunicipality(long seed) {
        random = new SplittableRandom(seed);
        border = border();
        Coordinate town = new Coordinate(EAST + 2_000 * gauss(), NORTH + 2_000 * gauss());
        add(town, 600, HOUSEHOLDS * 8 / 100, 12);
        add(town, 900, HOUSEHOLDS * 32 / 100, 1);
        add(town, 500, 40, 0);
        for (int village = 0; village < VILLAGES; village++) {
            Coordinate there = somewhere(0.85);
            add(there, 350, HOUSEHOLDS * 25 / 100 / VILLAGES, 1);
            add(there, 200, 4, 0);
        }
        while (households() < HOUSEHOLDS) {
            Coordinate hamlet = somewhere(0.99);
            add(hamlet, 200, Math.min(1 + random.nextInt(6), HOUSEHOLDS - households()), 1);
        }
        dwellings = new Dwellings(
                Crs.SWEREF99_TM,
                addresses.stream().mapToDouble(each -> each[0]).toArray(),
                addresses.stream().mapToDouble(each -> each[1]).toArray(),
                addresses.stream().mapToInt(each -> (int) each[2]).toArray());
    }

    private int households() {
        return (int) addresses.stream().mapToDouble(each -> each[2]).sum();
    }

    /** Addresses around a place. @param count households, or addresses when nobody lives there */
    private void add(Coordinate place, double spread, int count, int householdsEach) {
        for (int left = count; left > 0; left -= Math.max(1, householdsEach)) {
            double x = place.x + spread * gauss();
            double y = place.y + spread * gauss();
            boolean within = SimplePointInAreaLocator.isContained(new Coordinate(x, y), border);
            addresses.add(new double[] {within ? x : place.x, within ? y : place.y, Math.min(left, householdsEach)});
        }
    }

    private Coordinate somewhere(double reach) {
        while (true) {
            double x = EAST + RADIUS * (2 * random.nextDouble() - 1);
            double y = NORTH + RADIUS * (2 * random.nextDouble() - 1);
            Coordinate place = new Coordinate(x, y);
            if (Math.hypot(x - EAST, y - NORTH) < reach * RADIUS
                    && SimplePointInAreaLocator.isContained(place, border)) {
                return place;
            }
        }
    }

    private Geometry border() {
        Coordinate[] ring = new Coordinate[91];
        for (int i = 0; i < 90; i++) {
            double reach = RADIUS * (0.9 + 0.2 * random.nextDouble());
            double angle = i * Math.PI / 45;
            ring[i] = new Coordinate(EAST + reach * Math.cos(angle), NORTH + reach * Math.sin(angle));
        }
        ring[90] = ring[0].copy();
        return new GeometryFactory().createPolygon(ring);
    }

    private double gauss() {
        return random.nextGaussian();
    }
}
