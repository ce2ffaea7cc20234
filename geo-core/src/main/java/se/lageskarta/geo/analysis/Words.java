package se.lageskarta.geo.analysis;

import java.util.Locale;

/**
 * A text in both languages.
 *
 * @param sv Swedish
 * @param en English
 */
public record Words(String sv, String en) {
    public Words {
        if (sv.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException(
                    "sv, en is '" + sv + "', '" + en + "', but must be a text in both languages");
        }
    }

    /** The text in a language: Swedish unless it is English. */
    public String in(Locale language) {
        return language.getLanguage().equals("en") ? en : sv;
    }

    /** Both texts, one after the other. */
    public Words then(Words next) {
        return new Words(sv + " " + next.sv, en + " " + next.en);
    }
}
