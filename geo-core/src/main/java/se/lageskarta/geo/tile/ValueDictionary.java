package se.lageskarta.geo.tile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The distinct attribute values of a layer, each written once, in the order of their first mention. Whole
 * numbers go through a table of their own without objects: identities and counts are most of what a tile holds.
 */
final class ValueDictionary {
    private static final int FREE = -1;

    private final Bytes written = new Bytes(1024);
    private final Bytes value = new Bytes(64);
    private final Map<Object, Integer> others = new HashMap<>();
    private int count;
    private int longs;
    private long[] key = new long[64];
    private int[] number = filled(64);

    /** Number of a text, a {@link Double}, a {@link Boolean} or a {@link Long}. */
    int numberOf(Object each) {
        if (each instanceof Long whole) {
            return numberOf(whole.longValue());
        }
        Integer known = others.get(each);
        if (known != null) {
            return known;
        }
        value.clear();
        if (each instanceof String text) {
            value.text(1 << 3 | 2, text);
        } else if (each instanceof Double real) {
            value.one(3 << 3 | 1);
            value.fixed64(Double.doubleToRawLongBits(real));
        } else if (each instanceof Boolean yes) {
            value.one(7 << 3);
            value.one(yes ? 1 : 0);
        } else {
            throw new IllegalArgumentException(
                    "value is a " + each.getClass().getSimpleName() + ", but must be text, a number or a boolean");
        }
        others.put(each, count);
        return write();
    }

    int numberOf(long whole) {
        int slot = slotOf(whole);
        if (number[slot] != FREE) {
            return number[slot];
        }
        if (2 * ++longs > key.length) {
            grow();
            slot = slotOf(whole);
        }
        value.clear();
        if (whole >= 0) {
            value.one(5 << 3);
            value.varint(whole);
        } else {
            value.one(6 << 3);
            value.varint(Bytes.zigzag(whole));
        }
        key[slot] = whole;
        number[slot] = count;
        return write();
    }

    /** All values as fields of their layer. */
    Bytes fields() {
        return written;
    }

    private int write() {
        written.message(4 << 3 | 2, value);
        return count++;
    }

    private int slotOf(long whole) {
        int slot = (int) (whole * 0x9E3779B97F4A7C15L >>> 40) & key.length - 1;
        while (number[slot] != FREE && key[slot] != whole) {
            slot = slot + 1 & key.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKey = key;
        int[] oldNumber = number;
        key = new long[oldKey.length * 2];
        number = filled(key.length);
        for (int i = 0; i < oldKey.length; i++) {
            if (oldNumber[i] != FREE) {
                int slot = slotOf(oldKey[i]);
                key[slot] = oldKey[i];
                number[slot] = oldNumber[i];
            }
        }
    }

    private static int[] filled(int size) {
        int[] numbers = new int[size];
        Arrays.fill(numbers, FREE);
        return numbers;
    }
}
