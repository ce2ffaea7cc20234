package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A part of a stream of bytes that moves along it: grows while a row is longer than it, and has room behind for cells
 * that are written anew. A line feed stands after the last byte, so that who looks for the end of a line finds one.
 */
final class ByteWindow {
    private static final int FIRST_BYTES = 192 * 1024;
    private static final int FIRST_ROOM = 64 * 1024;
    // eight bytes are looked at at once, also where the last one is
    private static final int MARGIN = 16;

    private final InputStream in;
    private int capacity = FIRST_BYTES;
    private int room = FIRST_ROOM;

    /** The bytes; another array when there was too little room. */
    byte[] bytes = new byte[FIRST_BYTES + MARGIN + FIRST_ROOM + MARGIN];
    /** First byte that has not been used up. */
    int at;
    /** After the last byte. */
    int end;
    /** True when the stream has no more bytes than these. */
    boolean ended;

    ByteWindow(InputStream in) {
        this.in = in;
        bytes[0] = '\n';
    }

    /** Where cells can be written. */
    int roomFrom() {
        return capacity + MARGIN;
    }

    /** After the last place where cells can be written. */
    int roomTo() {
        return capacity + MARGIN + room;
    }

    int unused() {
        return end - at;
    }

    /** Reads on; what has been used up may be gone then. */
    void more() throws IOException {
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
        }
        if (end == capacity) {
            enlarge(capacity * 2, room);
        }
        int read = in.read(bytes, end, capacity - end);
        ended = read < 0;
        end += Math.max(0, read);
        bytes[end] = '\n';
    }

    /** Makes room for larger cells. */
    void moreRoom() {
        enlarge(capacity, room * 2);
    }

    private void enlarge(int newCapacity, int newRoom) {
        byte[] larger = new byte[newCapacity + MARGIN + newRoom + MARGIN];
        System.arraycopy(bytes, 0, larger, 0, end);
        larger[end] = '\n';
        bytes = larger;
        capacity = newCapacity;
        room = newRoom;
    }

    /** The bytes between two places, as a copy. */
    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
