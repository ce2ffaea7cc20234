package se.lageskarta.geo.read;

import java.util.Arrays;

/**
 * What the rows of each of the source's own numbers said first: so that a number that comes again is known as a
 * repetition, as a contradiction or as another crime of the same event. 24 bytes a row, and a table of 4 bytes a place,
 * small enough for the processor's cache: a place holds the number of a row and eleven bits of the hash, which tell most
 * other numbers apart without a look at the row.
 */
final class RowNumbers {
    private static final int FIRST_ROWS = 1 << 12;
    private static final int ROW_BITS = 21;
    private static final int ROW_MASK = (1 << ROW_BITS) - 1;

    /** Row counted from 1 below, bits of the hash above; 0 where there is none. */
    private int[] places;

    private long[] numbers;
    private long[] types;
    private long[] contents;
    private int rows;
    /** The rows that have a number's second type or a later one. */
    private final RowKeys furtherTypes = new RowKeys();

    private boolean severalTypes;

    /** @param expectedRows so many that nothing need grow; may be wrong */
    RowNumbers(long expectedRows) {
        int room = (int) Math.max(FIRST_ROWS, Math.min(expectedRows + expectedRows / 64, IncidentReader.MAX_ROWS));
        numbers = new long[room];
        types = new long[room];
        contents = new long[room];
        places = new int[placesFor(room)];
    }

    /** Brings the number's place into the processor's cache: many at once cost little more than one. */
    int touch(long number) {
        return places[(int) RowKeys.mix(number) & (places.length - 1)];
    }

    /** Takes down that a row says this. */
    RowKeys.Seen note(long number, long type, long content) {
        long mixed = RowKeys.mix(number);
        int mask = places.length - 1;
        int bits = (int) (mixed >>> 32) & ~ROW_MASK;
        int place = (int) mixed & mask;
        severalTypes = false;
        for (int there = places[place]; there != 0; there = places[place]) {
            if ((there & ~ROW_MASK) == bits && numbers[(there & ROW_MASK) - 1] == number) {
                return again((there & ROW_MASK) - 1, type, content);
            }
            place = (place + 1) & mask;
        }
        if (rows == numbers.length) {
            grow();
            return note(number, type, content);
        }
        numbers[rows] = number;
        types[rows] = type;
        contents[rows] = content;
        places[place] = ++rows | bits;
        return RowKeys.Seen.NEW;
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
        places = new int[placesFor(room)];
        int mask = places.length - 1;
        for (int i = 0; i < rows; i++) {
            long mixed = RowKeys.mix(numbers[i]);
            int place = (int) mixed & mask;
            while (places[place] != 0) {
                place = (place + 1) & mask;
            }
            places[place] = (i + 1) | ((int) (mixed >>> 32) & ~ROW_MASK);
        }
    }
}
