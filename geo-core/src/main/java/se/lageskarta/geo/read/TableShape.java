package se.lageskarta.geo.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.lageskarta.geo.read.TableHead.HeadRow;

/**
 * How a table is laid out.
 *
 * @param separator between cells
 * @param headingLine line of the headings, 0 when the file has none
 * @param headings of the columns, {@code #1} and so on when the file has none
 * @param columns where each field is, counted from 0
 * @param constants fields that are the same in every row
 */
record TableShape(
        char separator,
        long headingLine,
        List<String> headings,
        Map<Field, Integer> columns,
        Map<Field, String> constants) {
    /** Wider tables are crosstabs or mistakes. */
    static final int MAX_COLUMNS = 200;

    TableShape {
        headings = List.copyOf(headings);
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /**
     * Recognises the layout from the beginning of a file.
     *
     * @param heads the same rows, cut into cells in each of the ways that are possible
     * @throws UnreadableFileException when there are no headings that say where coordinates are
     */
    static TableShape recognise(List<TableHead> heads, ColumnMapping mapping) throws UnreadableFileException {
        Candidate best = null;
        for (TableHead head : heads) {
            if (!head.rows().isEmpty()) {
                Candidate candidate = Candidate.of(head, mapping);
                best = best == null || candidate.score() > best.score() ? candidate : best;
            }
        }
        if (best == null) {
            throw new UnreadableFileException("file.empty");
        }
        if (best.headings().size() > MAX_COLUMNS) {
            throw new UnreadableFileException("file.too-many-columns", Map.of("limit", MAX_COLUMNS));
        }
        TableShape shape = best.shape(mapping);
        if (!shape.hasPlace()) {
            throw best.withoutPlace(mapping);
        }
        return shape;
    }

    boolean hasPlace() {
        return (has(Field.X) && has(Field.Y)) || (has(Field.LON) && has(Field.LAT));
    }

    boolean has(Field field) {
        return columns.containsKey(field) || constants.containsKey(field);
    }

    String headingOf(Field field) {
        Integer column = columns.get(field);
        return column == null ? "" : headings.get(column);
    }

    /** Number of the last column that a row must reach, counted from 1. */
    int neededColumns() {
        int needed = 0;
        for (Field field : List.of(Field.X, Field.Y, Field.LON, Field.LAT)) {
            needed = Math.max(needed, columns.getOrDefault(field, -1) + 1);
        }
        return needed;
    }

    /** Where each field is, by heading: what a person is shown and may correct. */
    ColumnMapping mapping() {
        Map<String, String> shown = new HashMap<>();
        columns.forEach((field, column) -> shown.put(field.mappingName(), headings.get(column)));
        constants.forEach((field, text) -> shown.put(field.mappingName(), "=" + text));
        return new ColumnMapping(shown);
    }

    /** What the headings of columns, or the names of properties, are taken to hold. */
    static Map<Field, Integer> fieldsOf(List<String> headings, ColumnMapping mapping) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        boolean[] taken = new boolean[headings.size()];
        for (Field field : Field.values()) {
            String wanted = mapping.columnOf(field);
            int column = wanted == null || wanted.startsWith("=") ? -1 : named(headings, wanted);
            if (column >= 0) {
                columns.put(field, column);
                taken[column] = true;
            }
        }
        for (Field field : Field.values()) {
            int column = mapping.columnOf(field) == null ? bestFit(field, headings, taken) : -1;
            if (column >= 0) {
                columns.put(field, column);
                taken[column] = true;
            }
        }
        return columns;
    }

    static Map<Field, String> constantsOf(ColumnMapping mapping) {
        Map<Field, String> constants = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String wanted = mapping.columnOf(field);
            if (wanted != null && wanted.startsWith("=")) {
                constants.put(field, wanted.substring(1));
            }
        }
        return constants;
    }

    private static int named(List<String> headings, String wanted) {
        int exact = headings.indexOf(wanted);
        if (exact >= 0) {
            return exact;
        }
        for (int i = 0; i < headings.size(); i++) {
            String folded = Field.fold(headings.get(i));
            if (!folded.isEmpty() && folded.equals(Field.fold(wanted)) && !wanted.startsWith("#")) {
                return i;
            }
        }
        return -1;
    }

    private static int bestFit(Field field, List<String> headings, boolean[] taken) {
        int best = -1;
        int bestFit = Integer.MAX_VALUE;
        for (int i = 0; i < headings.size(); i++) {
            int fit = taken[i] ? -1 : field.fit(Field.fold(headings.get(i)));
            if (fit >= 0 && fit < bestFit) {
                best = i;
                bestFit = fit;
            }
        }
        return best;
    }

    /** The beginning of the file, read with one separator. */
    private record Candidate(TableHead head, int headingRow, int hits) {
        static Candidate of(TableHead head, ColumnMapping mapping) {
            int best = -1;
            int bestHits = 0;
            for (int i = 0; i < head.rows().size(); i++) {
                int hits = hits(head.rows().get(i), mapping);
                if (hits > bestHits) {
                    best = i;
                    bestHits = hits;
                }
            }
            return new Candidate(head, best, bestHits);
        }

        /** Fields recognised count most, then the number of columns in which rows agree. */
        long score() {
            return hits * 1000L + Math.min(commonWidth(), 999);
        }

        List<String> headings() {
            HeadRow row = head.rows().get(Math.max(0, headingRow));
            return headingRow < 0 ? numbered(row.cells().size()) : row.cells();
        }

        TableShape shape(ColumnMapping mapping) {
            boolean byNumber = mapping.columns().values().stream().anyMatch(column -> column.startsWith("#"));
            boolean none = headingRow < 0 || (byNumber && hits < 2);
            List<String> headings = none ? numbered(head.rows().get(0).cells().size()) : headings();
            long line = none ? 0 : head.rows().get(headingRow).line();
            return new TableShape(head.separator(), line, headings, fieldsOf(headings, mapping), constantsOf(mapping));
        }

        UnreadableFileException withoutPlace(ColumnMapping mapping) {
            String columns = String.join(", ", headings());
            for (String column : mapping.columns().values()) {
                if (!column.startsWith("=") && named(headings(), column) < 0) {
                    return new UnreadableFileException("file.mapping", Map.of("column", column, "columns", columns));
                }
            }
            if (hits == 0 && looksLikeData(head.rows().get(0))) {
                return new UnreadableFileException("file.no-header");
            }
            return new UnreadableFileException("file.no-coordinates", Map.of("columns", columns));
        }

        private int commonWidth() {
            Map<Integer, Integer> rowsOfWidth = new HashMap<>();
            head.rows().forEach(row -> rowsOfWidth.merge(row.cells().size(), 1, Integer::sum));
            int common = 1;
            for (Map.Entry<Integer, Integer> width : rowsOfWidth.entrySet()) {
                if (width.getValue() * 2 >= head.rows().size()) {
                    common = Math.max(common, width.getKey());
                }
            }
            return common;
        }

        private static int hits(HeadRow row, ColumnMapping mapping) {
            return row.cells().size() > MAX_COLUMNS
                    ? 0
                    : fieldsOf(row.cells(), mapping).size();
        }

        private static boolean looksLikeData(HeadRow row) {
            return row.cells().stream().anyMatch(cell -> !cell.isEmpty() && !Double.isNaN(Decimal.parse(cell)));
        }

        private static List<String> numbered(int columns) {
            List<String> headings = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                headings.add("#" + i);
            }
            return headings;
        }
    }
}
