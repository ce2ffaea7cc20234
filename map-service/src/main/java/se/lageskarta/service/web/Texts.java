package se.lageskarta.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The sentences the service says, in Swedish and English. Each room may bring its own file
 * {@code texts/<room>_sv.properties} with its twin {@code _en}; keys are shared by all. Patterns are those of
 * {@link java.text.MessageFormat} when there are arguments.
 */
@Component
public class Texts {
    /** The language when the reader asks for none that we speak. */
    public static final Locale SWEDISH = Locale.forLanguageTag("sv");

    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final String SUFFIX = "_sv.properties";

    private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();

    /** Finds every file of texts on the class path. */
    public Texts() {
        bundles.setBasenames(baseNames().toArray(String[]::new));
        bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundles.setFallbackToSystemLocale(false);
        bundles.setDefaultLocale(SWEDISH);
    }

    /**
     * The sentence for a key.
     *
     * @throws org.springframework.context.NoSuchMessageException when nobody wrote it
     */
    public String of(String key, Locale language, Object... arguments) {
        return bundles.getMessage(key, arguments.length == 0 ? null : arguments, language);
    }

    /** The sentence for a key, or what stands in for it when nobody wrote one. */
    public String orElse(String key, String otherwise, Locale language, Object... arguments) {
        Object[] given = arguments.length == 0 ? null : arguments;
        return Objects.requireNonNull(bundles.getMessage(key, given, otherwise, language));
    }

    /** The language of the answer: the reader's first wish that is Swedish or English, else Swedish. */
    public static Locale language(HttpServletRequest request) {
        String wishes = request.getHeader("Accept-Language");
        if (wishes == null || wishes.length() > 500) {
            return SWEDISH;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(wishes)) {
                String language = range.getRange();
                if (range.getWeight() > 0 && (language.equals("en") || language.startsWith("en-"))) {
                    return ENGLISH;
                }
                if (range.getWeight() > 0 && (language.equals("sv") || language.startsWith("sv-"))) {
                    return SWEDISH;
                }
            }
        } catch (IllegalArgumentException malformed) {
            return SWEDISH;
        }
        return SWEDISH;
    }

    private static List<String> baseNames() {
        try {
            List<String> names = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:texts/*" + SUFFIX)) {
                String name = Objects.requireNonNull(file.getFilename());
                names.add("texts/" + name.substring(0, name.length() - SUFFIX.length()));
            }
            return names.stream().distinct().sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
