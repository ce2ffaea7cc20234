package se.lageskarta.geo.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.grid.Grid;

/**
 * The areas that numbers may be told of (redovisningsområden). They are made of where people live and never of what has
 * happened, so that they give nothing away themselves.
 *
 * <p>Squares with enough households stand alone; all others, also those where nobody lives, are joined into compact areas
 * with enough. Every place within the border lies in exactly one area; none crosses the border. The same dwellings in
 * another order make the same areas.
 *
 * <p>The raster is halved over households as a k-d tree is, pieces that do not hang together join their neighbours: O(n + s log
 * s + c log s) for n dwellings, s squares and a border of c corners; 16 bytes a square and 8 more for each in an area.
 *
 * <p>Known limits: what lies {@value BorderSquares#BLURRED_METRES} metres outside a border counts as inside, for published
 * borders are simplified; without a border the areas fill the box around the dwellings and one square more. An area is in
 * several pieces only where the border or water parts it from all others.
 */
public final class ReleaseAreas {
    /** No area. */
    public static final int NONE = -1;

    private final Crs crs;
    private final int squareMetres;
    private final BorderSquares squares;
    private final List<ReleaseArea> areas;
    /** Place in {@link #areas} of each square. */
    private final int[] areaOf;

    private ReleaseAreas(Crs crs, int squareMetres, BorderSquares squares, List<ReleaseArea> areas) {
        this.crs = crs;
        this.squareMetres = squareMetres;
        this.squares = squares;
        this.areas = List.copyOf(areas);
        areaOf = new int[squares.grid().cells()];
        Arrays.fill(areaOf, NONE);
        for (int a = 0; a < areas.size(); a++) {
            for (int square : cells(areas.get(a), squares.grid())) {
                if (areaOf[square] != NONE) {
                    throw new IllegalArgumentException(
                            "areas " + areas.get(areaOf[square]).id() + " and "
                                    + areas.get(a).id() + " share a square, but must be disjoint");
                }
                areaOf[square] = a;
            }
        }
    }

    /**
     * Makes areas.
     *
     * @param dwellings those outside the border are left out
     * @param border polygons in the dwellings' system; null when none is known
     * @throws TooFewHouseholdsException when all within the border are too few for one area
     * @throws IllegalArgumentException when the border has no inside, or the box holds more than {@link Grid#MAX_CELLS} squares
     */
    public static ReleaseAreas of(Dwellings dwellings, @Nullable Geometry border, AreaRule rule) {
        Grid grid = grid(dwellings, border, rule);
        BorderSquares squares = BorderSquares.of(grid, border);
        int[] households = households(dwellings, squares);
        int[] merged =
                new AreaMerge(grid.nx(), grid.ny(), groups(squares, households, rule), households, rule).merged();
        return new ReleaseAreas(
                dwellings.crs(), rule.squareMetres(), squares, inReadingOrder(grid, merged, households));
    }

