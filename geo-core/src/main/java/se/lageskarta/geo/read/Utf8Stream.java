package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A text as UTF-8, whatever its encoding was. */
final class Utf8Stream extends InputStream {
    private static final int BUFFER_CHARS = 16 * 1024;

    private final Reader text;
    private final char[] chars = new char[BUFFER_CHARS];
    private int kept;
    private byte[] bytes = {};
    private int at;

    Utf8Stream(Reader text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        return at < bytes.length || fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == bytes.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        int read = text.read(chars, kept, chars.length - kept);
        int count = kept + Math.max(0, read);
        // half of a pair waits for the other half
        kept = read > 0 && Character.isHighSurrogate(chars[count - 1]) ? 1 : 0;
        bytes = new String(chars, 0, count - kept).getBytes(StandardCharsets.UTF_8);
        at = 0;
        if (kept > 0) {
            chars[0] = chars[count - 1];
        }
        return bytes.length > 0 || (read > 0 && fill());
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
