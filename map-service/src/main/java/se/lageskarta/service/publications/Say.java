package se.lageskarta.service.publications;

import java.util.Locale;
import org.springframework.stereotype.Component;
import se.lageskarta.service.publicpage.Words;
import se.lageskarta.service.web.InBothLanguages;
import se.lageskarta.service.web.Texts;

/** The sentences of this room, whose keys begin with {@code publication.} */
@Component
class Say {
    private final Texts texts;

    Say(Texts texts) {
        this.texts = texts;
    }

    String in(Locale language, String key, Object... arguments) {
        return texts.of("publication." + key, language, arguments);
    }

    /** The sentence in both languages, with the same arguments; {@link Words} among them are taken in each language. */
    Words both(String key, Object... arguments) {
        return new Words(
                in(Texts.SWEDISH, key, of(Texts.SWEDISH, arguments)),
                in(Texts.ENGLISH, key, of(Texts.ENGLISH, arguments)));
    }

    /** Words as an argument of a problem, which is told in one language. */
    static InBothLanguages spoken(Words words) {
        return new InBothLanguages(words.sv(), words.en());
    }

    private static Object[] of(Locale language, Object[] arguments) {
        Object[] told = arguments.clone();
        for (int i = 0; i < told.length; i++) {
            told[i] = told[i] instanceof Words words ? words.in(language) : told[i];
            if (told[i] instanceof InBothLanguages both) {
                told[i] = language.equals(Texts.ENGLISH) ? both.english() : both.swedish();
            }
        }
        return told;
    }
}
