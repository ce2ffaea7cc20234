package se.lageskarta.geo.read;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Streets and areas of rows evenly spread over a file, each with as few corners as a small map shows. Memory: at most
 * {@value #MOST_CORNERS} corners, however long the file and its lines are.
 */
final class ShapeSample {
    /** Of all shapes together. */
    private static final int MOST_CORNERS = 20_000;

    /** Of one line or ring. */
    private static final int MOST_OF_ONE = 300;

    /** Lines and rings of one row; a municipality of ten thousand islands is known by the first of them. */
    private static final int MOST_PARTS = 40;

    private static final double DECIMALS = 1e6;

    private record Taken(long turn, FileCheck.Shape shape) {}

    private final List<Taken> taken = new ArrayList<>();
    private int corners;
    private long step = 1;
    private long turn;

    /** @param geometry longitude and latitude, degrees; points are passed over */
    void offer(Geometry geometry, boolean uncertain) {
        if (geometry.getDimension() < 1) {
            return;
        }
        long mine = turn++;
        if (mine % step != 0) {
            return;
        }
        List<FileCheck.Shape> parts = new ArrayList<>();
        collect(geometry, uncertain, parts);
        for (FileCheck.Shape part : parts) {
            taken.add(new Taken(mine, part));
            corners += part.corners();
        }
        while (corners > MOST_CORNERS) {
            thinOut();
        }
    }

    List<FileCheck.Shape> shapes() {
        return taken.stream().map(Taken::shape).toList();
    }

    private void thinOut() {
        step *= 2;
        taken.removeIf(one -> one.turn() % step != 0);
        corners = taken.stream().mapToInt(one -> one.shape().corners()).sum();
    }

    private static void collect(Geometry geometry, boolean uncertain, List<FileCheck.Shape> parts) {
        if (parts.size() == MOST_PARTS) {
            return;
        }
        if (geometry instanceof Polygon area) {
            parts.add(shape(area.getExteriorRing(), true, uncertain));
        } else if (geometry instanceof LineString line) {
            parts.add(shape(line, false, uncertain));
        } else if (geometry instanceof GeometryCollection several) {
            for (int i = 0; i < several.getNumGeometries(); i++) {
                collect(several.getGeometryN(i), uncertain, parts);
            }
        }
    }

    /** Every so many corners, and the last one. */
    private static FileCheck.Shape shape(LineString line, boolean area, boolean uncertain) {
        CoordinateSequence all = line.getCoordinateSequence();
        int each = (all.size() + MOST_OF_ONE - 1) / MOST_OF_ONE;
        int last = all.size() - 1;
        int kept = last / each + (last % each == 0 ? 1 : 2);
        double[] lonLat = new double[2 * kept];
        for (int i = 0; i < kept; i++) {
            Coordinate corner = all.getCoordinate(Math.min(i * each, last));
            lonLat[2 * i] = rounded(corner.x);
            lonLat[2 * i + 1] = rounded(corner.y);
        }
        return new FileCheck.Shape(lonLat, area, uncertain);
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }
}
