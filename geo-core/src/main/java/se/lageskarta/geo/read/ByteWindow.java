package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A part of a stream of bytes that moves along it: grows while a row is longer than it, and has room behind for cells
 * that are written anew. A line feed stands after the last byte, so that who looks for the end of a line finds one.
 *
 * <p>Bytes at which a cell may end are marked beforehand, in a loop so plain that the compiler does it for as many bytes
 * at once as the processor can.
 */
final class ByteWindow {
    /** So many bytes at first are quickest for a whole file. */
    static final int MANY = 192 * 1024;
    /** So many bytes at first are enough for a few rows. */
    static final int FEW = 16 * 1024;

    private static final int ROOM_SHARE = 3;
    // eight bytes are looked at at once, also where the last one is
    private static final int MARGIN = 16;

    private final InputStream in;
    private final byte separator;
    private int capacity;
    private int room;

    /** The bytes; another array when there was too little room. */
    byte[] bytes;
    /** For each byte, up to the line feed after the last, one whose highest bit says that it is a separator or a control. */
    byte[] marks;
    /** First byte that has not been used up. */
    int at;
    /** After the last byte. */
    int end;
    /** True when the stream has no more bytes than these. */
    boolean ended;

    /**
     * @param separator of cells
     * @param firstBytes so many to begin with: {@link #MANY} or {@link #FEW}
     */
    ByteWindow(InputStream in, byte separator, int firstBytes) {
        this.in = in;
        this.separator = separator;
        capacity = firstBytes;
        room = firstBytes / ROOM_SHARE;
        bytes = new byte[capacity + MARGIN + room + MARGIN];
        marks = new byte[capacity + MARGIN];
        endAt(0, 0);
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
            System.arraycopy(marks, at, marks, 0, end - at);
            end -= at;
            at = 0;
        }
        if (end == capacity) {
            enlarge(capacity * 2, room);
        }
        int read = in.read(bytes, end, capacity - end);
        ended = read < 0;
        endAt(end, end + Math.max(0, read));
    }

    /** Puts the line feed after the last byte, and marks from one of the bytes on. */
    private void endAt(int from, int newEnd) {
        end = newEnd;
        bytes[end] = '\n';
        mark(bytes, marks, from, end + 1, separator);
    }

    private static void mark(byte[] b, byte[] marks, int from, int to, byte separator) {
        // x - 1 & ~x has the highest bit of 0 alone, x - 32 & ~x that of 0 to 31
        for (int i = from; i < to; i++) {
            marks[i] = (byte) ((((b[i] ^ separator) - 1) & ~(b[i] ^ separator)) | ((b[i] - ' ') & ~b[i]));
        }
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
        marks = Arrays.copyOf(marks, newCapacity + MARGIN);
        capacity = newCapacity;
        room = newRoom;
    }

    /** The bytes between two places, as a copy. */
    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
