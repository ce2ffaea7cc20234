package se.lageskarta.geo.read.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell's text while it is gathered, never more than a cell may have. */
final class XmlText {
    /** Characters. */
    static final int LONGEST = 10_000;

    // a carriage return is written _x000D_, and an underscore that would look like the start of this _x005F_
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final StringBuilder text = new StringBuilder();

    void clear() {
        text.setLength(0);
    }

    void add(char[] from, int start, int length) {
        // one character more tells that it is too long
        text.append(from, start, Math.min(length, LONGEST + 1 - text.length()));
    }

    boolean isTooLong() {
        return text.length() > LONGEST;
    }

    /** As it stands. */
    String raw() {
        return text.toString();
    }

    /** With its escapes resolved; halves of letters are replaced. */
    String resolved() {
        String raw = text.toString();
        return raw.contains("_x") ? resolve(raw) : raw;
    }

    private static String resolve(String raw) {
        Matcher escapes = ESCAPE.matcher(raw);
        StringBuilder plain = new StringBuilder();
        while (escapes.find()) {
            char letter = (char) Integer.parseInt(escapes.group(1), 16);
            escapes.appendReplacement(plain, Matcher.quoteReplacement(String.valueOf(letter)));
        }
        escapes.appendTail(plain);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isHighSurrogate(plain.charAt(i))
                    && i + 1 < plain.length()
                    && Character.isLowSurrogate(plain.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(plain.charAt(i))) {
                plain.setCharAt(i, '\uFFFD');
            }
        }
        return plain.toString();
    }
}
