package se.lageskarta.geo.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    private static final char[] SEPARATORS = {';', '\t', ',', '|'};
    // titles, dates and empty lines stand above the headings, but not more than these
    private static final int MAX_LINES_ABOVE = 20;

    TableShape {
        headings = List.copyOf(headings);
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /**
     * Recognises the layout from the beginning of a file.
     *
     * @throws UnreadableFileException when there are no headings that say where coordinates are
     */
    static TableShape recognise(String beginning, ColumnMapping mapping) throws UnreadableFileException {
        Candidate best = null;
        for (char separator : SEPARATORS) {
            Candidate candidate = Candidate.of(beginning, separator, mapping);
            if (candidate != null && (best == null || candidate.score() > best.score())) {
                best = candidate;
            }
        }
        if (best == null) {
            throw new UnreadableFileException("file.empty");
        }
        if (best.headings().length > MAX_COLUMNS) {
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
    private record Candidate(char separator, List<CsvRecord> records, int headingRecord, int hits) {
        static @Nullable Candidate of(String beginning, char separator, ColumnMapping mapping)
                throws UnreadableFileException {
            List<CsvRecord> records = new ArrayList<>();
            CsvGuard guard = new CsvGuard(new StringReader(beginning), separator, (line, start, code) -> {});
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .ignoreDifferentFieldCount(true)
                    .acceptCharsAfterQuotes(true)
                    .ofCsvRecord(guard);
            try {
                for (CsvRecord record : reader) {
                    if (!blank(record)) {
                        records.add(record);
                    }
                    if (records.size() > MAX_LINES_ABOVE) {
                        break;
                    }
                }
            } catch (CsvParseException e) {
                // all other limits are kept by the guard
                throw new UnreadableFileException("file.too-many-columns", Map.of("limit", MAX_COLUMNS));
            }
            if (records.isEmpty()) {
                return null;
            }
            int best = -1;
            int bestHits = 0;
            for (int i = 0; i < records.size(); i++) {
                int hits = hits(records.get(i), mapping);
                if (hits > bestHits) {
                    best = i;
                    bestHits = hits;
                }
            }
            return new Candidate(separator, records, best, bestHits);
        }

        /** Fields recognised count most, then the number of columns in which rows agree. */
        long score() {
            return hits * 1000L + Math.min(commonWidth(), 999);
        }

        String[] headings() {
            CsvRecord record = records.get(Math.max(0, headingRecord));
            String[] headings = new String[record.getFieldCount()];
            for (int i = 0; i < headings.length; i++) {
                headings[i] = headingRecord < 0 ? "#" + (i + 1) : clean(record.getField(i));
            }
            return headings;
        }

        TableShape shape(ColumnMapping mapping) {
            boolean byNumber = mapping.columns().values().stream().anyMatch(column -> column.startsWith("#"));
            boolean none = headingRecord < 0 || (byNumber && hits < 2);
            List<String> headings = none ? numbered(records.get(0).getFieldCount()) : List.of(headings());
            long line = none ? 0 : records.get(headingRecord).getStartingLineNumber();
            return new TableShape(separator, line, headings, fieldsOf(headings, mapping), constantsOf(mapping));
        }

        UnreadableFileException withoutPlace(ColumnMapping mapping) {
            for (String column : mapping.columns().values()) {
                if (!column.startsWith("=") && named(List.of(headings()), column) < 0) {
                    return new UnreadableFileException(
                            "file.mapping", Map.of("column", column, "columns", String.join(", ", headings())));
                }
            }
            if (hits == 0 && looksLikeData(records.get(0))) {
                return new UnreadableFileException("file.no-header");
            }
            return new UnreadableFileException(
                    "file.no-coordinates", Map.of("columns", String.join(", ", List.of(headings()))));
        }

        private int commonWidth() {
            Map<Integer, Integer> rowsOfWidth = new HashMap<>();
            records.forEach(record -> rowsOfWidth.merge(record.getFieldCount(), 1, Integer::sum));
            int common = 1;
            for (Map.Entry<Integer, Integer> width : rowsOfWidth.entrySet()) {
                if (width.getValue() * 2 >= records.size()) {
                    common = Math.max(common, width.getKey());
                }
            }
            return common;
        }

        private static int hits(CsvRecord record, ColumnMapping mapping) {
            if (record.getFieldCount() > MAX_COLUMNS) {
                return 0;
            }
            List<String> headings =
                    record.getFields().stream().map(Candidate::clean).toList();
            return fieldsOf(headings, mapping).size();
        }

        private static boolean looksLikeData(CsvRecord record) {
            return record.getFields().stream()
                    .map(Candidate::clean)
                    .anyMatch(cell -> !cell.isEmpty() && !Double.isNaN(Decimal.parse(cell)));
        }

        private static List<String> numbered(int columns) {
            List<String> headings = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                headings.add("#" + i);
            }
            return headings;
        }

        private static boolean blank(CsvRecord record) {
            return record.getFields().stream().allMatch(cell -> clean(cell).isEmpty());
        }

        private static String clean(String cell) {
            int from = 0;
            int to = cell.length();
            while (from < to && CsvRows.isBlank(cell.charAt(from))) {
                from++;
            }
            while (to > from && CsvRows.isBlank(cell.charAt(to - 1))) {
                to--;
            }
            return cell.substring(from, to);
        }
    }
}
