package se.lageskarta.geo.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Notices what should not be in free text: personal identity numbers (also coordination numbers, whose day is 60 more)
 * with a right check digit, e-mail addresses, and the words that come before a name in a report.
 *
 * <p>Nothing of a free text is stored; this is for telling the sender that the file holds it.
 */
final class PersonalData {
    private static final List<String> WORDS = List.of(
            "målsägande", "misstänkt", "skyddade personuppgifter", "skyddad identitet", "sekretessmark", "vittne ");
    private static final int DIGITS_WITHOUT_CENTURY = 10;
    /** Fewer characters are not looked at. */
    static final int SHORTEST = 6;

    private PersonalData() {}

    /** In a text of UTF-8; looks at the bytes while they hold no letters but those of Swedish and its neighbours. */
    static boolean isIn(byte[] text, int from, int to) {
        boolean spaces = false;
        boolean words = false;
        for (int i = from; i < to; i++) {
            int c = text[i];
            if (c < 0) {
                // lead bytes C2 and C3: U+0080 to U+00FF
                if (c != (byte) 0xC2 && c != (byte) 0xC3) {
                    return isInLetters(text, from, to);
                }
                i++;
            } else if (c >= '0' && c <= '9') {
                int end = i + 1;
                while (end < to && (isDigit(text[end]) || text[end] == '-' || text[end] == '+')) {
                    end++;
                }
                if (end - i >= DIGITS_WITHOUT_CENTURY) {
                    return isInLetters(text, from, to);
                }
                i = end - 1;
            } else if (c == '@') {
                return isInLetters(text, from, to);
            } else {
                spaces |= c == ' ';
                int letter = c | 0x20;
                words |= (letter == 'm' || letter == 's' || letter == 'v') && mayBegin(letter, text, i, to);
            }
        }
        return spaces && words && isInLetters(text, from, to);
    }

    private static boolean isInLetters(byte[] text, int from, int to) {
        char[] letters = new String(text, from, to - from, StandardCharsets.UTF_8).toCharArray();
        return letters.length >= SHORTEST && isIn(letters, 0, letters.length);
    }

    /** True when one of the words may begin here, by its second and third letter. */
    private static boolean mayBegin(int letter, byte[] text, int at, int to) {
        if (at + 2 >= to) {
            return false;
        }
        int second = text[at + 1] | 0x20;
        int third = text[at + 2] | 0x20;
        return switch (letter) {
            case 'm' -> text[at + 1] == (byte) 0xC3 || (second == 'i' && third == 's');
            case 's' -> (second == 'k' && third == 'y') || (second == 'e' && third == 'k');
            default -> second == 'i' && third == 't';
        };
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    static boolean isIn(char[] text, int from, int to) {
        boolean spaces = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                int end = endOfNumber(text, i, to);
                if (isIdentityNumber(text, i, end)) {
                    return true;
                }
                i = end - 1;
            } else if (c == '@') {
                if (i > from && i + 3 < to && isWord(text[i - 1]) && isWord(text[i + 1])) {
                    return true;
                }
            } else {
                spaces |= c == ' ';
            }
        }
        return spaces && hasWord(text, from, to);
    }

    private static boolean hasWord(char[] text, int from, int to) {
        if (to - from < 8) {
            return false;
        }
        String lower = new String(text, from, to - from).toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static int endOfNumber(char[] text, int from, int to) {
        int end = from;
        while (end < to && (Character.isDigit(text[end]) || text[end] == '-' || text[end] == '+')) {
            end++;
        }
        return end;
    }

    private static boolean isIdentityNumber(char[] text, int from, int to) {
        int[] digits = new int[13];
        int count = 0;
        for (int i = from; i < to && count < digits.length; i++) {
            if (text[i] >= '0' && text[i] <= '9') {
                digits[count++] = text[i] - '0';
            }
        }
        int skip = count == DIGITS_WITHOUT_CENTURY + 2 ? 2 : 0;
        if (count - skip != DIGITS_WITHOUT_CENTURY) {
            return false;
        }
        int month = digits[skip + 2] * 10 + digits[skip + 3];
        int day = digits[skip + 4] * 10 + digits[skip + 5];
        boolean isDate = month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
        return isDate && luhn(digits, skip);
    }

    private static boolean luhn(int[] digits, int from) {
        int sum = 0;
        for (int i = 0; i < DIGITS_WITHOUT_CENTURY; i++) {
            int doubled = digits[from + i] * (i % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
