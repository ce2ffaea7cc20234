package se.lageskarta.geo.read;

/**
 * What the rows of each of the source's own numbers said first: so that a number that comes again is known as a
 * repetition, as a contradiction or as another crime of the same event. 24 bytes a row in a table half to three
 * quarters full.
 */
final class RowNumbers {
    private static final int SLOT = 3;
    private static final int FIRST_SLOTS = 1 << 12;

    // number, type and content of the first row of a number
    private long[] slots;
    private int capacity;
    private int size;
    /** The rows that have a number's second type or a later one. */
    private final RowKeys furtherTypes = new RowKeys();

    private boolean severalTypes;

    /** @param expectedRows so many that the table need not grow; may be wrong */
    RowNumbers(long expectedRows) {
        capacity = (int) Math.max(FIRST_SLOTS, Math.min(expectedRows, IncidentReader.MAX_ROWS) * 3 / 2);
        slots = new long[capacity * SLOT];
    }

    /** Brings the number's place into the processor's cache: many at once cost little more than one. */
    long touch(long number) {
        return slots[slotOf(number)];
    }

    /**
     * Takes down that a row says this.
     *
     * @param number hash of the number, not 0
     */
    RowKeys.Seen note(long number, long type, long content) {
        int slot = slotOf(number);
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = slot + SLOT == slots.length ? 0 : slot + SLOT;
        }
        severalTypes = false;
        if (slots[slot] == 0) {
            slots[slot] = number;
            slots[slot + 1] = type;
            slots[slot + 2] = content;
            if (++size * 4L > capacity * 3L) {
                grow();
            }
            return RowKeys.Seen.NEW;
        }
        if (slots[slot + 1] == type) {
            return slots[slot + 2] == content ? RowKeys.Seen.REPEATED : RowKeys.Seen.CONTRADICTED;
        }
        severalTypes = true;
        return furtherTypes.note(RowKeys.keyOf(number, type), content);
    }

    /** True when the number noted last had another type before. */
    boolean hadAnotherType() {
        return severalTypes;
    }

    private int slotOf(long number) {
        // the upper half, spread evenly over any capacity
        return (int) ((RowKeys.mix(number) >>> 32) * capacity >>> 32) * SLOT;
    }

    private void grow() {
        long[] old = slots;
        capacity *= 2;
        slots = new long[capacity * SLOT];
        for (int i = 0; i < old.length; i += SLOT) {
            if (old[i] != 0) {
                int slot = slotOf(old[i]);
                while (slots[slot] != 0) {
                    slot = slot + SLOT == slots.length ? 0 : slot + SLOT;
                }
                System.arraycopy(old, i, slots, slot, SLOT);
            }
        }
    }
}
