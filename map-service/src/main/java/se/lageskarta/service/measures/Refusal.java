package se.lageskarta.service.measures;

import java.util.List;

/**
 * One value that cannot be accepted, with what the message about it needs.
 *
 * @param field name of the property in the sent feature
 * @param value what was sent, shortened when long
 * @param code key of the message that says why and what to do
 * @param arguments numbers and names in the message, in its order
 */
public record Refusal(String field, String value, String code, List<Object> arguments) {
    private static final int MAX_ECHO = 60;

    public Refusal {
        value = echo(value);
        arguments = List.copyOf(arguments);
    }

    Refusal(String field, String value, String code, Object... arguments) {
        this(field, value, code, List.of(arguments));
    }

    /** The value as it may be repeated in an answer: short, and without characters that no text file can hold. */
    private static String echo(String value) {
        int end = value.offsetByCodePoints(0, Math.min(MAX_ECHO, value.codePointCount(0, value.length())));
        StringBuilder echo = new StringBuilder(end + 1);
        value.substring(0, end).codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean unprintable = type == Character.CONTROL || type == Character.SURROGATE;
            echo.appendCodePoint(unprintable ? 0xFFFD : c);
        });
        return end < value.length() ? echo.append('…').toString() : echo.toString();
    }
}
