package se.lageskarta.geo.tile;

/**
 * Which rows of a set of points are shown: all, or those of a filter. One bit a row. Immutable.
 */
public final class Selection {
    private static final Selection ALL = new Selection(new long[0], true, 0);

    private final long[] bits;
    private final boolean all;
    private final int count;

    private Selection(long[] bits, boolean all, int count) {
        this.bits = bits;
        this.all = all;
        this.count = count;
    }

    /** Every row. */
    public static Selection all() {
        return ALL;
    }

    /**
     * The rows given.
     *
     * @param size rows in the whole set
     * @param rows row numbers, 0 to {@code size - 1}
     */
    public static Selection of(int size, int[] rows) {
        long[] bits = new long[(size + 63) >> 6];
        for (int row : rows) {
            if (row < 0 || row >= size) {
                throw new IllegalArgumentException("row is " + row + ", but must be 0 to " + (size - 1));
            }
            bits[row >> 6] |= 1L << row;
        }
        return new Selection(bits, false, rows.length);
    }

    /** True when nothing is chosen. */
    public boolean isEmpty() {
        return !all && count == 0;
    }

    boolean isAll() {
        return all;
    }

    boolean has(int row) {
        return all || (bits[row >> 6] >>> row & 1) != 0;
    }
}
