package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.linearref.LengthIndexedLine;
import se.lageskarta.geo.index.PointIndex;

/**
 * Places where incidents could have been recorded as well: along streets and paths, as far aside as incidents lie, or
 * spread evenly where no streets are known.
 *
 * @param x metres east
 * @param y metres north
 * @param alongStreets whether they follow streets and paths
 */
record ReferencePlaces(double[] x, double[] y, boolean alongStreets) {
    private static final double STEP_METRES = 20;
    private static final double SQUARE_METRES = 100;
    static final int MOST = 200_000;
    /** Farther aside an incident does not belong to the street. */
    private static final double MOST_ASIDE_METRES = 60;

    /**
     * @param lines streets and paths, none when not known
     * @param boundary beyond which no place is taken, null for none
     * @param reachMetres farther from all incidents no place is needed
     */
    static ReferencePlaces around(
            double[] x, double[] y, List<Geometry> lines, @Nullable Geometry boundary, double reachMetres, long seed) {
        Found found = new Found(squares(x, y), boundary, reachMetres + SQUARE_METRES);
        boolean along = !lines.isEmpty();
        if (along) {
            alongStreets(x, y, lines, found, seed);
        } else {
            evenly(x, y, found, reachMetres);
        }
        return new ReferencePlaces(found.x.build().toArray(), found.y.build().toArray(), along);
    }

    /** Middles of the squares that hold incidents: fewer to look at. */
    private static PointIndex squares(double[] x, double[] y) {
        Set<Coordinate> middles = new TreeSet<>();
        for (int i = 0; i < x.length; i++) {
            middles.add(new Coordinate(
                    (Math.floor(x[i] / SQUARE_METRES) + 0.5) * SQUARE_METRES,
                    (Math.floor(y[i] / SQUARE_METRES) + 0.5) * SQUARE_METRES));
        }
        return PointIndex.of(
                middles.stream().mapToDouble(Coordinate::getX).toArray(),
                middles.stream().mapToDouble(Coordinate::getY).toArray());
    }

    private static void alongStreets(double[] x, double[] y, List<Geometry> lines, Found found, long seed) {
        double[] aside = Arrays.stream(new FeatureDistance(lines).of(x, y))
                .filter(metres -> metres <= MOST_ASIDE_METRES)
                .sorted()
                .toArray();
        double length = lines.stream().mapToDouble(Geometry::getLength).sum();
        double step = Math.max(STEP_METRES, length / MOST);
        SplittableRandom random = new SplittableRandom(seed);
        for (Geometry line : lines) {
            for (int i = 0; i < line.getNumGeometries(); i++) {
                if (line.getGeometryN(i) instanceof LineString part) {
                    LengthIndexedLine places = new LengthIndexedLine(part);
                    for (double at = random.nextDouble(step); at < part.getLength(); at += step) {
                        double offset = aside.length == 0 ? 0 : aside[random.nextInt(aside.length)];
                        Coordinate place = places.extractPoint(at, random.nextBoolean() ? offset : -offset);
                        found.take(place.x, place.y);
                    }
                }
            }
        }
    }

    private static void evenly(double[] x, double[] y, Found found, double reachMetres) {
        double west = Arrays.stream(x).min().orElse(0) - reachMetres;
        double south = Arrays.stream(y).min().orElse(0) - reachMetres;
        double width = Arrays.stream(x).max().orElse(0) + reachMetres - west;
        double height = Arrays.stream(y).max().orElse(0) + reachMetres - south;
        double step = Math.max(STEP_METRES, Math.sqrt(width * height / (10.0 * MOST)));
        for (double north = south + step / 2; north < south + height; north += step) {
            for (double east = west + step / 2; east < west + width; east += step) {
                found.take(east, north);
            }
        }
    }

    /** Places near incidents and within the boundary. */
    private static final class Found {
        private final DoubleStream.Builder x = DoubleStream.builder();
        private final DoubleStream.Builder y = DoubleStream.builder();
        private final PointIndex incidents;
        private final @Nullable IndexedPointInAreaLocator area;
        private final double reachMetres;

        Found(PointIndex incidents, @Nullable Geometry boundary, double reachMetres) {
            this.incidents = incidents;
            this.area = boundary == null ? null : new IndexedPointInAreaLocator(boundary);
            this.reachMetres = reachMetres;
        }

        void take(double east, double north) {
            boolean inside = area == null || area.locate(new Coordinate(east, north)) != Location.EXTERIOR;
            if (inside && isNear(east, north)) {
                x.add(east);
                y.add(north);
            }
        }

        private boolean isNear(double east, double north) {
            int[] found = {0};
            incidents.forEachWithin(east, north, reachMetres, unused -> found[0]++);
            return found[0] > 0;
        }
    }
}
