package se.lageskarta.geo.geocode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A house number: 5, 5 A, or 5–7.
 *
 * @param number 1 to 9999
 * @param letter lower case; 0 when there is none
 * @param last last number of a range; {@code number} itself when it is none
 */
record HouseNumber(int number, char letter, int last) {
    private static final Pattern WRITTEN =
            Pattern.compile("\\s*(\\d{1,4})\\s?([a-zåäöA-ZÅÄÖ]?)(?:\\s*[-–/]\\s*(\\d{1,4})?\\s?([a-zA-Z]?))?\\s*");

    HouseNumber {
        if (number < 0 || last < number) {
            throw new IllegalArgumentException("number is " + number + "–" + last + ", but must be 0 or more and rise");
        }
    }

    static @Nullable HouseNumber read(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int first = Integer.parseInt(matcher.group(1));
        String letter = matcher.group(2);
        int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
        return new HouseNumber(
                first, letter.isEmpty() ? 0 : Character.toLowerCase(letter.charAt(0)), last < first ? first : last);
    }

    /** Sorts 5 before 5 A before 6. */
    int key() {
        return keyOf(number, letter);
    }

    static int keyOf(int number, char letter) {
        return number << 16 | letter;
    }

    @Override
    public String toString() {
        String text = letter == 0 ? Integer.toString(number) : number + " " + Character.toUpperCase(letter);
        return last == number ? text : text + "–" + last;
    }
}
