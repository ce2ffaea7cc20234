package se.lageskarta.geo.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row cut from bytes. Numbers and dates are read where they lie; text is made of what is asked for as text, and the
 * same object is handed out for texts that repeat, as types and areas do.
 */
final class CsvRow extends TableRow {
    private static final int KEPT_TEXTS = 2048;
    private static final int LONGEST_KEPT = 40;

    private final int[] from = new int[Field.values().length];
    private final int[] to = new int[from.length];
    private final long[] hashes = new long[from.length];
    private final @Nullable String[] constants = new String[from.length];
    private final byte[] @Nullable [] keptBytes = new byte[KEPT_TEXTS][];
    private final @Nullable String[] keptTexts = new String[KEPT_TEXTS];
    // a bit for each field that is not empty
    private long filled;
    private long constant;
    private long constantFilled;
    private final double[] numbers = new double[from.length];
    private final int[] decimals = new int[from.length];
    // a bit for each field whose number has been read
    private long read;
    private byte[] bytes = {};

    CsvRow(Map<Field, String> constants) {
        constants.forEach((field, text) -> {
            this.constants[field.ordinal()] = text;
            constant |= 1L << field.ordinal();
            constantFilled |= text.isEmpty() ? 0 : 1L << field.ordinal();
        });
    }

    @Override
    void clear(long startingLine) {
        line = startingLine;
        cellCount = 0;
        lastFilled = 0;
        contentHash = 0;
        hasControl = false;
        hasPersonalData = false;
        filled = 0;
        read = 0;
    }

    /** Takes down where a field's cell lies; it is not empty and has no blanks around it. */
    void put(int field, int start, int end, long hash) {
        from[field] = start;
        to[field] = end;
        hashes[field] = hash;
        filled |= 1L << field;
    }

    /** Says in which array the cells lie. */
    void in(byte[] array) {
        bytes = array;
    }

    @Override
    boolean has(Field field) {
        return ((filled & ~constant | constantFilled) >>> field.ordinal() & 1) != 0;
    }

    @Override
    String get(Field field) {
        int i = field.ordinal();
        if ((constant >>> i & 1) != 0) {
            String text = constants[i];
            return text == null ? "" : text;
        }
        return (filled >>> i & 1) == 0 ? "" : text(i);
    }

    private String text(int i) {
        int length = to[i] - from[i];
        if (length > LONGEST_KEPT) {
            return new String(bytes, from[i], length, StandardCharsets.UTF_8);
        }
        int slot = (int) hashes[i] & (KEPT_TEXTS - 1);
        byte[] known = keptBytes[slot];
        String text = keptTexts[slot];
        if (known == null || text == null || !Arrays.equals(known, 0, known.length, bytes, from[i], to[i])) {
            known = Arrays.copyOfRange(bytes, from[i], to[i]);
            text = new String(known, StandardCharsets.UTF_8);
            keptBytes[slot] = known;
            keptTexts[slot] = text;
        }
        return text;
    }

    /** True when the cell lies in the bytes. */
    private boolean lies(int i) {
        return ((filled & ~constant) >>> i & 1) != 0;
    }

    @Override
    double number(Field field) {
        int i = field.ordinal();
        return (read >>> i & 1) == 0 ? readNumber(i, field) : numbers[i];
    }

    private double readNumber(int i, Field field) {
        double plain = lies(i) ? Decimal.parse(bytes, from[i], to[i], decimals, i) : Double.NaN;
        if (Double.isNaN(plain)) {
            plain = super.number(field);
        }
        numbers[i] = plain;
        read |= 1L << i;
        return plain;
    }

    @Override
    long hash(Field field) {
        int i = field.ordinal();
        return lies(i) ? hashes[i] : super.hash(field);
    }

    @Override
    boolean says(Field field, String text, byte[] utf8) {
        int i = field.ordinal();
        return lies(i) ? lieThere(from[i], to[i], utf8) : super.says(field, text, utf8);
    }

    private boolean lieThere(int start, int end, byte[] utf8) {
        int length = end - start;
        if (length != utf8.length) {
            return false;
        }
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            if ((long) TextHash.LONGS.get(bytes, start + at) != (long) TextHash.LONGS.get(utf8, at)) {
                return false;
            }
        }
        for (; at < length; at++) {
            if (bytes[start + at] != utf8[at]) {
                return false;
            }
        }
        return true;
    }

    @Override
    int length(Field field) {
        int i = field.ordinal();
        int most = lies(i) ? to[i] - from[i] : Integer.MAX_VALUE;
        return most <= LONGEST_KEPT ? most : super.length(field);
    }

    @Override
    long isoDate(Field field) {
        int i = field.ordinal();
        return lies(i) ? IsoDates.read(bytes, from[i], to[i]) : IsoDates.UNSURE;
    }

    @Override
    long isoClock(Field field) {
        int i = field.ordinal();
        return lies(i) ? IsoDates.clock(bytes, from[i], to[i]) : IsoDates.UNSURE;
    }

    @Override
    void idTo(RowDraft draft) {
        int i = Field.ID.ordinal();
        if (lies(i)) {
            draft.id(bytes, from[i], to[i]);
            draft.idHash = hashes[i];
        } else {
            super.idTo(draft);
        }
    }

    /** The text of a part of these bytes. */
    static String textBetween(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
