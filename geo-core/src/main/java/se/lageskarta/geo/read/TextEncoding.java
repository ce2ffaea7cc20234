package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a file's bytes are letters: UTF-8 with or without mark, UTF-16, Windows-1252 (what Excel writes in Sweden) or
 * the DOS code page 850. UTF-7, UTF-32 and bytes that are no text are refused.
 *
 * @param charset the letters; UTF-8 is read with Windows-1252 for single bytes that are not UTF-8, so that two exports
 *     pasted together keep their å, ä and ö
 * @param markBytes length of the byte order mark
 * @param twiceEncoded true when UTF-8 was taken for Windows-1252 once before ({@code VÃ¤gen}); words are then repaired
 */
record TextEncoding(Charset charset, int markBytes, boolean twiceEncoded) {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset DOS_850 = Charset.forName("IBM850");

    // a text has a few control characters by accident, random bytes have 11 %
    private static final double MAX_CONTROL_SHARE = 0.02;
    // every second byte of western UTF-16 is zero
    private static final double UTF_16_ZERO_SHARE = 0.3;
    // +APY- is ö: a sign of UTF-7 in a file that has no other letters than ASCII
    private static final Pattern UTF_7 = Pattern.compile("\\+A[A-P][AEIMQUYcgkosw048](?:[A-Za-z0-9/+]{3,})?-");
    private static final Pattern TWICE = Pattern.compile("Ã[¤¥¶…„–©]");
    private static final byte[] FIRST_OF_TWICE = "Ã".getBytes(StandardCharsets.UTF_8);

    /** What a person may say instead, the likeliest first. */
    static final List<String> SAYABLE =
            List.of("UTF-8", "windows-1252", "IBM850", "IBM437", "ISO-8859-15", "x-MacRoman", "UTF-16LE", "UTF-16BE");

    /**
     * As a person said, or as the bytes look.
     *
     * @param said one of {@link #SAYABLE}; null when nothing is said
     * @throws UnreadableFileException when these are no letters that are read here
     */
    static TextEncoding of(byte[] head, @Nullable String said) throws UnreadableFileException {
        if (said == null) {
            return detect(head);
        }
        Charset charset = Charset.forName(said);
        String start = new String(head, 0, Math.min(head.length, 8), charset);
        int markBytes = start.startsWith("\uFEFF") ? "\uFEFF".getBytes(charset).length : 0;
        return new TextEncoding(charset, markBytes, charset.equals(StandardCharsets.UTF_8) && isTwice(head));
    }

    /** True when UTF-8 was taken for Windows-1252 and made UTF-8 once more. */
    private static boolean isTwice(byte[] utf8) {
        for (int i = 1; i < utf8.length; i++) {
            if (utf8[i - 1] == FIRST_OF_TWICE[0] && utf8[i] == FIRST_OF_TWICE[1]) {
                return TWICE.matcher(new String(utf8, StandardCharsets.UTF_8)).find();
            }
        }
        return false;
    }

    /** @throws UnreadableFileException when these are no letters that are read here */
    static TextEncoding detect(byte[] head) throws UnreadableFileException {
        int b0 = at(head, 0);
        int b1 = at(head, 1);
        if (b0 == 0xEF && b1 == 0xBB && at(head, 2) == 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, false);
        }
        boolean little = b0 == 0xFF && b1 == 0xFE;
        if (little && head.length >= 4 && at(head, 2) == 0 && at(head, 3) == 0) {
            throw refused("UTF-32");
        }
        if (little || (b0 == 0xFE && b1 == 0xFF)) {
            return new TextEncoding(little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 2, false);
        }
        return withoutMark(head);
    }

    private static TextEncoding withoutMark(byte[] head) throws UnreadableFileException {
        int[] zeros = new int[2];
        int control = 0;
        int ascii = 0;
        for (int i = 0; i < head.length; i++) {
            int b = head[i] & 0xFF;
            zeros[i & 1] += b == 0 ? 1 : 0;
            control += b < 9 || (b > 13 && b < 32 && b != 27) ? 1 : 0;
            ascii += b < 128 ? 1 : 0;
        }
        double half = Math.max(1, head.length / 2);
        if (zeros[0] / half > 2 * UTF_16_ZERO_SHARE && zeros[1] / half < 0.1) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0, false);
        }
        if (zeros[1] / half > 2 * UTF_16_ZERO_SHARE && zeros[0] / half < 0.1) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0, false);
        }
        if (control > MAX_CONTROL_SHARE * head.length) {
            throw new UnreadableFileException("file.binary");
        }
        if (ascii == head.length) {
            String text = new String(head, StandardCharsets.US_ASCII);
            if (UTF_7.matcher(text).find()) {
                throw refused("UTF-7");
            }
            return new TextEncoding(StandardCharsets.UTF_8, 0, false);
        }
        return eightBit(head);
    }

    private static TextEncoding eightBit(byte[] head) throws UnreadableFileException {
        int utf8 = 0;
        int single = 0;
        int windowsLetters = 0;
        int dosLetters = 0;
        int i = 0;
        while (i < head.length) {
            int b = head[i] & 0xFF;
            if (b < 0x80) {
                i++;
                continue;
            }
            int length = sequenceLength(head, i);
            if (length > 1) {
                utf8++;
                i += length;
                continue;
            }
            if (i + 4 < head.length) {
                single++;
            }
            windowsLetters += "åäöÅÄÖé".indexOf((char) b) >= 0 ? 1 : 0;
            dosLetters += b == 0x84 || b == 0x86 || b == 0x94 || b == 0x8E || b == 0x8F || b == 0x99 ? 1 : 0;
            i++;
        }
        if (utf8 == 0 && single > head.length / 3) {
            throw new UnreadableFileException("file.binary");
        }
        if (utf8 > 0 || single == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, 0, isTwice(head));
        }
        return new TextEncoding(dosLetters > windowsLetters ? DOS_850 : WINDOWS_1252, 0, false);
    }

    /** Length of the well-formed UTF-8 sequence of two bytes or more that begins here, 1 when there is none. */
    private static int sequenceLength(byte[] bytes, int i) {
        int lead = bytes[i] & 0xFF;
        int length = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 1;
        for (int j = 1; j < length; j++) {
            if ((at(bytes, i + j) & 0xC0) != 0x80) {
                return 1;
            }
        }
        return length;
    }

    /** Letters from bytes; the stream stands at the beginning of the file. */
    Reader reader(InputStream in) throws IOException {
        in.skipNBytes(markBytes);
        return charset.equals(StandardCharsets.UTF_8) ? new ForgivingUtf8(in) : new InputStreamReader(in, charset);
    }

    /** The word as it was meant. */
    String repaired(String word) {
        if (!twiceEncoded || word.indexOf('Ã') < 0) {
            return word;
        }
        String once = new String(word.getBytes(WINDOWS_1252), StandardCharsets.UTF_8);
        return once.indexOf('\uFFFD') >= 0 ? word : once;
    }

    /** The name to show. */
    String name() {
        return charset.name() + (markBytes > 0 ? " (BOM)" : "");
    }

    /** The name without the mark. */
    String plainName() {
        return charset.name();
    }

    /** True when the bytes themselves tell, false when letters of another code page would look as likely. */
    boolean isCertain() {
        return markBytes > 0 || charset.equals(StandardCharsets.UTF_8);
    }

    private static int at(byte[] bytes, int i) {
        return i < bytes.length ? bytes[i] & 0xFF : -1;
    }

    private static UnreadableFileException refused(String encoding) {
        return new UnreadableFileException("file.encoding", Map.of("encoding", encoding));
    }
}
