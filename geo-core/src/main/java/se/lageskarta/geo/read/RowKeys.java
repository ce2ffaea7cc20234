package se.lageskarta.geo.read;

/**
 * What makes a row the same row when the file comes again: the source's own number with the type, or what the row says
 * together with which of the rows that say the same it is. 16 to 32 bytes a row.
 *
 * <p>One number with several types is several incidents: the police give one K-number to all crimes of an event.
 */
final class RowKeys {
    private long[] keys = new long[1 << 12];
    private long[] values = new long[1 << 12];
    private int size;

    /** What is known about a number that comes. */
    enum Seen {
        NEW,
        /** The same number said the same before. */
        REPEATED,
        /** The same number said something else before. */
        CONTRADICTED
    }

    /** Key of a row without a number of its own. */
    long keyOfContent(long contentHash) {
        int slot = slotOf(contentHash);
        long occurrence = values[slot]++;
        occupy(slot, contentHash);
        return mix(contentHash + 0x9E3779B97F4A7C15L * (occurrence + 1));
    }

    /** Takes down that a numbered row says this. */
    Seen note(long key, long contentHash) {
        int slot = slotOf(key);
        if (keys[slot] == nonZero(key)) {
            return values[slot] == contentHash ? Seen.REPEATED : Seen.CONTRADICTED;
        }
        values[slot] = contentHash;
        occupy(slot, key);
        return Seen.NEW;
    }

    /** Key of a numbered row, from the hashes of its number and type. */
    static long keyOf(long number, long type) {
        return mix(number * 31 + type);
    }

    /** {@link TextHash} of the text. */
    static long hash(String text) {
        return TextHash.of(text);
    }

    /** What a cell adds to the content of its row. */
    static long contentOf(long headingHash, long textHash) {
        return TextHash.step(headingHash, textHash);
    }

    /** Spreads bits (splitmix64's finaliser, Steele et al. 2014). */
    static long mix(long h) {
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }

    private int slotOf(long key) {
        long stored = nonZero(key);
        int mask = keys.length - 1;
        int slot = (int) mix(stored) & mask;
        while (keys[slot] != 0 && keys[slot] != stored) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void occupy(int slot, long key) {
        if (keys[slot] == 0) {
            keys[slot] = nonZero(key);
            if (++size * 4L > keys.length * 3L) {
                grow();
            }
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private static long nonZero(long key) {
        return key == 0 ? 0x9E3779B97F4A7C15L : key;
    }
}
