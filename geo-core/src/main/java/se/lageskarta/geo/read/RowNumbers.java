package se.lageskarta.geo.read;

import java.util.Arrays;

/**
 * What the rows of each of the source's own numbers said first: so that a number that comes again is known as a
 * repetition, as a contradiction or as another crime of the same event. 24 bytes a row, and a table of 8 bytes a row.
 *
 * <p>Registers mostly give their numbers in ascending order. A number beyond all before it is new without a look at the
 * table, which is filled only when one comes that is not. A place in the table holds the number of a row and eleven bits
 * of the hash, which tell most other numbers apart without a look at the row.
 */
final class RowNumbers {
    private static final int FIRST_ROWS = 1 << 12;
    private static final int ROW_BITS = 21;
    private static final int ROW_MASK = (1 << ROW_BITS) - 1;

    /** Row counted from 1 below, bits of the hash above; 0 where there is none. */
    private int[] places = {};

    private long[] numbers;
    private long[] types;
    private long[] contents;
    private int rows;
    private int rowsInPlaces;
    // the highest number so far: its length, and its letters as numbers
    private int highestLength;
    private long highestStart = Long.MIN_VALUE;
    private long highestRest = Long.MIN_VALUE;
    /** The rows that have a number's second type or a later one. */
    private final RowKeys furtherTypes = new RowKeys();

    private boolean severalTypes;

    /** @param expectedRows so many that nothing need grow; may be wrong */
    RowNumbers(long expectedRows) {
        int room = (int) Math.max(FIRST_ROWS, Math.min(expectedRows + expectedRows / 64, IncidentReader.MAX_ROWS));
        numbers = new long[room];
        types = new long[room];
        contents = new long[room];
    }

    /**
     * Takes down that a row says this.
     *
     * @param number hash of the number
     * @param length of the number as it is written, UTF-8 bytes
     * @param start the first eight bytes, so that those of a later number are greater
     * @param rest the second eight bytes, likewise
     */
    RowKeys.Seen note(long number, int length, long start, long rest, long type, long content) {
        severalTypes = false;
        if (noteIfBeyond(number, length, start, rest, type, content)) {
            return RowKeys.Seen.NEW;
        }
        boolean same = length == highestLength && start == highestStart && rest == highestRest;
        int row = same && rows > 0 && numbers[rows - 1] == number ? rows - 1 : rowOf(number);
        if (row >= 0) {
            return again(row, type, content);
        }
        add(number, type, content);
        return RowKeys.Seen.NEW;
    }

    /**
     * As {@link #note} when the number is beyond all before it, and so surely new; otherwise nothing is taken down.
     *
     * @return true when it is
     */
    boolean noteIfBeyond(long number, int length, long start, long rest, long type, long content) {
        boolean longer = length > highestLength;
        boolean later = length == highestLength && (start != highestStart ? start > highestStart : rest > highestRest);
        if (!longer && !later || length > 2 * Long.BYTES) {
            return false;
        }
        highestLength = length;
        highestStart = start;
        highestRest = rest;
        add(number, type, content);
        return true;
    }

    /**
     * Eight letters of a number, such that they are less when they come earlier.
     *
     * @param b with at least eight more bytes
     * @param from of the letters
     * @param left how many there are from there on
     */
    static long letters(byte[] b, int from, int left) {
        long letters = left <= 0 ? 0 : (long) TextHash.LONGS.get(b, from);
        letters = left > 0 && left < Long.BYTES ? letters & ((1L << (left << 3)) - 1) : letters;
        return Long.reverseBytes(letters) ^ Long.MIN_VALUE;
    }

    private void add(long number, long type, long content) {
        if (rows == numbers.length) {
            grow();
        }
        numbers[rows] = number;
        types[rows] = type;
        contents[rows++] = content;
    }

    /** The row that had the number first, -1 when none had. */
    private int rowOf(long number) {
        fillPlaces();
        long mixed = RowKeys.mix(number);
        int mask = places.length - 1;
        int bits = (int) (mixed >>> 32) & ~ROW_MASK;
        int place = (int) mixed & mask;
        for (int there = places[place]; there != 0; there = places[place]) {
            int row = (there & ROW_MASK) - 1;
            if ((there & ~ROW_MASK) == bits && numbers[row] == number) {
                return row;
            }
            place = (place + 1) & mask;
        }
        return -1;
    }

    private void fillPlaces() {
        int wanted = placesFor(numbers.length);
        if (places.length < wanted) {
            places = new int[wanted];
            rowsInPlaces = 0;
        }
        int mask = places.length - 1;
        for (; rowsInPlaces < rows; rowsInPlaces++) {
            long mixed = RowKeys.mix(numbers[rowsInPlaces]);
            int place = (int) mixed & mask;
            while (places[place] != 0) {
                place = (place + 1) & mask;
            }
            places[place] = (rowsInPlaces + 1) | ((int) (mixed >>> 32) & ~ROW_MASK);
        }
    }

    private RowKeys.Seen again(int row, long type, long content) {
        if (types[row] == type) {
            return contents[row] == content ? RowKeys.Seen.REPEATED : RowKeys.Seen.CONTRADICTED;
        }
        severalTypes = true;
        return furtherTypes.note(RowKeys.keyOf(numbers[row], type), content);
    }

    /** True when the number noted last had another type before. */
    boolean hadAnotherType() {
        return severalTypes;
    }

    private static int placesFor(int room) {
        return Integer.highestOneBit(room - 1) << 2;
    }

    private void grow() {
        int room = (int) Math.min(numbers.length * 2L, IncidentReader.MAX_ROWS + 1);
        numbers = Arrays.copyOf(numbers, room);
        types = Arrays.copyOf(types, room);
        contents = Arrays.copyOf(contents, room);
    }
}
