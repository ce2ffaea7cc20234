package se.lageskarta.geo.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** One row on its way: what the mapped columns say. Used again for the next row. */
class TableRow {
    private static final int FIELDS = Field.values().length;

    /** Texts of the fields; of rows that are not cut from bytes. */
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

    /** What is written, without blanks around it; empty when nothing is. */
    String get(Field field) {
        return cells[field.ordinal()];
    }

    /** True when something is written. */
    boolean has(Field field) {
        return !cells[field.ordinal()].isEmpty();
    }

    /** What is written as a number, NaN when it is none. */
    double number(Field field) {
        return Decimal.parse(get(field));
    }

    /** True when what is written begins as a number does. */
    boolean startsAsNumber(Field field) {
        String text = get(field);
        return !text.isEmpty() && startsNumber(text.charAt(0));
    }

    static boolean startsNumber(int letter) {
        return letter >= '0' && letter <= '9' || letter == '-';
    }

    /** {@link TextHash} of what is written. */
    long hash(Field field) {
        return RowKeys.hash(get(field));
    }

    /** Length of what is written, characters; may be more when that is still short. */
    int length(Field field) {
        return get(field).length();
    }

    /** What is written as an ISO date with or without a time, {@link IsoDates#UNSURE} when it may be something else. */
    long isoDate(Field field) {
        return IsoDates.UNSURE;
    }

    /** What is written as a time of day such as 21:30, {@link IsoDates#UNSURE} when it may be something else. */
    long isoClock(Field field) {
        return IsoDates.UNSURE;
    }

    /** Gives a draft the source's own number. */
    void idTo(RowDraft draft) {
        byte[] id = get(Field.ID).getBytes(StandardCharsets.UTF_8);
        draft.id(id, 0, id.length);
        draft.idHash = id.length == 0 ? 0 : TextHash.of(id, 0, id.length);
    }

    boolean isEmpty() {
        return lastFilled == 0;
    }

    /** Mixes one cell into the row's hash. The sum does not depend on the order of the columns. */
    final void addContent(long headingHash, long textHash) {
        contentHash += RowKeys.contentOf(headingHash, textHash);
    }
}
