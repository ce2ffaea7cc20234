package se.lageskarta.service.web;

import java.util.Locale;

/**
 * Words out of a file that holds them in both languages, as an argument of a {@link FieldFault}: the message takes those
 * of its own language.
 *
 * @param swedish the words in Swedish
 * @param english the same in English
 */
public record InBothLanguages(String swedish, String english) {
    /** The English words for English, the Swedish ones for every other language. */
    String in(Locale language) {
        return language.getLanguage().equals(Texts.ENGLISH.getLanguage()) ? english : swedish;
    }
}
