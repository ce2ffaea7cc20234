package se.lageskarta.service.publicpage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.lageskarta.service.web.Texts;

/** What the page says of a release in one language. */
final class PageWords {
    final Release release;
    final Locale language;
    private final Texts texts;
    private final List<Subject> subjects;

    PageWords(Release release, Locale language, Texts texts) {
        this.release = release;
        this.language = language;
        this.texts = texts;
        subjects = Subject.of(release, language, texts);
    }

    /** A sentence of this room; the key without {@code publicpage.}. */
    String say(String key, Object... arguments) {
        return texts.of("publicpage." + key, language, arguments);
    }

    String of(Words words) {
        return words.in(language);
    }

    String title() {
        return of(release.title());
    }

    List<Subject> subjects() {
        return subjects;
    }

    String invented() {
        return texts.of("paper.invented.full", language);
    }

    String period() {
        return say("period.value", release.from(), release.to());
    }

    /** What stands below a picture of the map that shows a subject. */
    String source(Subject subject) {
        return subject.people() ? say("source.people", release.publisher()) : source();
    }

    /** What stands below everything that shows what was reported. */
    String source() {
        return say("source", period(), release.publisher());
    }

    /** A class in a legend: {@code 5–9}, {@code 50 eller fler}, or what the lowest one stands for. */
    String legend(CountClass count, Subject subject) {
        return switch (count) {
            case FEW -> subject.few();
            case FROM_50 -> say("class.least", count.least());
            default -> ClassWords.range(count.code());
        };
    }

    /** What the enlarged part of the map is called. */
    String enlarged(MapPlan.Inset inset) {
        return inset.name() == null ? say("map.enlarged") : say("map.enlarged.name", inset.name());
    }

    /** A class in a cell. */
    String cell(CountClass count) {
        return count == CountClass.FEW ? say("few.cell") : ClassWords.range(count.code());
    }

    /** A measure's status; a code that nobody has words for stands as it is. */
    String status(String code) {
        return Objects.requireNonNull(texts.orElse("publicpage.status." + code, code, language));
    }

    /** The name of an area; the whole municipality for null. */
    String area(@org.jspecify.annotations.Nullable String id) {
        return release.areas().stream()
                .filter(area -> area.id().equals(id))
                .map(area -> area.name(language))
                .findFirst()
                .orElseGet(() -> say("measures.whole"));
    }

    /** Points to remember, whatever else the release says. */
    List<String> limits() {
        return Arrays.stream(new String[] {"risk", "people", "classes", "noise", "order", "frozen"})
                .filter(key -> !key.equals("noise") || release.noise())
                .map(key -> say("limits." + key))
                .toList();
    }

    static String day(LocalDate day) {
        return day.toString();
    }

    /** The name of a file in this language: {@code index.html} or {@code en.html}, {@code embed.html} or {@code embed-en.html}. */
    String file(String base, String suffix) {
        return inEnglish() ? base + "-en." + suffix : base + "." + suffix;
    }

    boolean inEnglish() {
        return language.equals(Texts.ENGLISH);
    }
}
