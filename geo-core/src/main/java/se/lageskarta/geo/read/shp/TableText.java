package se.lageskarta.geo.read.shp;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Letters of a .dbf. What a person said is followed. Otherwise a cell that is well-formed UTF-8 with other letters
 * than ASCII is UTF-8, whatever the file says (Swedish text in another encoding is never that by accident); other
 * cells are in the encoding that the .cpg names, or the table's language byte, or Windows-1252, or the DOS code page
 * 850 when the bytes are its å, ä and ö.
 *
 * @param said what a person said; null when nobody did
 * @param named what the file says; null when it says nothing that is known
 */
record TableText(@Nullable Charset said, @Nullable Charset named) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset DOS_850 = Charset.forName("IBM850");
    private static final Map<Integer, String> LANGUAGES = Map.ofEntries(
            Map.entry(0x01, "IBM437"),
            Map.entry(0x02, "IBM850"),
            Map.entry(0x03, "windows-1252"),
            Map.entry(0x08, "IBM865"),
            Map.entry(0x0D, "IBM437"),
            Map.entry(0x0E, "IBM850"),
            Map.entry(0x10, "IBM850"),
            Map.entry(0x11, "IBM437"),
            Map.entry(0x12, "IBM850"),
            Map.entry(0x16, "IBM437"),
            Map.entry(0x17, "IBM850"),
            Map.entry(0x19, "IBM437"),
            Map.entry(0x37, "IBM850"),
            Map.entry(0x57, "windows-1252"),
            Map.entry(0x58, "windows-1252"),
            Map.entry(0x59, "windows-1252"),
            Map.entry(0x65, "IBM866"),
            Map.entry(0x66, "IBM865"),
            Map.entry(0xC8, "windows-1250"),
            Map.entry(0xC9, "windows-1251"));

    /**
     * @param cpg content of the .cpg; empty when there is none
     * @param language the table's language byte
     */
    static TableText of(@Nullable Charset said, String cpg, int language) {
        Charset byFile = byName(cpg);
        String byLanguage = LANGUAGES.get(language);
        return new TableText(said, byFile != null ? byFile : byLanguage == null ? null : Charset.forName(byLanguage));
    }

    /** {@code UTF-8}, {@code 1252}, {@code ANSI 1252}, {@code ISO 88591}, {@code LDID/87}; null when unknown. */
    static @Nullable Charset byName(String cpg) {
        String name = cpg.strip().toUpperCase(Locale.ROOT);
        String digits = name.replaceAll("[^0-9]", "");
        if (name.length() > 40 || name.isEmpty()) {
            return null;
        }
        if (name.startsWith("LDID")) {
            String known = digits.isEmpty() || digits.length() > 3 ? null : LANGUAGES.get(Integer.parseInt(digits));
            return known == null ? null : Charset.forName(known);
        }
        if (name.startsWith("UTF") || digits.equals("65001")) {
            return digits.equals("16") ? null : StandardCharsets.UTF_8;
        }
        if (digits.startsWith("8859") && digits.length() >= 5) {
            return charset("ISO-8859-" + digits.substring(4));
        }
        boolean number = name.matches("(ANSI|OEM|CP|WINDOWS|IBM|MS)?[ _-]?[0-9]{3,4}");
        if (number && digits.length() == 3) {
            return charset("IBM" + digits);
        }
        return number ? charset("windows-" + digits) : null;
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** The name to show. */
    String name() {
        Charset charset = said != null ? said : named != null ? named : WINDOWS_1252;
        return charset.name();
    }

    /** The text between two bytes, without the blanks and NULs around it. */
    String read(byte[] bytes, int from, int length) {
        int first = from;
        int end = from + length;
        while (end > first && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        boolean ascii = true;
        for (int i = first; i < end; i++) {
            ascii &= bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, first, end - first, StandardCharsets.US_ASCII).strip();
        }
        return letters(bytes, first, end - first).strip();
    }

    private String letters(byte[] bytes, int from, int length) {
        if (said != null) {
            return new String(bytes, from, length, said);
        }
        String utf8 = utf8(bytes, from, length);
        if (utf8 != null) {
            return utf8;
        }
        Charset other = named == null || named.equals(StandardCharsets.UTF_8) ? guess(bytes, from, length) : named;
        return new String(bytes, from, length, other);
    }

    /** Null when it is not; a letter that the end of the column has cut is left out. */
    private static @Nullable String utf8(byte[] bytes, int from, int length) {
        for (int cut = 0; cut <= Math.min(3, length - 1); cut++) {
            if (cut > 0 && bytes[from + length - cut] >= 0) {
                return null;
            }
            try {
                CharBuffer text = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, from, length - cut));
                String whole = text.toString();
                // nothing but ASCII before the cut: one strange letter at the end is no sign of UTF-8
                return cut > 0 && whole.chars().allMatch(c -> c < 0x80) ? null : whole;
            } catch (CharacterCodingException e) {
                // perhaps only the last letter
            }
        }
        return null;
    }

    private static Charset guess(byte[] bytes, int from, int length) {
        int dos = 0;
        int windows = 0;
        for (int i = from; i < from + length; i++) {
            int b = bytes[i] & 0xFF;
            dos += b == 0x84 || b == 0x86 || b == 0x94 || b == 0x8E || b == 0x8F || b == 0x99 ? 1 : 0;
            windows += b == 0xE5 || b == 0xE4 || b == 0xF6 || b == 0xC5 || b == 0xC4 || b == 0xD6 ? 1 : 0;
        }
        return dos > windows ? DOS_850 : WINDOWS_1252;
    }
}
