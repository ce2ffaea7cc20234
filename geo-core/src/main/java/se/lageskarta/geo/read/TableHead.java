package se.lageskarta.geo.read;

import java.util.List;

/**
 * The first rows of a table, of which its layout is recognised: those that are not empty, with the blanks around their
 * cells taken off.
 *
 * @param separator between cells; {@link #NO_SEPARATOR} where the format itself keeps cells apart
 */
record TableHead(char separator, List<HeadRow> rows) {
    static final char NO_SEPARATOR = '\0';

    /** Titles, dates and empty lines stand above the headings, but not more rows than these are looked at. */
    static final int ROWS = 21;

    TableHead {
        rows = List.copyOf(rows);
    }

    /** @param line of the file, counted from 1 */
    record HeadRow(long line, List<String> cells) {
        HeadRow {
            cells = cells.stream().map(HeadRow::clean).toList();
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }

        static String clean(String cell) {
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
