package se.lageskarta.geo.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row cut from bytes. Numbers and dates are read where they lie; text is made of what is asked for as text, and the
 * same object is handed out for texts that repeat, as types and areas do.
 */
final class CsvRow extends TableRow {
    private static final int KEPT_TEXTS = 2048;
    private static final int LONGEST_KEPT = 40;

    private static final int FIELDS = Field.values().length;
    private static final int NONE = -1;
    private static final long LETTERS = 0x8080808080808080L;

    private static final int FIRST_CELLS = 64;
    /** So many numbers for each cell. */
    static final int CELL = 4;

    /**
     * For each cell where it lies in the bytes, as {@link #place} puts it together, its {@link TextHash}, the hash of its
     * heading, and the bits that only letters beyond ASCII have if it must be looked at because of them.
     */
    long[] cells;

    private final int known;
    private final int[] columnOf = new int[FIELDS];
    private final @Nullable String[] constants = new String[FIELDS];
    private final byte[] @Nullable [] keptBytes = new byte[KEPT_TEXTS][];
    private final @Nullable String[] keptTexts = new String[KEPT_TEXTS];
    private final DecimalColumn[] decimals = new DecimalColumn[FIELDS];
    private byte[] bytes = {};

    /** @param fieldOfColumn ordinal of the field that a column is, negative when it is none */
    CsvRow(List<String> headings, int[] fieldOfColumn, Map<Field, String> constants) {
        known = fieldOfColumn.length;
        cells = new long[CELL * Math.max(FIRST_CELLS, known + 1)];
        Arrays.fill(columnOf, NONE);
        Arrays.setAll(decimals, field -> new DecimalColumn());
        for (int column = 0; column < cells.length / CELL; column++) {
            boolean headed = column < known;
            cells[CELL * column + 3] = headed ? LETTERS : 0;
            cells[CELL * column + 2] = headed ? RowKeys.hash(Field.fold(headings.get(column))) : column;
            if (headed && fieldOfColumn[column] >= 0) {
                columnOf[fieldOfColumn[column]] = column;
            }
        }
        constants.forEach((field, text) -> {
            this.constants[field.ordinal()] = text;
            columnOf[field.ordinal()] = NONE;
        });
    }

    /** Says that a column is looked at whatever letters it has. */
    void isLookedAtAnyway(int column) {
        cells[CELL * column + 3] = 0;
    }

    static long place(int start, int end) {
        return (long) start << Integer.SIZE | end;
    }

    /** Where a cell begins in the bytes. */
    int start(int column) {
        return (int) (cells[CELL * column] >>> Integer.SIZE);
    }

    /** After a cell's last byte; where it begins, when nothing is written in it. */
    int end(int column) {
        return (int) cells[CELL * column];
    }

    long hash(int column) {
        return cells[CELL * column + 1];
    }

    boolean isFilled(int column) {
        return end(column) > start(column);
    }

    /** Makes room for more cells, at most {@link CsvRows#MAX_CELLS}. */
    void widen() {
        int room = cells.length / CELL;
        int larger = Math.min(2 * room, CsvRows.MAX_CELLS);
        cells = Arrays.copyOf(cells, CELL * larger);
        for (int column = room; column < larger; column++) {
            cells[CELL * column + 2] = column;
        }
    }

    /**
     * Begins a row whose cells have been cut.
     *
     * @param cut number of its cells
     * @param filled number of the last one with something in it, counted from 1
     * @param content hash of all that they say
     */
    void begin(long startingLine, int cut, int filled, long content, byte[] array) {
        if (cut < known) {
            empty(cut);
        }
        line = startingLine;
        cellCount = cut;
        contentHash = content;
        hasControl = false;
        hasPersonalData = false;
        bytes = array;
        lastFilled = filled;
    }

    private void empty(int from) {
        for (int column = from; column < known; column++) {
            cells[CELL * column] = 0;
            cells[CELL * column + 1] = 0;
        }
    }

    /** Says that a cell lies elsewhere in the bytes. */
    void move(int column, int start, int end) {
        contentHash -= contentOf(column);
        cells[CELL * column] = place(start, end);
        cells[CELL * column + 1] = TextHash.of(bytes, start, end);
        contentHash += contentOf(column);
        cutEmptyEnd();
    }

