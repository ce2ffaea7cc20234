package se.lageskarta.geo.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

    // longer headings are questions of a form; the number is shorter to send
    private static final int LONGEST_NAME = 200;

    private static final Pattern NUMBER = Pattern.compile("#[1-9][0-9]{0,3}");

    TableShape {
        headings = List.copyOf(headings);
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /**
     * Recognises the layout from the beginning of a file, or follows what was said about it.
     *
     * @param heads the same rows, cut into cells in each of the ways that are possible
     * @throws UnreadableFileException when there is nothing to recognise
     */
    static TableShape recognise(List<TableHead> heads, ReadOptions options) throws UnreadableFileException {
        Candidate best = null;
        for (TableHead head : heads) {
            if (!head.rows().isEmpty()) {
                Candidate candidate =
                        Candidate.of(head, options.mapping(), options.layout().headingLine());
                best = best == null || candidate.score() > best.score() ? candidate : best;
            }
        }
        if (best == null) {
            throw new UnreadableFileException("file.empty");
        }
        if (best.headings().size() > MAX_COLUMNS) {
            throw new UnreadableFileException("file.too-many-columns", Map.of("limit", MAX_COLUMNS));
        }
        return best.shape(options.mapping());
    }

    /** How much a beginning looks like that of a table: the more headings are recognised the more; -1 when it is empty. */
    static long score(TableHead head, ReadOptions options) {
        try {
            return head.rows().isEmpty()
                    ? -1
                    : Candidate.of(head, options.mapping(), options.layout().headingLine())
                            .score();
        } catch (UnreadableFileException e) {
            return 0;
        }
    }

    /** The rows that this layout was recognised from. */
    static List<HeadRow> headOf(List<TableHead> heads, TableShape shape) {
        return heads.stream()
                .filter(head -> head.separator() == shape.separator)
                .findFirst()
                .map(TableHead::rows)
                .orElse(List.of());
    }

    /** @throws UnreadableFileException when a column was said that is not there */
    void refuseUnknownColumns(ColumnMapping mapping) throws UnreadableFileException {
        for (String column : mapping.columns().values()) {
            boolean isColumn = !column.isEmpty() && !column.startsWith("=");
            if (isColumn && named(headings, column) < 0) {
                throw new UnreadableFileException(
                        "file.mapping", Map.of("column", column, "columns", String.join(", ", headings)));
            }
        }
    }

    /**
     * @param wordsDo whether the file's rows may have their places in words instead
     * @param canFind whether there is anything to find words in
     * @throws UnreadableFileException when there are no headings that say where places are
     */
    void refuseWithoutPlace(List<HeadRow> head, boolean wordsDo, boolean canFind) throws UnreadableFileException {
        if (hasPlace() || (wordsDo && hasWords() && canFind)) {
            return;
        }
        if (headingLine == 0 && !head.isEmpty() && looksLikeData(head.get(0))) {
            throw new UnreadableFileException("file.no-header");
        }
        if (wordsDo && hasWords()) {
            throw new UnreadableFileException("file.places-first", Map.of("columns", String.join(", ", wordColumns())));
        }
        throw new UnreadableFileException("file.no-coordinates", Map.of("columns", String.join(", ", headings)));
    }

    boolean hasPlace() {
        return (has(Field.X) && has(Field.Y)) || (has(Field.LON) && has(Field.LAT));
    }

    /** True when a column tells places in words. */
    boolean hasWords() {
        return !wordColumns().isEmpty();
    }

    private List<String> wordColumns() {
        return columns.keySet().stream()
                .filter(field -> field.isWords() && field != Field.HOUSE_NUMBER)
                .sorted()
                .map(this::headingOf)
                .toList();
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
        columns.forEach((field, column) -> shown.put(field.mappingName(), nameOf(column)));
        constants.forEach((field, text) -> shown.put(field.mappingName(), "=" + text));
        return new ColumnMapping(shown);
    }

    /** The column's heading, or its number where the heading does not tell it from the others. */
    String nameOf(int column) {
        String heading = headings.get(column);
        boolean tells = !heading.isEmpty() && heading.length() <= LONGEST_NAME && headings.indexOf(heading) == column;
        return tells ? heading : "#" + (column + 1);
    }

    /** What the headings of columns, or the names of properties, are taken to hold. */
    static Map<Field, Integer> fieldsOf(List<String> headings, ColumnMapping mapping) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        boolean[] taken = new boolean[headings.size()];
        for (Field field : Field.values()) {
            String wanted = mapping.columnOf(field);
            int column = wanted == null ? -1 : named(headings, wanted);
            if (column >= 0) {
                columns.put(field, column);
                taken[column] = true;
            }
        }
        List<String> folded = headings.stream().map(Field::fold).toList();
        for (Field field : Field.values()) {
            // words beside a code: without a column of codes, because somebody has said so, there are none
            boolean alone = field == Field.TYPE_WORDS && "".equals(mapping.columnOf(Field.TYPE));
            int column = mapping.columnOf(field) == null && !alone ? bestFit(field, folded, taken) : -1;
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

    /**
     * Number of the column that was said, counted from 0; -1 when there is none.
     *
     * @param wanted a heading, {@code #3} for the third column, {@code =text} or empty for no column
     */
    private static int named(List<String> headings, String wanted) {
        if (wanted.isEmpty() || wanted.startsWith("=")) {
            return -1;
        }
        int exact = headings.indexOf(wanted);
        if (exact >= 0) {
            return exact;
        }
        if (NUMBER.matcher(wanted).matches()) {
            int column = Integer.parseInt(wanted.substring(1)) - 1;
            return column < headings.size() ? column : -1;
        }
        String foldedWanted = Field.fold(wanted);
        for (int i = 0; i < headings.size() && !foldedWanted.isEmpty(); i++) {
            if (Field.fold(headings.get(i)).equals(foldedWanted)) {
                return i;
            }
        }
        return -1;
    }

    private static int bestFit(Field field, List<String> folded, boolean[] taken) {
        int best = -1;
        int bestFit = Integer.MAX_VALUE;
        for (int i = 0; i < folded.size(); i++) {
            int fit = taken[i] ? -1 : field.fit(folded.get(i));
            if (fit >= 0 && fit < bestFit) {
                best = i;
                bestFit = fit;
            }
        }
        return best;
    }

    private static boolean looksLikeData(HeadRow row) {
        return row.cells().stream().anyMatch(cell -> !cell.isEmpty() && !Double.isNaN(Decimal.parse(cell)));
    }

    /**
     * The beginning of the file, read with one separator.
     *
     * @param headingRow which of the rows holds the headings, -1 when none does
     * @param hits columns that the headings tell the meaning of
     */
    private record Candidate(TableHead head, int headingRow, int hits) {
        static Candidate of(TableHead head, ColumnMapping mapping, @Nullable Long saidLine)
                throws UnreadableFileException {
            if (saidLine != null) {
                return said(head, mapping, saidLine);
            }
            int best = -1;
            int bestHits = 0;
            for (int i = 0; i < head.rows().size(); i++) {
                int hits = hits(head.rows().get(i), mapping);
                if (hits > bestHits) {
                    best = i;
                    bestHits = hits;
                }
            }
            boolean byNumber = mapping.columns().values().stream().anyMatch(column -> column.startsWith("#"));
            if (byNumber && bestHits < 2) {
                return new Candidate(head, -1, 0);
            }
            return best < 0 ? guessed(head) : new Candidate(head, best, bestHits);
        }

        /** Headings that say nothing to us are still headings: words above numbers, in as many columns. */
        private static Candidate guessed(TableHead head) {
            Candidate none = new Candidate(head, -1, 0);
            int width = none.commonWidth();
            for (int i = 0; i + 1 < head.rows().size() && width > 1; i++) {
                List<String> cells = head.rows().get(i).cells();
                boolean words = cells.size() == width && cells.stream().noneMatch(String::isEmpty);
                if (words
                        && !looksLikeData(head.rows().get(i))
                        && looksLikeData(head.rows().get(i + 1))) {
                    return new Candidate(head, i, 0);
                }
            }
            return none;
        }

        private static Candidate said(TableHead head, ColumnMapping mapping, long line) throws UnreadableFileException {
            if (line == 0) {
                return new Candidate(head, -1, 0);
            }
            for (int i = 0; i < head.rows().size(); i++) {
                HeadRow row = head.rows().get(i);
                if (row.line() == line) {
                    return new Candidate(head, i, hits(row, mapping));
                }
            }
            throw new UnreadableFileException(
                    "file.heading-line",
                    Map.of("line", line, "rows", head.rows().size()));
        }

        /** Fields recognised count most, then the number of columns in which rows agree. */
        long score() {
            return hits * 1000L + Math.min(commonWidth(), 999);
        }

        List<String> headings() {
            return headingRow < 0
                    ? numbered(
                            Math.max(commonWidth(), head.rows().get(0).cells().size()))
                    : head.rows().get(headingRow).cells();
        }

        TableShape shape(ColumnMapping mapping) {
            List<String> headings = headings();
            long line = headingRow < 0 ? 0 : head.rows().get(headingRow).line();
            return new TableShape(head.separator(), line, headings, fieldsOf(headings, mapping), constantsOf(mapping));
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

        /** Columns said by their number tell nothing about where the headings are. */
        private static int hits(HeadRow row, ColumnMapping mapping) {
            if (row.cells().size() > MAX_COLUMNS) {
                return 0;
            }
            Map<Field, Integer> fields = fieldsOf(row.cells(), mapping);
            fields.keySet().removeIf(field -> {
                String wanted = mapping.columnOf(field);
                return wanted != null && wanted.startsWith("#") && !row.cells().contains(wanted);
            });
            return fields.size();
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
