package se.lageskarta.service.storage;

import java.util.Arrays;

/** Which source keys a dataset already has. 8 bytes a key; a question costs O(log n). */
public final class SourceKeys {
    private final long[] sorted;

    SourceKeys(long[] keys) {
        sorted = keys;
        Arrays.sort(sorted);
    }

    public boolean contains(long key) {
        return Arrays.binarySearch(sorted, key) >= 0;
    }

    /** Those of both. */
    public SourceKeys and(SourceKeys other) {
        if (other.sorted.length == 0) {
            return this;
        }
        long[] both = Arrays.copyOf(sorted, sorted.length + other.sorted.length);
        System.arraycopy(other.sorted, 0, both, sorted.length, other.sorted.length);
        return new SourceKeys(both);
    }

    public int size() {
        return sorted.length;
    }
}
