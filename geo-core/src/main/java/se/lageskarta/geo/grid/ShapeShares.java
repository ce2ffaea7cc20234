package se.lageskarta.geo.grid;

import java.util.Arrays;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * How much of a street or an area lies in each square of a grid, exactly: parts of its length, or of its surface. The
 * squares are those of {@link CellCounts}. The parts of one shape add up to 1 (to rounding, some 10<sup>−15</sup> a
 * square). O(squares crossed) for a street; O(squares on the rim · corners) for an area.
 */
public final class ShapeShares {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /**
     * A square.
     *
     * @param row number north; before the column, as cells come
     * @param column number east
     */
    public record Cell(int row, int column) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
        }
    }

    private final double side;
    private final TreeMap<Cell, Double> held = new TreeMap<>();

    private ShapeShares(double side) {
        this.side = side;
    }

    /**
     * @param shape a street or an area, metres, not empty
     * @param cellMetres side of a square, greater than 0
     * @return the part in each square that holds any, by row, then column
     */
    public static TreeMap<Cell, Double> of(Geometry shape, double cellMetres) {
        ShapeShares shares = new ShapeShares(cellMetres);
        if (shape.getDimension() == 2) {
            Geometry area = areaOf(shape);
            Envelope box = area.getEnvelopeInternal();
            shares.within(
                    PreparedGeometryFactory.prepare(area),
                    shares.cell(box.getMinX()),
                    shares.cell(box.getMinY()),
                    shares.cell(box.getMaxX()) + 1,
                    shares.cell(box.getMaxY()) + 1);
        } else {
            for (Object line : LinearComponentExtracter.getLines(shape)) {
                shares.along(((Geometry) line).getCoordinates());
            }
        }
        double sum =
                shares.held.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 0) {
            shares.held.replaceAll((cell, part) -> part / sum);
        } else {
            Coordinate place = shape.getCentroid().getCoordinate();
            shares.held.put(new Cell(shares.cell(place.y), shares.cell(place.x)), 1.0);
        }
        return shares.held;
    }

    /** What can be cut: of a collection its surfaces, and of an outline that crosses itself what it goes around. */
    private static Geometry areaOf(Geometry shape) {
        boolean cuttable = shape instanceof Polygonal && shape.isValid();
        return cuttable ? shape : UnaryUnionOp.union(PolygonExtracter.getPolygons(GeometryFixer.fix(shape)));
    }

    private int cell(double metres) {
        return (int) Math.floor(metres / side);
    }

    private void add(double x, double y, double part) {
        if (part > 0) {
            held.merge(new Cell(cell(y), cell(x)), part, Double::sum);
        }
    }

    /** Each stretch of a line is cut where it crosses the lines of the grid. */
    private void along(Coordinate[] line) {
        for (int i = 1; i < line.length; i++) {
            Coordinate a = line[i - 1];
            Coordinate b = line[i];
            double length = a.distance(b);
            double[] cuts = cuts(a, b);
            for (int c = 1; c < cuts.length; c++) {
                double middle = (cuts[c - 1] + cuts[c]) / 2;
                add(a.x + middle * (b.x - a.x), a.y + middle * (b.y - a.y), (cuts[c] - cuts[c - 1]) * length);
            }
        }
    }

    /** From 0 to 1, ascending. */
    private double[] cuts(Coordinate a, Coordinate b) {
        int columns = Math.abs(cell(b.x) - cell(a.x));
        int rows = Math.abs(cell(b.y) - cell(a.y));
        double[] cuts = new double[columns + rows + 2];
        int n = 0;
        cuts[n++] = 0;
        for (int k = 1; k <= columns; k++) {
            cuts[n++] = share(((Math.min(cell(a.x), cell(b.x)) + k) * side - a.x) / (b.x - a.x));
        }
        for (int k = 1; k <= rows; k++) {
            cuts[n++] = share(((Math.min(cell(a.y), cell(b.y)) + k) * side - a.y) / (b.y - a.y));
        }
        cuts[n] = 1;
        Arrays.sort(cuts);
        return cuts;
    }

    private static double share(double part) {
        return Math.max(0, Math.min(1, part));
    }

    /** Squares wholly inside are counted together; only those on the rim are cut. Columns and rows up to the last ones. */
    private void within(PreparedGeometry area, int west, int south, int east, int north) {
        Geometry box = GEOMETRY.toGeometry(new Envelope(west * side, east * side, south * side, north * side));
        if (!area.intersects(box)) {
            return;
        }
        if (area.containsProperly(box)) {
            for (int row = south; row < north; row++) {
                for (int column = west; column < east; column++) {
                    held.merge(new Cell(row, column), side * side, Double::sum);
                }
            }
        } else if (east - west == 1 && north - south == 1) {
            double part = area.getGeometry().intersection(box).getArea();
            if (part > 0) {
                held.merge(new Cell(south, west), part, Double::sum);
            }
        } else if (east - west >= north - south) {
            int middle = west + (east - west) / 2;
            within(area, west, south, middle, north);
            within(area, middle, south, east, north);
        } else {
            int middle = south + (north - south) / 2;
            within(area, west, south, east, middle);
            within(area, west, middle, east, north);
        }
    }
}
