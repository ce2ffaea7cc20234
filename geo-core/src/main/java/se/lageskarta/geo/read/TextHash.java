package se.lageskarta.geo.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A 64-bit hash of a text: of its UTF-8 bytes, eight at a time, so that it can be taken where the bytes lie and is the
 * same whatever encoding the text came in.
 */
final class TextHash {
    /** Eight bytes of an array as one number, the first byte lowest. */
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final long START = 0x9E3779B97F4A7C15L;

    private static final long FACTOR = 0xD6E8FEB86659FD93L;
    private static final long LENGTH_FACTOR = 0xA0761D6478BD642FL;

    private TextHash() {}

    /** Takes eight bytes more; the bytes after the end of a text are zero. */
    static long step(long hash, long eightBytes) {
        long product = (hash ^ eightBytes) * FACTOR;
        return product ^ (product >>> 32);
    }

    static long end(long hash, int length) {
        return hash ^ (length * LENGTH_FACTOR);
    }

    static long of(byte[] bytes, int from, int to) {
        return end(stepsOf(bytes, from, to), to - from);
    }

    /** All but the {@link #end}. */
    static long stepsOf(byte[] bytes, int from, int to) {
        long hash = START;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = step(hash, (long) LONGS.get(bytes, at));
        }
        if (at < to) {
            hash = step(hash, rest(bytes, at, to));
        }
        return hash;
    }

    /** The last bytes, fewer than eight. */
    private static long rest(byte[] bytes, int from, int to) {
        if (from + Long.BYTES <= bytes.length) {
            return (long) LONGS.get(bytes, from) & ((1L << ((to - from) << 3)) - 1);
        }
        long rest = 0;
        for (int i = to - 1; i >= from; i--) {
            rest = (rest << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        return rest;
    }

    static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }
}
