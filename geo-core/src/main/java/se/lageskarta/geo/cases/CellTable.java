package se.lageskarta.geo.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.stats.StudyArea;

/**
 * A table of the cells inside a study area, with the columns cell, row, column and count: the area, and which line
 * of the table is which of its cells.
 *
 * @param name of each cell, by line
 * @param number of the inside cell of each line
 * @param count by inside cell; 0 when the table has none
 */
record CellTable(List<String> name, StudyArea area, int[] number, double[] count) {
    /** With a raster that begins at 0, 0 and has cells of 1 unless a JSON file beside the table tells its place. */
    static CellTable read(Path file) throws IOException {
        List<String> name = new ArrayList<>();
        List<int[]> at = new ArrayList<>();
        List<Double> count = new ArrayList<>();
        int nx = 0;
        int ny = 0;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(CasePoints.open(file))) {
            for (NamedCsvRecord row : rows) {
                name.add(row.getField("cell"));
                int[] place = {Integer.parseInt(row.getField("col")), Integer.parseInt(row.getField("row"))};
                nx = Math.max(nx, place[0] + 1);
                ny = Math.max(ny, place[1] + 1);
                at.add(place);
                count.add(row.findField("count").map(Double::parseDouble).orElse(0.0));
            }
        }
        Grid grid = grid(file, nx, ny);
        boolean[] inside = new boolean[grid.cells()];
        at.forEach(place -> inside[place[1] * grid.nx() + place[0]] = true);
        StudyArea area = StudyArea.of(grid, inside);
        int[] number = new int[name.size()];
        double[] counts = new double[area.size()];
        for (int i = 0; i < number.length; i++) {
            number[i] = area.numberOf(at.get(i)[0], at.get(i)[1]);
            counts[number[i]] = count.get(i);
        }
        return new CellTable(name, area, number, counts);
    }

    private static Grid grid(Path file, int nx, int ny) throws IOException {
        String beside = file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", ".json");
        Path json = file.resolveSibling(beside);
        if (beside.equals(file.getFileName().toString()) || !json.toFile().exists()) {
            return new Grid(0, 0, 1, nx, ny);
        }
        Map<String, Object> members = JsonTree.readMembers(json, Set.of("cell", "x0", "y0"));
        return new Grid(number(members, "x0"), number(members, "y0"), number(members, "cell"), nx, ny);
    }

    private static double number(Map<String, Object> members, String name) {
        return members.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    /** Lines from the one whose cell has most, lines with as much in the table's order. */
    int[] busiest(double[] byCell, int most) {
        Integer[] lines = new Integer[number.length];
        Arrays.setAll(lines, line -> line);
        Arrays.sort(lines, (a, b) -> Double.compare(byCell[number[b]], byCell[number[a]]));
        return Arrays.stream(lines).limit(most).mapToInt(Integer::intValue).toArray();
    }
}
