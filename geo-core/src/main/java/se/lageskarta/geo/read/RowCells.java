package se.lageskarta.geo.read;

import java.util.List;
import java.util.Map;

/**
 * Fills a {@link TableRow} with cells that are text already, as formats other than CSV have them. The row says the same,
 * down to its content hash, as when the same cells come in CSV.
 */
final class RowCells {
    private static final int SHORTEST_PERSONAL_DATA = 6;

    private final TableRow row = new TableRow();
    private final int[] fieldOfColumn;
    private final long[] headingHash;
    private final boolean[] isWords = Field.wordsByOrdinal();
    private final Map<Field, String> constants;

    RowCells(TableShape shape) {
        List<String> headings = shape.headings();
        fieldOfColumn = new int[headings.size()];
        headingHash = new long[headings.size()];
        for (int i = 0; i < fieldOfColumn.length; i++) {
            fieldOfColumn[i] = -1;
            headingHash[i] = RowKeys.hash(Field.fold(headings.get(i)));
        }
        shape.columns().forEach((field, column) -> fieldOfColumn[column] = field.ordinal());
        Survey123.leaveOutPersons(headings, fieldOfColumn);
        constants = shape.constants();
    }

    /** Begins a row. */
    void begin(long line) {
        row.clear(line);
    }

    /** Takes a cell; the columns may come in any order. */
    void cell(int column, String cell) {
        row.cellCount = Math.max(row.cellCount, column + 1);
        String text = TableHead.HeadRow.clean(cell);
        if (text.isEmpty()) {
            return;
        }
        row.lastFilled = Math.max(row.lastFilled, column + 1);
        row.hasControl |= hasControl(text);
        boolean known = column < fieldOfColumn.length;
        if (known && fieldOfColumn[column] == Survey123.NOT_READ) {
            return;
        }
        row.addContent(known ? headingHash[column] : column, RowKeys.hash(text));
        int field = known ? fieldOfColumn[column] : -1;
        if (field >= 0) {
            row.cells[field] = text;
        }
        boolean free = field < 0 || isWords[field];
        if (free && text.length() >= SHORTEST_PERSONAL_DATA && !row.hasPersonalData) {
            row.hasPersonalData = PersonalData.isIn(text.toCharArray(), 0, text.length());
        }
    }

    /** The row. It reaches as far as the headings, because these formats leave out cells at the end. */
    TableRow end() {
        row.cellCount = Math.max(row.cellCount, fieldOfColumn.length);
        constants.forEach((field, text) -> row.cells[field.ordinal()] = text);
        return row;
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\uFFFD') {
                return true;
            }
        }
        return false;
    }
}