    /** Says that a cell is no part of what the row says. */
    void leaveOut(int column) {
        contentHash -= contentOf(column);
    }

    private long contentOf(int column) {
        return isFilled(column) ? RowKeys.contentOf(cells[CELL * column + 2], hash(column)) : 0;
    }

    private void cutEmptyEnd() {
        while (lastFilled > 0 && !isFilled(lastFilled - 1)) {
            lastFilled--;
        }
    }

    /** Bytes of the longest of the first cells. */
    int longestCell(int columns) {
        int longest = 0;
        for (int column = 0; column < columns; column++) {
            longest = Math.max(longest, end(column) - start(column));
        }
        return longest;
    }

    void textsInto(List<String> texts) {
        texts.clear();
        for (int column = 0; column < cellCount; column++) {
            texts.add(textBetween(bytes, start(column), end(column)));
        }
    }

    @Override
    boolean has(Field field) {
        int column = columnOf[field.ordinal()];
        String constant = constants[field.ordinal()];
        return column == NONE ? constant != null && !constant.isEmpty() : isFilled(column);
    }

    @Override
    String get(Field field) {
        int column = columnOf[field.ordinal()];
        if (column == NONE) {
            String constant = constants[field.ordinal()];
            return constant == null ? "" : constant;
        }
        return isFilled(column) ? text(column) : "";
    }

    private String text(int column) {
        int from = start(column);
        int to = end(column);
        int length = to - from;
        if (length > LONGEST_KEPT) {
            return textBetween(bytes, from, to);
        }
        int slot = (int) hash(column) & (KEPT_TEXTS - 1);
        byte[] known = keptBytes[slot];
        String text = keptTexts[slot];
        if (known == null || text == null || !Arrays.equals(known, 0, known.length, bytes, from, to)) {
            known = Arrays.copyOfRange(bytes, from, to);
            text = new String(known, StandardCharsets.UTF_8);
            keptBytes[slot] = known;
            keptTexts[slot] = text;
        }
        return text;
    }

    /** The column whose cell says something about a field, or none. */
    private int column(Field field) {
        int column = columnOf[field.ordinal()];
        return column == NONE || isFilled(column) ? column : NONE;
    }

    @Override
    double number(Field field) {
        int column = column(field);
        double plain = column == NONE ? Double.NaN : decimals[field.ordinal()].read(bytes, start(column), end(column));
        return Double.isNaN(plain) ? super.number(field) : plain;
    }

    /** The number in a column, NaN when it is not written plainly. */
    double read(DecimalColumn numbers, int column) {
        return numbers.read(bytes, start(column), end(column));
    }

    /**
     * Takes down in a table what the row with its number says, if the number is plainly new.
     *
     * @return true when it is
     */
    boolean noteIfBeyond(RowNumbers numbers, int column, long typeKey) {
        int from = start(column);
        int length = end(column) - from;
        long first = RowNumbers.letters(bytes, from, length);
        long rest = RowNumbers.letters(bytes, from + Long.BYTES, length - Long.BYTES);
        return length > 0 && numbers.noteIfBeyond(hash(column), length, first, rest, typeKey, contentHash);
    }

    @Override
    boolean startsAsNumber(Field field) {
        int column = column(field);
        return column != NONE && startsNumber(bytes[start(column)]);
    }

    @Override
    long hash(Field field) {
        int column = column(field);
        return column == NONE ? super.hash(field) : hash(column);
    }

    @Override
    int length(Field field) {
        int column = column(field);
        int most = column == NONE ? Integer.MAX_VALUE : end(column) - start(column);
        return most <= LONGEST_KEPT ? most : super.length(field);
    }

    @Override
    long isoDate(Field field) {
        int column = column(field);
        return column == NONE ? IsoDates.UNSURE : IsoDates.read(bytes, start(column), end(column));
    }

    @Override
    long isoClock(Field field) {
        int column = column(field);
        return column == NONE ? IsoDates.UNSURE : IsoDates.clock(bytes, start(column), end(column));
    }

    @Override
    void idTo(RowDraft draft) {
        int column = column(Field.ID);
        if (column == NONE) {
            super.idTo(draft);
        } else {
            draft.id(bytes, start(column), end(column));
            draft.idHash = hash(column);
        }
    }

    /** The text of a part of these bytes. */
    static String textBetween(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
