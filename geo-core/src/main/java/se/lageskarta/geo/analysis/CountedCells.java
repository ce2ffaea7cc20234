package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import se.lageskarta.geo.grid.CellCounts;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.stats.StudyArea;

/**
 * The rows of a question counted by square cell of its study area: the municipality, when its boundary is known, or the
 * settled area, which is every cell within {@link #SETTLED_METRES} of a row and inside the boundary. Tests against
 * chance ask about the settled area unless told otherwise: nobody wonders whether a town is hotter than its woods, and
 * with thousands of empty cells every street is. Rows far from all others (strays) do not stretch it.
 *
 * @param area the cells
 * @param count rows in each cell
 * @param counted rows in any cell
 * @param strays rows that were too far off to count
 * @param bounded true when the boundary is the area
 * @param automatic true when the side of the cells was not chosen
 */
record CountedCells(StudyArea area, double[] count, int counted, int strays, boolean bounded, boolean automatic) {
    static final double SETTLED_METRES = 500;

    private static final double CELL_METRES = 250;
    /** With more cells than these, larger ones are taken. */
    private static final double COMFORTABLE_CELLS = 250_000;

    private static final double STRAY_METRES = 5_000;

    /** How the side and the area are chosen. */
    static final List<Setting> SETTINGS =
            List.of(Setting.number("cell", "m", 25, 20_000), Setting.word("area", List.of("boundary", "settled")));

    /**
     * Of the settled area unless chosen otherwise: for tests against chance.
     *
     * @throws IllegalArgumentException when there are no rows
     */
    static CountedCells settled(AnalysisQuestion question, Usable usable, Chosen chosen) {
        return settled(question, usable, chosen, CELL_METRES);
    }

    /** With another automatic side. */
    static CountedCells settled(AnalysisQuestion question, Usable usable, Chosen chosen, double usualMetres) {
        return chosen.word("area", "settled").equals("settled")
                ? settled(question, usable.x(), usable.y(), chosen, usualMetres)
                : of(question, usable, chosen, usualMetres);
    }

    /**
     * Of the municipality, when its boundary is known, unless chosen otherwise: for shares of a whole.
     *
     * @throws IllegalArgumentException when there are no rows
     */
    static CountedCells of(AnalysisQuestion question, Usable usable, Chosen chosen) {
        return of(question, usable, chosen, CELL_METRES);
    }

    /** With another automatic side. */
    static CountedCells of(AnalysisQuestion question, Usable usable, Chosen chosen, double usualMetres) {
        return of(question, usable.x(), usable.y(), chosen, usualMetres);
    }

    /** Of any points. */
    static CountedCells of(AnalysisQuestion question, double[] allX, double[] allY, Chosen chosen, double usualMetres) {
        Geometry boundary = question.boundary();
        return boundary == null || chosen.word("area", "boundary").equals("settled")
                ? settled(question, allX, allY, chosen, usualMetres)
                : within(boundary, allX, allY, chosen, usualMetres);
    }

    private static CountedCells within(Geometry boundary, double[] x, double[] y, Chosen chosen, double usualMetres) {
        Grid grid = grid(boundary.getEnvelopeInternal(), chosen, usualMetres);
        return counted(StudyArea.within(grid, boundary), x, y, 0, true, chosen);
    }

    private static CountedCells settled(
            AnalysisQuestion question, double[] allX, double[] allY, Chosen chosen, double usualMetres) {
        Geometry boundary = question.boundary();
        int[] near = near(allX, allY);
        int[] kept = boundary == null ? near : inside(boundary, allX, allY, near);
        if (boundary != null && kept.length == 0) {
            return within(boundary, allX, allY, chosen, usualMetres);
        }
        double[] x = Arrays.stream(kept).mapToDouble(i -> allX[i]).toArray();
        double[] y = Arrays.stream(kept).mapToDouble(i -> allY[i]).toArray();
        Grid grid = grid(around(x, y), chosen, usualMetres);
        StudyArea area = StudyArea.near(grid, x, y, Math.max(SETTLED_METRES, grid.cellMetres()));
        return counted(boundary == null ? area : area.inside(boundary), x, y, allX.length - near.length, false, chosen);
    }

