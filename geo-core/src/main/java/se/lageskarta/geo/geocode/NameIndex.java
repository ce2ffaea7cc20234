package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds names that differ little from what is written. Every way to drop up to two letters of a name's skeleton is
 * kept as a hash in one sorted array; two names that are at most two slips apart have one in common. Looking up costs
 * some eighty searches whatever the number of names; memory is about 8 bytes for each of some seventy hashes a name.
 * Unchanging and safe for several threads.
 */
final class NameIndex {
    /** Costlier ways to write a name are not that name. */
    static final double MOST = 2.4;

    /** Skeletons shorter than this are found by one slip, not by two. */
    private static final int TWO_SLIPS_FROM = 6;
    /** Of longer skeletons the beginning is indexed. */
    private static final int INDEXED_LETTERS = 18;

    private final String[] names;
    private final int[] stems;
    private final long[] entries;
    private final int[] startOfBucket;
    private static final int BUCKET_BITS = 16;
    /** Odd, so that no letter is lost however far from the end it stands. */
    private static final int BASE = 0x2C9277B5;

    private static final int[] POWERS = powers();

    /**
     * A name that what is written may be.
     *
     * @param name number of the name, as in the list the index was made of
     * @param cost of the slips, 0 or more
     */
    record Hit(int name, double cost) {}

    /** @param plainNames different names in plain spelling */
    NameIndex(List<String> plainNames) {
        names = plainNames.toArray(String[]::new);
        stems = new int[names.length];
        Hashes hashes = new Hashes();
        for (int i = 0; i < names.length; i++) {
            stems[i] = Spelling.stemLength(names[i]);
            hashes.name = i;
            variants(indexed(names[i]), hashes);
        }
        entries = hashes.sorted();
        startOfBucket = new int[(1 << BUCKET_BITS) + 1];
        for (long entry : entries) {
            startOfBucket[bucket((int) (entry >>> 32)) + 1]++;
        }
        for (int b = 0; b < 1 << BUCKET_BITS; b++) {
            startOfBucket[b + 1] += startOfBucket[b];
        }
    }

    String name(int number) {
        return names[number];
    }

    /** Letters of a name before its ending. */
    int stem(int number) {
        return stems[number];
    }

    int size() {
        return names.length;
    }

    /** The names that the writing may be, in no order; each once. */
    List<Hit> find(String plain) {
        if (names.length == 0 || plain.isEmpty() || plain.length() > SlipCost.LONGEST * 2) {
            return List.of();
        }
        Candidates candidates = new Candidates();
        variants(indexed(plain), candidates);
        return within(plain, candidates, MOST);
    }

    /** Only those that are written just so, or differ in what {@link Spelling#skeleton} drops. */
    List<Hit> findNearlyExact(String plain) {
        Candidates candidates = new Candidates();
        candidates.variant(hash(indexed(plain)));
        return within(plain, candidates, 0.3);
    }

    private List<Hit> within(String plain, Candidates candidates, double most) {
        int[] near = candidates.distinct();
        if (near.length == 0) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>(near.length);
        SlipCost slips = new SlipCost();
        for (int name : near) {
            double cost = slips.of(plain, names[name], stems[name], most);
            if (cost <= most) {
                hits.add(new Hit(name, cost));
            }
        }
        return hits;
    }

    private static String indexed(String plain) {
        String skeleton = Spelling.skeleton(plain);
        return skeleton.length() <= INDEXED_LETTERS ? skeleton : skeleton.substring(0, INDEXED_LETTERS);
    }

    private static int bucket(int hash) {
        return hash >>> (32 - BUCKET_BITS);
    }

    private interface Use {
        void variant(int hash);
    }

    /**
     * Hashes of the skeleton and of all that is left when one or two letters are dropped. A hash is a polynomial of the
     * letters, so that those of what is before, between and behind the dropped ones are put together in a few steps.
     */
    private static void variants(String skeleton, Use use) {
        int length = skeleton.length();
        int[] before = new int[length + 1];
        for (int i = 0; i < length; i++) {
            before[i + 1] = before[i] * BASE + skeleton.charAt(i);
        }
        int whole = before[length];
        use.variant(mixed(whole));
        if (length < 2) {
            return;
        }
        boolean two = length >= TWO_SLIPS_FROM;
        for (int i = 0; i < length; i++) {
            use.variant(mixed(before[i] * POWERS[length - i - 1] + whole - before[i + 1] * POWERS[length - i - 1]));
            for (int j = two ? i + 1 : length; j < length; j++) {
                int kept = before[i] * POWERS[j - i - 1] + before[j] - before[i + 1] * POWERS[j - i - 1];
                int behind = POWERS[length - j - 1];
                use.variant(mixed(kept * behind + whole - before[j + 1] * behind));
            }
        }
    }

    /** Hash of a text as a whole. */
    private static int hash(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * BASE + text.charAt(i);
        }
        return mixed(hash);
    }

    private static int[] powers() {
        int[] powers = new int[INDEXED_LETTERS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * BASE;
        }
        return powers;
    }

    private static int mixed(int polynomial) {
        int hash = polynomial ^ polynomial >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }

    private static final class Hashes implements Use {
        private long[] entries = new long[1024];
        private int size;
        private int name;

        @Override
        public void variant(int hash) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
            }
            entries[size++] = ((long) hash << 32) | name;
        }

        /** In unsigned order of the hash, each once. */
        long[] sorted() {
            for (int i = 0; i < size; i++) {
                entries[i] ^= Long.MIN_VALUE;
            }
            Arrays.sort(entries, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || entries[i] != entries[i - 1]) {
                    entries[kept++] = entries[i];
                }
            }
            long[] sorted = Arrays.copyOf(entries, kept);
            for (int i = 0; i < kept; i++) {
                sorted[i] ^= Long.MIN_VALUE;
            }
            return sorted;
        }
    }

    private final class Candidates implements Use {
        private int[] found = new int[64];
        private int size;

        @Override
        public void variant(int hash) {
            int bucket = bucket(hash);
            for (int i = startOfBucket[bucket]; i < startOfBucket[bucket + 1]; i++) {
                if ((int) (entries[i] >>> 32) == hash) {
                    if (size == found.length) {
                        found = Arrays.copyOf(found, size * 2);
                    }
                    found[size++] = (int) entries[i];
                }
            }
        }

        int[] distinct() {
            Arrays.sort(found, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || found[i] != found[i - 1]) {
                    found[kept++] = found[i];
                }
            }
            return Arrays.copyOf(found, kept);
        }
    }
}
