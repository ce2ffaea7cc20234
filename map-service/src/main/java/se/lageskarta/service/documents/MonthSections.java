package se.lageskarta.service.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.causes.CauseCard;
import se.lageskarta.service.causes.Causes;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.meetings.DecisionLog;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.spots.Spots;
import tools.jackson.databind.JsonNode;

/**
 * The parts of the group's month (månadsbild), which must have room on one A4: the most urgent of everything, and where
 * the rest is found.
 */
@Component
class MonthSections {
    /** From the most that is shown, to the least that is still of use. */
    static final List<Material.Lines> LINES = List.of(
            new Material.Lines(5, 4), new Material.Lines(4, 3), new Material.Lines(3, 2), new Material.Lines(2, 1));

    private static final int DUE_DAYS = 31;
    /** Of a title or decision: two lines of its column. */
    private static final int MOST_CHARS = 110;

    private static final int MOST_WHAT = 3;
    private static final int MOST_WHERE = 3;

    private static final Comparator<@Nullable LocalDate> BY_DAY =
            Comparator.nullsLast(Comparator.<LocalDate>naturalOrder());

    private final PictureSections pictures;
    private final Measures measures;
    private final DecisionLog decisions;
    private final Causes causes;
    private final Spots spots;

    MonthSections(PictureSections pictures, Measures measures, DecisionLog decisions, Causes causes, Spots spots) {
        this.pictures = pictures;
        this.measures = measures;
        this.decisions = decisions;
        this.causes = causes;
        this.spots = spots;
    }

    /** What has changed, where, and how sure that is. */
    List<Block> summary(Material of) {
        if (of.picture().isEmpty()) {
            return PictureSections.missing(of);
        }
        PictureFacts picture = of.picture().get();
        List<String> lines = Stream.of(
                        picture.sentences(of.words().language(), "what").stream()
                                .limit(MOST_WHAT),
                        picture.sentences(of.words().language(), "where").stream()
                                .limit(MOST_WHERE),
                        picture.sentences(of.words().language(), "how-sure").stream()
                                .limit(1))
                .flatMap(each -> each)
                .toList();
        return lines.isEmpty() ? List.of() : List.of(new Block.Bullets(lines, false));
    }

    /** The most urgent places in a table with how far the group has come with each, and on a low map. */
    List<Block> places(Material of) {
        if (of.picture().isEmpty()) {
            return PictureSections.missing(of);
        }
        Wording words = of.words();
        List<JsonNode> places = PictureSections.priority(of.picture().get());
        if (places.isEmpty()) {
            return List.of(new Block.Text(words.of("places.none")));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            JsonNode place = places.get(i);
            rows.add(List.of(
                    i + 1 + " " + place.at("/spot/name").asString(""),
                    words.code("stream", place.path("stream").asString("")),
                    words.status(place),
                    words.count(place),
                    words.expected(place.path("inside")),
                    tested(place, words),
                    words.number((double) place.path("openMeasures").size(), 0)));
        }
        return List.of(
                new Block.Table(
                        words.of("month.places"),
                        List.of(
                                words.words("place"),
                                words.words("stream"),
                                words.words("status"),
                                words.figures("count"),
                                words.figures("expected"),
                                words.words("hypotheses"),
                                words.figures("open-measures")),
                        rows,
                        ""),
                pictures.strip(places, words));
    }

    private String tested(JsonNode place, Wording words) {
        Optional<CauseCard> card =
                spots.find(place.at("/spot/id").asLong(0)).flatMap(causes::of).map(Entry::state);
        if (card.isEmpty()) {
            return words.of("month.no-card");
        }
        List<CauseCard.Hypothesis> hypotheses = card.get().hypotheses();
        long supported = hypotheses.stream()
                .filter(each -> each.verdict().equals("supported"))
                .count();
        return words.of("month.card", supported, hypotheses.size());
    }

    /** Late ones, and those due within a month. */
    List<Block> measures(Material of) {
        LocalDate soon = of.today().plusDays(DUE_DAYS);
        List<Measure> chosen = measures.all(MeasureFilter.ALL).stream()
                .filter(measure -> measure.isOverdue(of.today()) || isDue(measure, soon))
                .sorted(Comparator.comparing(Measure::dueOn, BY_DAY))
                .toList();
        Wording words = of.words();
        if (chosen.isEmpty()) {
            return List.of(new Block.Text(words.of("month.measures.none")));
        }
        List<List<String>> rows = chosen.stream()
                .limit(of.lines().measures())
                .map(measure -> List.of(
                        shortened(measure.title()),
                        measure.owner(),
                        measure.isOverdue(of.today())
                                ? words.of("month.late")
                                : words.code("measure", measure.status().code()),
                        words.day(measure.dueOn())))
                .toList();
        return List.of(new Block.Table(
                words.of("month.measures"),
                List.of(words.words("measure"), words.words("owner"), words.words("status"), words.words("due")),
                rows,
                more(words, "month.measures.more", chosen.size() - of.lines().measures())));
    }

    private static boolean isDue(Measure measure, LocalDate soon) {
        LocalDate due = measure.dueOn();
        return measure.isOpen() && due != null && !due.isAfter(soon);
    }

    /** Open ones, the earliest due first. */
    List<Block> decisions(Material of) {
        Wording words = of.words();
        List<DecisionLog.Line> open = decisions.all().stream()
                .filter(line -> line.state().equals("open"))
                .sorted(Comparator.comparing(DecisionLog.Line::until, BY_DAY))
                .toList();
        if (open.isEmpty()) {
            return List.of(new Block.Text(words.of("month.decisions.none")));
        }
        List<List<String>> rows = open.stream()
                .limit(of.lines().decisions())
                .map(line -> List.of(shortened(line.text()), line.owner(), words.day(line.until())))
                .toList();
        return List.of(new Block.Table(
                words.of("month.decisions"),
                List.of(words.words("decision"), words.words("owner"), words.words("due")),
                rows,
                more(words, "month.decisions.more", open.size() - of.lines().decisions())));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARS
                ? text
                : text.substring(0, MOST_CHARS - 1).strip() + "…";
    }

    private static String more(Wording words, String key, int left) {
        return left > 0 ? words.of(key, left) : "";
    }

    /** Which picture, what was left out for want of room, and where that is. */
    List<Block> source(Material of) {
        if (of.picture().isEmpty()) {
            return PictureSections.missing(of);
        }
        PictureFacts picture = of.picture().get();
        Wording words = of.words();
        return List.of(
                new Block.Text(words.of(
                        "month.source",
                        Long.toString(picture.id()),
                        words.month(picture.month()),
                        picture.edition(),
                        picture.sha256())),
                new Block.Text(words.of("month.left-out", Long.toString(picture.id()))),
                words.method("month"));
    }
}
