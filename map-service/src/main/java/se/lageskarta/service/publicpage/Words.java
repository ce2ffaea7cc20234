package se.lageskarta.service.publicpage;

import java.util.Locale;
import se.lageskarta.service.web.Texts;

/**
 * The same words in both languages.
 *
 * @param sv Swedish, never empty where something is said
 * @param en English
 */
public record Words(String sv, String en) {
    /** The English words for English, the Swedish ones for every other language. */
    public String in(Locale language) {
        return language.getLanguage().equals(Texts.ENGLISH.getLanguage()) ? en : sv;
    }
}
