package se.lageskarta.geo.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import se.lageskarta.geo.grid.Grid;

/**
 * The squares of a raster that lie within a border, wholly or in part. The border is halved again and again along the raster's
 * lines, so that only the squares it passes through cost anything: O(c log s + s) for c corners and s squares.
 */
final class BorderSquares {
    /** Published borders are simplified: what lies as far outside counts as inside. Metres. */
    static final double BLURRED_METRES = 50;

    static final int NONE = -1;
    private static final GeometryFactory SHAPES = new GeometryFactory();
    /** A square that lacks less than this of its area is whole: what rounding takes. */
    private static final double ROUNDING_SQUARE_METRES = 1e-3;

    private final Grid grid;
    private final boolean[] within;
    /** What lies within the border of the squares that it passes through. */
    private final Map<Integer, Geometry> parts = new HashMap<>();

    private BorderSquares(Grid grid) {
        this.grid = grid;
        within = new boolean[grid.cells()];
    }

    /**
     * @param border polygons in metres; null when every square counts
     * @param grid covers the border
     */
    static BorderSquares of(Grid grid, @Nullable Geometry border) {
        BorderSquares squares = new BorderSquares(grid);
        if (border == null) {
            Arrays.fill(squares.within, true);
        } else {
            squares.divide(0, 0, grid.nx(), grid.ny(), mended(border));
        }
        return squares;
    }

    /** Polygons that do not cross themselves. */
    static Geometry mended(Geometry border) {
        Geometry areas = polygons(border.isValid() ? border : GeometryFixer.fix(border));
        if (areas.isEmpty()) {
            throw new IllegalArgumentException(
                    "border is " + border.getGeometryType() + ", but must be polygons with an inside");
        }
        return areas;
    }

    Grid grid() {
        return grid;
    }

    boolean isWithin(int square) {
        return within[square];
    }

    /** The square that a place counts in; {@link #NONE} outside the border. */
    int squareAt(double x, double y) {
        int column = column(x);
        int row = row(y);
        if (holds(column, row) && within[row * grid.nx() + column]) {
            Geometry part = parts.get(row * grid.nx() + column);
            Coordinate place = new Coordinate(x, y);
            if (part == null || SimplePointInAreaLocator.locate(place, part) != Location.EXTERIOR) {
                return row * grid.nx() + column;
            }
        }
        return nearestWithinBlur(x, y, column, row);
    }

    /** What the squares given hold within the border: a polygon, or several when they do not touch. */
    Geometry outline(List<Integer> squares) {
        List<Geometry> pieces = new ArrayList<>();
        int from = NONE;
        int to = NONE;
        for (int square : squares) {
            Geometry part = parts.get(square);
            if (part != null) {
                pieces.add(part);
            } else if (from != NONE && square == to + 1 && square % grid.nx() != 0) {
                to = square;
            } else {
                addRun(from, to, pieces);
                from = square;
                to = square;
            }
        }
        addRun(from, to, pieces);
        return polygons(OverlayNGRobust.union(SHAPES.buildGeometry(pieces)));
    }

    private void addRun(int from, int to, List<Geometry> pieces) {
        if (from != NONE) {
            int row = from / grid.nx();
            pieces.add(rectangle(from % grid.nx(), row, to % grid.nx() + 1, row + 1));
        }
    }

    private int nearestWithinBlur(double x, double y, int column, int row) {
        Geometry place = SHAPES.createPoint(new Coordinate(x, y));
        int nearest = NONE;
        double least = BLURRED_METRES;
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                int square = r * grid.nx() + c;
                if (holds(c, r) && within[square]) {
                    Geometry part = parts.getOrDefault(square, rectangle(c, r, c + 1, r + 1));
                    double distance = part.distance(place);
                    if (distance <= least && (nearest == NONE || distance < least)) {
                        nearest = square;
                        least = distance;
                    }
                }
            }
        }
        return nearest;
    }

    private boolean holds(int column, int row) {
        return column >= 0 && row >= 0 && column < grid.nx() && row < grid.ny();
    }

    private int column(double x) {
        return (int) Math.max(-2, Math.min(grid.nx() + 1.0, Math.floor((x - grid.x0()) / grid.cellMetres())));
    }

    private int row(double y) {
        return (int) Math.max(-2, Math.min(grid.ny() + 1.0, Math.floor((y - grid.y0()) / grid.cellMetres())));
    }

    private void divide(int west, int south, int east, int north, Geometry inside) {
        if (inside.isEmpty()) {
            return;
        }
        Polygon box = rectangle(west, south, east, north);
        boolean single = east - west == 1 && north - south == 1;
        if (single || isWhole(inside, box)) {
            fill(west, south, east, north);
            if (single && box.getArea() - inside.getArea() > ROUNDING_SQUARE_METRES) {
                parts.put(south * grid.nx() + west, inside);
            }
        } else if (east - west >= north - south) {
            int middle = (west + east) / 2;
            divide(west, south, middle, north, cut(inside, rectangle(west, south, middle, north)));
            divide(middle, south, east, north, cut(inside, rectangle(middle, south, east, north)));
        } else {
            int middle = (south + north) / 2;
            divide(west, south, east, middle, cut(inside, rectangle(west, south, east, middle)));
            divide(west, middle, east, north, cut(inside, rectangle(west, middle, east, north)));
        }
    }

    private static boolean isWhole(Geometry inside, Polygon box) {
        return inside instanceof Polygon polygon && polygon.isRectangle() && polygon.equalsTopo(box);
    }

    private void fill(int west, int south, int east, int north) {
        for (int row = south; row < north; row++) {
            Arrays.fill(within, row * grid.nx() + west, row * grid.nx() + east, true);
        }
    }

    private static Geometry cut(Geometry inside, Polygon box) {
        return polygons(OverlayNGRobust.overlay(inside, box, OverlayNG.INTERSECTION));
    }

    /** Without the lines and points that an intersection may leave. */
    private static Geometry polygons(Geometry any) {
        if (any instanceof Polygon) {
            return any;
        }
        List<Polygon> found = new ArrayList<>();
        any.apply(new PolygonExtracter(found));
        return SHAPES.buildGeometry(found);
    }

    private Polygon rectangle(int west, int south, int east, int north) {
        double side = grid.cellMetres();
        return (Polygon) SHAPES.toGeometry(new Envelope(
                grid.x0() + west * side, grid.x0() + east * side, grid.y0() + south * side, grid.y0() + north * side));
    }
}
