package se.lageskarta.geo.effect;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;

/**
 * Something said of a follow-up, in both languages.
 *
 * @param code names the rule that said it
 * @param sv Swedish
 * @param en English
 */
public record Said(String code, String sv, String en) {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    /** Patterns of {@link MessageFormat} with the same arguments in both. */
    static Said of(String code, String sv, String en, Object... arguments) {
        return new Said(code, format(sv, SWEDISH, arguments), format(en, Locale.ENGLISH, arguments));
    }

    public String in(Locale language) {
        return language.getLanguage().equals("en") ? en : sv;
    }

    private static String format(String pattern, Locale language, Object... arguments) {
        Object[] shown = Arrays.stream(arguments)
                .map(each -> each instanceof Double number ? rounded(number) : each)
                .toArray();
        return new MessageFormat(pattern, language).format(shown);
    }

    /** Counts and percentages are told without decimals, ratios with two. */
    private static Object rounded(double value) {
        return Math.abs(value) >= 10 || value == Math.rint(value)
                ? (Object) Math.round(value)
                : Math.round(100 * value) / 100.0;
    }
}
