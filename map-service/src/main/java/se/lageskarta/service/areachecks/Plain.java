package se.lageskarta.service.areachecks;

import java.util.Locale;
import se.lageskarta.service.web.Texts;

/**
 * The same words in both languages.
 *
 * @param sv Swedish
 * @param en English
 */
record Plain(String sv, String en) {
    String in(Locale language) {
        return language.getLanguage().equals(Texts.ENGLISH.getLanguage()) ? en : sv;
    }
}
