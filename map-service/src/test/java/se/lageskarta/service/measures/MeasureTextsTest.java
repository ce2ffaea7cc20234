package se.lageskarta.service.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTextsTest {
    private static final Pattern CODE = Pattern.compile("\"((?:measure\\.|if-match\\.|places\\.)[a-z.-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"measures", "basemap"})
    void every_refusal_has_a_reason_and_a_remedy_in_both_languages(String room) {
        for (String language : Set.of("sv", "en")) {
            Set<String> keys = keys(room, language);
            for (String code : codes(room)) {
                boolean refusal = keys.contains(code + ".reason") && keys.contains(code + ".remedy");
                boolean problem = keys.contains(code + ".title") && keys.contains(code + ".detail");
                assertThat(refusal || problem).as(code + " in " + language).isTrue();
            }
        }
    }

    @Test
    void swedish_and_english_say_the_same_things() {
        for (String room : Set.of("measures", "basemap")) {
            assertThat(keys(room, "en")).isEqualTo(keys(room, "sv"));
        }
    }

    private static Set<String> keys(String room, String language) {
        ResourceBundle texts = ResourceBundle.getBundle("texts/" + room, Locale.forLanguageTag(language));
        return new TreeSet<>(texts.keySet());
    }

    private static Set<String> codes(String room) {
        Path sources = Path.of("src/main/java/se/lageskarta/service", room);
        try (Stream<Path> files = Files.list(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CODE.matcher(read(file)).results().map((MatchResult m) -> m.group(1)))
                    .filter(code -> !code.endsWith("."))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
