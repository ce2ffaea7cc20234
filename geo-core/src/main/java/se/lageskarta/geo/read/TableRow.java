package se.lageskarta.geo.read;

import java.util.Arrays;
import java.util.Map;

/** One row on its way: what the mapped columns say, as text. Used again for the next row. */
final class TableRow {
    private static final int FIELDS = Field.values().length;

    final String[] cells = new String[FIELDS];
    long line;
    /** Number of cells, with the empty ones at the end. */
    int cellCount;
    /** Number of the last cell that is not empty, counted from 1. */
    int lastFilled;
    /** Of everything that the row says under every heading, whatever the order of the columns. */
    long contentHash;

    boolean hasControl;
    boolean hasPersonalData;
    /** What else a background-map feature says. */
    Map<String, String> attributes = Map.of();

    void clear(long startingLine) {
        Arrays.fill(cells, "");
        line = startingLine;
        cellCount = 0;
        lastFilled = 0;
        contentHash = 0;
        hasControl = false;
        hasPersonalData = false;
        attributes = Map.of();
    }

    String get(Field field) {
        return cells[field.ordinal()];
    }

    boolean isEmpty() {
        return lastFilled == 0;
    }

    /** Mixes one cell into the row's hash. The sum does not depend on the order of the columns. */
    void addContent(long headingHash, long textHash) {
        contentHash += RowKeys.mix(headingHash ^ textHash);
    }
}
