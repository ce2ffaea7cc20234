package se.lageskarta.geo.geocode;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names as they are compared: lower case, without diacritics, punctuation as one blank. {@code Åsgatan 3B} and
 * {@code asgatan 3b} are the same. And how far apart two of them are.
 */
public final class FoldedName {
    private FoldedName() {}

    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (!Character.isLetterOrDigit(c)) {
                gap = true;
                continue;
            }
            if (gap && folded.length() > 0) {
                folded.append(' ');
            }
            gap = false;
            append(c, folded);
        }
        return folded.toString();
    }

    private static void append(char c, StringBuilder folded) {
        switch (c) {
            case 'ø' -> folded.append('o');
            case 'æ' -> folded.append("ae");
            case 'ß' -> folded.append("ss");
            default -> folded.append(c);
        }
    }

    /**
     * Fewest letters to change, add, drop or swap with their neighbour that turn {@code typed} into a beginning of
     * {@code name}: optimal string alignment, O(typed × name). Stops early above {@code most}.
     *
     * @return the number, or {@code most + 1} when it is larger
     */
    public static int editsToPrefix(String typed, String name, int most) {
        int columns = Math.min(name.length(), typed.length() + most) + 1;
        int[] beforeLast = new int[columns];
        int[] last = new int[columns];
        int[] now = new int[columns];
        for (int j = 0; j < columns; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j < columns; j++) {
                int change = last[j - 1] + (typed.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                int edits = Math.min(change, Math.min(last[j], now[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == name.charAt(j - 2)
                        && typed.charAt(i - 2) == name.charAt(j - 1)) {
                    edits = Math.min(edits, beforeLast[j - 2] + 1);
                }
                now[j] = edits;
                least = Math.min(least, edits);
            }
            if (least > most) {
                return most + 1;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = now;
            now = spare;
        }
        int best = most + 1;
        for (int edits : last) {
            best = Math.min(best, edits);
        }
        return best;
    }
}
