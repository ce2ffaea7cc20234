package se.lageskarta.service.publicpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not in the release, and not in the sentences that are the same for every release, is not on the page. */
class NumbersOfThePageTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Release TOWN = InventedRelease.town();

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void every_number_is_one_of_the_release(String language) throws IOException {
        PageWords words = language.equals("sv") ? PublicPageFiles.swedish(TOWN) : PublicPageFiles.english(TOWN);
        MapPlan plan = MapPlan.of(TOWN);
        Set<String> known = ofRelease();
        known.addAll(ofSentences(language));
        // how many areas there are, the numbers of the measures, and the scale bar
        known.addAll(numbers(TOWN.areas().size() + " 1 2 3 500"));

        for (PublicFile page :
                new PublicFile[] {MainPage.of(plan, words), EmbedPage.of(plan, words), StatementPage.of(words)}) {
            String html = new String(page.bytes(), StandardCharsets.UTF_8);
            String seen = html.replaceAll("<[^>]*>", " ").replace("&#39;", "'");
            assertThat(numbers(seen)).isSubsetOf(known);
        }
    }

    private static Set<String> ofRelease() {
        Set<String> numbers = numbers(TOWN.title() + " " + TOWN.from() + " " + TOWN.to() + " " + TOWN.published()
                + TOWN.publisher() + TOWN.contact() + TOWN.text() + TOWN.method() + TOWN.report() + TOWN.series());
        TOWN.areas().forEach(area -> numbers.addAll(numbers(area.name() + " " + area.households())));
        TOWN.measures().forEach(one -> numbers.addAll(numbers(one.name() + " " + one.promise() + " " + one.done())));
        TOWN.walks()
                .forEach(one -> numbers.addAll(
                        numbers(one.title() + " " + one.day() + " " + one.findings() + " " + one.mended())));
        TOWN.backdrop().places().forEach(place -> numbers.addAll(numbers(place.name())));
        for (CountClass count : CountClass.values()) {
            numbers.addAll(numbers(count.code()));
        }
        return numbers;
    }

    private static Set<String> ofSentences(String language) throws IOException {
        Properties sentences = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                NumbersOfThePageTest.class.getResourceAsStream("/texts/publicpage_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            sentences.load(in);
        }
        Set<String> numbers = new HashSet<>();
        sentences
                .values()
                .forEach(value -> numbers.addAll(numbers(value.toString().replaceAll("\\{[^}]*}", ""))));
        return numbers;
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }
}