    private static Grid grid(Envelope box, Chosen chosen, double usualMetres) {
        double cell = chosen.has("cell") ? chosen.number("cell", usualMetres) : comfortable(box, usualMetres);
        return Grid.covering(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), cell);
    }

    private static CountedCells counted(
            StudyArea area, double[] x, double[] y, int strays, boolean bounded, Chosen chosen) {
        double[] count = area.counts(x, y);
        int counted = (int) Arrays.stream(count).sum();
        return new CountedCells(area, count, counted, strays, bounded, !chosen.has("cell"));
    }

    double cellMetres() {
        return area.grid().cellMetres();
    }

    /** Cells of the area. */
    int size() {
        return count.length;
    }

    Geometry square(int cell) {
        double half = cellMetres() / 2;
        return Places.square(area.centreX(cell) - half, area.centreY(cell) - half, cellMetres());
    }

    /** Says in the answer which cells were counted. */
    AnalysisResult.Builder describe(AnalysisResult.Builder answer, Usable usable, Chosen chosen) {
        answer.parameter(
                "cell",
                cellMetres(),
                "m",
                automatic,
                automatic
                        ? new Words(
                                "Ungefär ett kvarter, större när området är mycket stort.",
                                "About a block, larger when the area is very large.")
                        : new Words("Vald.", "Chosen."));
        answer.parameter(
                "area",
                bounded ? "boundary" : "settled",
                "",
                !chosen.has("area"),
                bounded
                        ? new Words(
                                "Rutor med mittpunkten innanför gränsen, även tomma.",
                                "Cells whose centre is inside the boundary, empty ones too.")
                        : new Words(
                                "Rutor inom 500 m från en händelse: skog där ingenting händer får inte göra hela tätorten het.",
                                "Cells within 500 m of an incident: woods where nothing happens must not make the whole town hot."));
        answer.figure("cells", size());
        answer.figure(
                "emptyCells", Arrays.stream(count).filter(each -> each == 0).count());
        answer.figure("counted", counted);
        answer.figure("outsideArea", usable.size() - counted);
        if (strays > 0) {
            answer.advice(new Words(
                    strays + " händelser ligger långt från alla andra och räknas inte: se efter om adressen är rätt.",
                    strays + " incidents lie far from all others and do not count: check their address."));
        }
        return answer;
    }

    private static int[] inside(Geometry boundary, double[] x, double[] y, int[] rows) {
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(boundary);
        return Arrays.stream(rows)
                .filter(i -> area.locate(new Coordinate(x[i], y[i])) != Location.EXTERIOR)
                .toArray();
    }

    /** Rows that are no strays: at most two in their square of 5 km and the eight around it, and under 1 % of all. */
    private static int[] near(double[] x, double[] y) {
        CellCounts squares = CellCounts.of(x, y, STRAY_METRES);
        Map<Long, Integer> bySquare = new HashMap<>();
        for (int i = 0; i < squares.size(); i++) {
            bySquare.put(key(squares.column()[i], squares.row()[i]), squares.count()[i]);
        }
        int[] kept = new int[x.length];
        int size = 0;
        for (int i = 0; i < x.length; i++) {
            int column = (int) Math.floor(x[i] / STRAY_METRES);
            int row = (int) Math.floor(y[i] / STRAY_METRES);
            int around = 0;
            for (int dx = -1; dx <= 1; dx++) {
                for (int dy = -1; dy <= 1; dy++) {
                    around += bySquare.getOrDefault(key(column + dx, row + dy), 0);
                }
            }
            if (around > 2 || around * 100L >= x.length) {
                kept[size++] = i;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static long key(int column, int row) {
        return (long) column << 32 | (row & 0xffffffffL);
    }

    private static Envelope around(double[] x, double[] y) {
        if (x.length == 0) {
            throw new IllegalArgumentException("usable rows is 0, but must be 1 or more");
        }
        Envelope box = new Envelope();
        for (int i = 0; i < x.length; i++) {
            box.expandToInclude(x[i], y[i]);
        }
        box.expandBy(SETTLED_METRES);
        return box;
    }

    private static double comfortable(Envelope box, double usualMetres) {
        double cell = usualMetres;
        while (box.getWidth() / cell * (box.getHeight() / cell) > COMFORTABLE_CELLS) {
            cell *= 2;
        }
        return cell;
    }
}
