package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8, and takes each byte that is not UTF-8 for the Windows-1252 letter that it then most likely is. */
final class ForgivingUtf8 extends Reader {
    private static final int BUFFER_BYTES = 32 * 1024;
    private static final char[] WINDOWS_1252 = windows1252();

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private boolean ended;
    private long repairs;

    ForgivingUtf8(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer out = CharBuffer.wrap(target, from, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isMalformed()) {
                if (!out.hasRemaining()) {
                    return length;
                }
                out.put(WINDOWS_1252[bytes.get() & 0xFF]);
                repairs++;
            } else if (out.position() > 0) {
                return out.position();
            } else if (result.isOverflow()) {
                // a pair of surrogates does not fit one character
                return pair(target, from);
            } else if (ended) {
                return -1;
            } else {
                fill();
            }
        }
    }

    /** Number of bytes so far that were not UTF-8. */
    long repairs() {
        return repairs;
    }

    private int pair(char[] target, int from) throws IOException {
        CharBuffer two = CharBuffer.allocate(2);
        decoder.decode(bytes, two, ended);
        target[from] = '\uFFFD';
        return 1;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static char[] windows1252() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new String(all, TextEncoding.WINDOWS_1252).toCharArray();
    }
}
