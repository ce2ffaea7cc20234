package se.lageskarta.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every sentence the service says exists in Swedish and in English, with the same numbers and names in it. */
class TextsTest {
    private static final String SWEDISH = "_sv.properties";

    @TestFactory
    Stream<DynamicTest> each_file_has_an_english_twin_with_the_same_sentences() throws IOException {
        return Arrays.stream(swedishFiles())
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFilename()), () -> compare(file)));
    }

    @Test
    void no_key_is_written_in_two_files() throws IOException {
        Map<String, String> places = new HashMap<>();
        for (Resource file : swedishFiles()) {
            for (String key : read(file).stringPropertyNames()) {
                assertThat(places.put(key, String.valueOf(file.getFilename())))
                        .as(key)
                        .isNull();
            }
        }
    }

    private static Resource[] swedishFiles() throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:texts/*" + SWEDISH);
    }

    private static void compare(Resource swedishFile) throws IOException {
        Properties swedish = read(swedishFile);
        String name = String.valueOf(swedishFile.getFilename());
        Properties english = read(swedishFile.createRelative(name.replace(SWEDISH, "_en.properties")));
        assertThat(english.stringPropertyNames()).isEqualTo(swedish.stringPropertyNames());
        for (String key : swedish.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(swedish.getProperty(key)));
            assertThat(english.getProperty(key)).as(key).isNotBlank();
        }
    }

    /** How many arguments a sentence uses; also shows that it is a pattern that can be read. */
    private static int arguments(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Properties read(Resource file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = file.getInputStream()) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