    /**
     * Areas that were made before, so that numbers of another year are told of the same ones.
     *
     * @param areas disjoint, at least one
     * @param border that they are clipped to, in the same system; null when none is known
     */
    public static ReleaseAreas restored(Crs crs, int squareMetres, List<ReleaseArea> areas, @Nullable Geometry border) {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("areas is empty, but must hold at least one");
        }
        Envelope box = new Envelope();
        for (ReleaseArea area : areas) {
            for (int i = 0; i < area.size(); i++) {
                box.expandToInclude((double) area.column(i) * squareMetres, (double) area.row(i) * squareMetres);
                box.expandToInclude((area.column(i) + 1.0) * squareMetres, (area.row(i) + 1.0) * squareMetres);
            }
        }
        if (border != null) {
            box.expandToInclude(border.getEnvelopeInternal());
        }
        Grid grid = covering(box, squareMetres);
        return new ReleaseAreas(crs, squareMetres, BorderSquares.of(grid, border), areas);
    }

    public Crs crs() {
        return crs;
    }

    /** Side of the squares, metres. */
    public int squareMetres() {
        return squareMetres;
    }

    /** In the order of their numbers. */
    public List<ReleaseArea> areas() {
        return areas;
    }

    /**
     * Which area a place counts in, by its place in {@link #areas()}; {@link #NONE} outside the border. O(1), or O(corners in
     * the square) beside the border.
     *
     * @param x metres east
     * @param y metres north
     */
    public int areaAt(double x, double y) {
        int square = squares.squareAt(x, y);
        return square == NONE ? NONE : areaOf[square];
    }

    /**
     * An area as it is drawn: polygons in metres, within the border.
     *
     * @param area its place in {@link #areas()}
     */
    public Geometry outline(int area) {
        List<Integer> within = new ArrayList<>();
        for (int square : cells(areas.get(area), squares.grid())) {
            if (squares.isWithin(square)) {
                within.add(square);
            }
        }
        Collections.sort(within);
        return squares.outline(within);
    }

    private static Grid grid(Dwellings dwellings, @Nullable Geometry border, AreaRule rule) {
        Envelope box = new Envelope();
        if (border != null) {
            box.expandToInclude(border.getEnvelopeInternal());
        } else {
            for (int i = 0; i < dwellings.size(); i++) {
                box.expandToInclude(dwellings.x()[i], dwellings.y()[i]);
            }
            box.expandBy(rule.squareMetres());
        }
        if (box.isNull()) {
            throw new TooFewHouseholdsException(0, rule.leastSquare());
        }
        return covering(box, rule.squareMetres());
    }

    private static Grid covering(Envelope box, int squareMetres) {
        return Grid.covering(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), squareMetres);
    }

    private static int[] households(Dwellings dwellings, BorderSquares squares) {
        int[] households = new int[squares.grid().cells()];
        for (int i = 0; i < dwellings.size(); i++) {
            int square = squares.squareAt(dwellings.x()[i], dwellings.y()[i]);
            if (square != NONE) {
                households[square] = Math.addExact(households[square], dwellings.households()[i]);
            }
        }
        return households;
    }

    /** The squares that stand alone each have a group of their own. */
    private static int[] groups(BorderSquares squares, int[] households, AreaRule rule) {
        int[] group = new int[households.length];
        int[] others = new int[households.length];
        int other = 0;
        Arrays.fill(group, NONE);
        for (int square = 0; square < group.length; square++) {
            if (squares.isWithin(square) && !rule.allows(1, households[square])) {
                others[other++] = square;
            }
        }
        int found = HouseholdHalves.part(
                squares.grid().nx(), households, rule.leastMerged(), Arrays.copyOf(others, other), group);
        for (int square = 0; square < group.length; square++) {
            if (squares.isWithin(square) && rule.allows(1, households[square])) {
                group[square] = found++;
            }
        }
        return group;
    }

    private static List<ReleaseArea> inReadingOrder(Grid grid, int[] merged, int[] households) {
        int[] place = new int[merged.length];
        int[] size = new int[merged.length];
        Arrays.fill(place, NONE);
        List<int[]> found = new ArrayList<>();
        for (int square : merged) {
            if (square != NONE) {
                size[square]++;
            }
        }
        int[] filled = new int[merged.length];
        List<Integer> homes = new ArrayList<>();
        int firstColumn = (int) Math.round(grid.x0() / grid.cellMetres());
        int firstRow = (int) Math.round(grid.y0() / grid.cellMetres());
        for (int row = grid.ny() - 1; row >= 0; row--) {
            for (int column = 0; column < grid.nx(); column++) {
                int area = merged[row * grid.nx() + column];
                if (area == NONE) {
                    continue;
                }
                if (place[area] == NONE) {
                    place[area] = found.size();
                    found.add(new int[2 * size[area]]);
                    homes.add(0);
                }
                int at = place[area];
                found.get(at)[filled[at]++] = firstColumn + column;
                found.get(at)[filled[at]++] = firstRow + row;
                homes.set(at, homes.get(at) + households[row * grid.nx() + column]);
            }
        }
        List<ReleaseArea> areas = new ArrayList<>();
        for (int at = 0; at < found.size(); at++) {
            areas.add(new ReleaseArea(at + 1, homes.get(at), found.get(at)));
        }
        return areas;
    }

    private static int[] cells(ReleaseArea area, Grid grid) {
        int firstColumn = (int) Math.round(grid.x0() / grid.cellMetres());
        int firstRow = (int) Math.round(grid.y0() / grid.cellMetres());
        int[] cells = new int[area.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (area.row(i) - firstRow) * grid.nx() + area.column(i) - firstColumn;
        }
        return cells;
    }
}
