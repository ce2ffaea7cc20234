package se.lageskarta.service.incidents;

import java.util.TreeMap;
import se.lageskarta.geo.grid.CellCounts;
import se.lageskarta.geo.grid.ShapeShares;
import se.lageskarta.geo.grid.ShapeShares.Cell;
import se.lageskarta.geo.incident.SpreadIncidents;

/**
 * How many incidents are in each square of a grid: those at a point whole, and of those somewhere along a street or in an
 * area the part of it that lies in the square. All of them together are as many as the incidents.
 *
 * @param cellMetres side of a square
 * @param column number east: the square reaches from {@code column * cellMetres}
 * @param row number north, likewise
 * @param count incidents at a point
 * @param spread incidents that may be here or elsewhere along the street or in the area, in parts
 */
record SquareCounts(double cellMetres, int[] column, int[] row, int[] count, double[] spread) {
    /** What is in one square. */
    private record Held(int count, double spread) {
        Held with(Held other) {
            return new Held(count + other.count, spread + other.spread);
        }
    }

    /** By row, then column. O(n log n + squares of the streets and areas). */
    static SquareCounts of(SpreadIncidents places, double cellMetres) {
        CellCounts points = CellCounts.of(places.points().x(), places.points().y(), cellMetres);
        if (places.shapes().isEmpty()) {
            return new SquareCounts(
                    cellMetres, points.column(), points.row(), points.count(), new double[points.size()]);
        }
        TreeMap<Cell, Held> cells = new TreeMap<>();
        for (int i = 0; i < points.size(); i++) {
            cells.put(new Cell(points.row()[i], points.column()[i]), new Held(points.count()[i], 0));
        }
        places.shapes().forEach((shape, incidents) -> ShapeShares.of(shape, cellMetres)
                .forEach((cell, part) -> cells.merge(cell, new Held(0, part * incidents), Held::with)));
        return new SquareCounts(
                cellMetres,
                cells.keySet().stream().mapToInt(Cell::column).toArray(),
                cells.keySet().stream().mapToInt(Cell::row).toArray(),
                cells.values().stream().mapToInt(Held::count).toArray(),
                cells.values().stream().mapToDouble(Held::spread).toArray());
    }

    int size() {
        return count.length;
    }
}
