package se.lageskarta.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.read.IncidentReader;
import se.lageskarta.geo.read.ReadOptions;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.web.Texts;

/** Refusals in words, whole sentences in both languages. */
class ImportWordsTest {
    private final ImportWords words = new ImportWords(new Texts());

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Point\",\"coordinates\":[\"13\",\"58\"]}",
                "{\"type\":\"Point\",\"coordinates\":[13]}",
                "{\"type\":\"CircularString\",\"coordinates\":[]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[13,58],[13.1,58]]]}",
                "{\"type\":\"LineString\",\"coordinates\":[]}",
                "\"POINT(13 58)\"",
                "null"
            })
    void a_file_in_which_nothing_has_a_place_says_why_with_what_the_file_says(String geometry) throws Exception {
        Path file = folder.resolve("a.geojson");
        Files.writeString(
                file,
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"1\"},\"geometry\":"
                        + geometry + "}]}",
                StandardCharsets.UTF_8);
        UnreadableFileException refused = refused(file);
        assertThat(refused.code()).isEqualTo("file.no-geometry");
        for (Locale language : new Locale[] {Locale.forLanguageTag("sv"), Locale.ENGLISH}) {
            assertThat(words.reason(refused.code(), refused.args(), language))
                    .endsWith(".")
                    .doesNotContain("{", "..");
            assertThat(words.remedy(refused.code(), refused.args(), language)).endsWith(".");
        }
    }

    private static UnreadableFileException refused(Path file) throws Exception {
        try {
            IncidentReader.plan(file, "a.geojson", ReadOptions.recognise(SourceTypes.shipped()));
        } catch (UnreadableFileException refused) {
            return refused;
        }
        throw new AssertionError("was read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void a_reason_among_the_arguments_of_another_gets_its_own_arguments(String language) {
        Map<String, Object> arguments =
                Map.of("rows", 3, "code", "geometry.position", "with", Map.of("value", "[13, \u201dx\u201d]"));
        assertThat(words.reason("file.nothing-kept", arguments, Locale.forLanguageTag(language)))
                .contains("3")
                .contains("[13, \u201dx\u201d].")
                .doesNotContain("{");
    }
}
