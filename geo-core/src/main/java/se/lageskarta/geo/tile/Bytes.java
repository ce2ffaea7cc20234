package se.lageskarta.geo.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing row of bytes with the number formats of protocol buffers. */
final class Bytes {
    private byte[] bytes;
    private int size;

    Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Bytes that a number takes as a varint. */
    static int varintSize(long value) {
        return (63 - Long.numberOfLeadingZeros(value | 1)) / 7 + 1;
    }

    /** Signed to unsigned with small numbers small: 0, −1, 1, −2 become 0, 1, 2, 3. */
    static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }

    static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    void varint(long value) {
        need(10);
        long rest = value;
        while ((rest & ~127L) != 0) {
            bytes[size++] = (byte) (rest | 128);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void one(int value) {
        need(1);
        bytes[size++] = (byte) value;
    }

    void fixed64(long value) {
        need(8);
        for (int shift = 0; shift < 64; shift += 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    void bigEndian32(int value) {
        need(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** A text field: tag, length, UTF-8. */
    void text(int tag, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        varint(tag);
        varint(utf8.length);
        raw(utf8, 0, utf8.length);
    }

    /** A message field: tag, length, the message's bytes. */
    void message(int tag, Bytes message) {
        varint(tag);
        varint(message.size);
        raw(message.bytes, 0, message.size);
    }

    void raw(Bytes other) {
        raw(other.bytes, 0, other.size);
    }

    void raw(byte[] source, int from, int length) {
        need(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    /** The array behind, for checksums; valid up to {@link #size()}, until the next write. */
    byte[] array() {
        return bytes;
    }

    private void need(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
