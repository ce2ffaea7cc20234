package se.lageskarta.geo.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes UTF-8 of cells that hold other letters than ASCII. In UTF-8 each byte that is not UTF-8 is taken for the
 * Windows-1252 letter that it then most likely is; other encodings of one byte a letter are translated by a table.
 */
final class CellLetters {
    private static final byte[][] WINDOWS_1252 = table(TextEncoding.WINDOWS_1252);

    /** Bytes that a letter of one byte can become. */
    static final int MOST_BYTES_A_LETTER = 3;

    private final byte @Nullable [][] table;
    private long repairs;

    private CellLetters(byte @Nullable [][] table) {
        this.table = table;
    }

    static CellLetters utf8() {
        return new CellLetters(null);
    }

    /** For the letters of an encoding in which tables can be cut on their bytes; null when it is no such encoding. */
    static @Nullable CellLetters ofOrNull(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return utf8();
        }
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() != 1) {
            return null;
        }
        byte[][] table = table(charset);
        for (int i = 0; i < 128; i++) {
            if (table[i].length != 1 || table[i][0] != i) {
                return null;
            }
        }
        return new CellLetters(table);
    }

    /** Number of bytes so far that were not UTF-8. */
    long repairs() {
        return repairs;
    }

    /** Goes back to an earlier number, for cells that will be written once more. */
    void repairs(long earlier) {
        repairs = earlier;
    }

    /** True when these bytes are UTF-8 as they lie. */
    boolean isUtf8(byte[] bytes, int from, int to) {
        if (table != null) {
            return false;
        }
        int at = from;
        while (at < to) {
            if (bytes[at] >= 0) {
                at++;
            } else {
                int length = Utf8.sequence(bytes, at, to);
                if (length == 0) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /** True when these bytes are UTF-8 of letters below U+0800, told without looking at each. */
    boolean isShortUtf8(byte[] bytes, int from, int to) {
        return table == null && Utf8.isShort(bytes, from, to);
    }

    /**
     * Writes a cell as UTF-8.
     *
     * @param into has room for {@value #MOST_BYTES_A_LETTER} bytes for each
     * @return where it ends
     */
    int write(byte[] bytes, int from, int to, byte[] into, int start) {
        int out = start;
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            int length = b >= 0 ? 1 : table == null ? Utf8.sequence(bytes, at, to) : 0;
            if (length == 0) {
                repairs += table == null ? 1 : 0;
                for (byte letter : (table == null ? WINDOWS_1252 : table)[b & 0xFF]) {
                    into[out++] = letter;
                }
                at++;
            } else {
                for (int i = 0; i < length; i++) {
                    into[out++] = bytes[at++];
                }
            }
        }
        return out;
    }

    /** The text, without counting repairs. */
    String text(byte[] bytes, int from, int to) {
        if (isUtf8(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        long before = repairs;
        byte[] plain = new byte[(to - from) * MOST_BYTES_A_LETTER];
        int end = write(bytes, from, to, plain, 0);
        repairs = before;
        return new String(plain, 0, end, StandardCharsets.UTF_8);
    }

    private static byte[][] table(Charset charset) {
        byte[][] letters = new byte[256][];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = new String(new byte[] {(byte) i}, charset).getBytes(StandardCharsets.UTF_8);
        }
        return letters;
    }
}
