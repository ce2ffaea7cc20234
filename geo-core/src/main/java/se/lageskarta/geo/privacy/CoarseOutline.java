package se.lageskarta.geo.privacy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * An outline drawn along a fixed grid, for those who may not see single incidents: every square that the true outline touches,
 * whole. Its corners are corners of the grid, so none of them can tell where an incident lies.
 *
 * <p>The grid is laid in degrees: rows of equal height from the equator, columns of the width that they have at the middle of
 * the whole degree of latitude. Equal outlines have equal coarse ones, whatever their working system. O(squares of the box).
 *
 * <p>Known limit: squares of two outlines on either side of a whole degree of latitude do not meet edge to edge.
 */
public final class CoarseOutline {
    private static final double METRES_PER_DEGREE = 111_195;
    /** An outline this large tells nothing about a household; its squares are then taken twice as wide, and again. */
    private static final long MOST_SQUARES = 40_000;

    private CoarseOutline() {}

    /**
     * The squares that an outline touches, as one geometry.
     *
     * @param degrees longitude and latitude, not empty
     * @param squareMetres side of a square, 1 or more
     * @throws IllegalArgumentException when it is empty or the side is below a metre
     */
    public static Geometry of(Geometry degrees, double squareMetres) {
        if (degrees.isEmpty() || squareMetres < 1) {
            throw new IllegalArgumentException("an outline with " + degrees.getNumPoints() + " corners and squares of "
                    + squareMetres + " m, but must have corners and a metre or more");
        }
        Envelope box = degrees.getEnvelopeInternal();
        double side = squareMetres;
        Grid grid = Grid.at(box, side);
        while (grid.squares(box) > MOST_SQUARES) {
            side *= 2;
            grid = Grid.at(box, side);
        }
        return touched(degrees, grid);
    }

    private static Geometry touched(Geometry degrees, Grid grid) {
        PreparedGeometry outline = PreparedGeometryFactory.prepare(degrees);
        GeometryFactory factory = degrees.getFactory();
        Envelope box = degrees.getEnvelopeInternal();
        List<Geometry> squares = new ArrayList<>();
        for (long row = grid.row(box.getMinY()); row <= grid.row(box.getMaxY()); row++) {
            for (long column = grid.column(box.getMinX()); column <= grid.column(box.getMaxX()); column++) {
                Geometry square = factory.toGeometry(grid.square(column, row));
                if (outline.intersects(square)) {
                    squares.add(square);
                }
            }
        }
        return UnaryUnionOp.union(squares);
    }

    /** Squares of so many degrees; a square's edges are computed from its number, so that neighbours share them exactly. */
    private record Grid(double width, double height) {
        static Grid at(Envelope box, double metres) {
            double band = Math.floor(box.centre().y) + 0.5;
            double height = metres / METRES_PER_DEGREE;
            return new Grid(height / Math.max(0.01, Math.cos(Math.toRadians(band))), height);
        }

        long row(double lat) {
            return (long) Math.floor(lat / height);
        }

        long column(double lon) {
            return (long) Math.floor(lon / width);
        }

        long squares(Envelope box) {
            return (row(box.getMaxY()) - row(box.getMinY()) + 1) * (column(box.getMaxX()) - column(box.getMinX()) + 1);
        }

        Envelope square(long column, long row) {
            return new Envelope(column * width, (column + 1) * width, row * height, (row + 1) * height);
        }
    }
}
