package se.lageskarta.service.web;

import java.util.List;
import java.util.Locale;

/**
 * One value in a request that cannot be accepted, with what the message about it needs.
 *
 * @param field name of the parameter or property
 * @param value what was sent, shortened when long
 * @param code key of the message: {@code <code>.reason} says why, {@code <code>.remedy} what to do
 * @param arguments numbers, names and {@link InBothLanguages} in both messages, in their order
 */
public record FieldFault(String field, String value, String code, List<Object> arguments) {
    private static final int MAX_ECHO = 60;

    public FieldFault {
        field = echo(field);
        value = echo(value);
        arguments = List.copyOf(arguments);
    }

    public static FieldFault of(String field, String value, String code, Object... arguments) {
        return new FieldFault(field, value, code, List.of(arguments));
    }

    /** The arguments as a message in this language takes them. */
    Object[] argumentsIn(Locale language) {
        return arguments.stream()
                .map(each -> each instanceof InBothLanguages words ? words.in(language) : each)
                .toArray();
    }

    /** The text as it may be repeated in an answer: short, and without characters that no text file can hold. */
    private static String echo(String text) {
        StringBuilder echo = new StringBuilder();
        text.codePoints().limit(MAX_ECHO).forEach(c -> {
            int type = Character.getType(c);
            boolean unprintable = type == Character.CONTROL || type == Character.SURROGATE;
            echo.appendCodePoint(unprintable ? 0xFFFD : c);
        });
        return text.codePointCount(0, text.length()) > MAX_ECHO
                ? echo.append('…').toString()
                : echo.toString();
    }
}
