package se.lageskarta.service.documents;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.service.catalogue.IncidentType;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.coverage.PublishedYears;
import se.lageskarta.service.evidence.Mask;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.web.Parameters;

/** The parts of documents that count whole years in the whole municipality; small counts are left out. */
@Component
class YearSections {
    private static final int EARLIER_YEARS = 3;

    private final Questions questions;
    private final IncidentTypes types;
    private final PublishedYears published;

    YearSections(Questions questions, IncidentTypes types, PublishedYears published) {
        this.questions = questions;
        this.types = types;
        this.published = published;
    }

    /** The last twelve months of the period against the same months of the three years before, type by type. */
    List<Block> indicators(Material of) {
        if (of.picture().isEmpty()) {
            return PictureSections.missing(of);
        }
        Question question = question(of.picture().get());
        LocalDate end = of.plan().last();
        List<TypeYears> counts = counts(question.incidentsOfAllTime(), end);
        int known = knownYears(question, end);
        Wording words = of.words();
        @Nullable
        Integer[] shown = Mask.shown(counts.stream().mapToInt(TypeYears::now).toArray());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            rows.add(row(words, counts.get(i), shown[i], known, end));
        }
        if (rows.isEmpty()) {
            return List.of(new Block.Text(words.of("indicators.none")));
        }
        return List.of(
                new Block.Table(
                        words.of("indicators.caption", end.minusYears(1).plusDays(1), end),
                        List.of(
                                words.words("type"),
                                words.figures("count"),
                                words.figures("expected"),
                                words.words("change")),
                        rows,
                        words.of("indicators.note", Mask.LEAST)),
                words.method("indicators", known));
    }

    /** By year: the twelve months up to a day, then those of the years before. */
    private record TypeYears(String code, int[] counts) {
        int now() {
            return counts[0];
        }
    }

    private List<String> row(Wording words, TypeYears type, @Nullable Integer shown, int known, LocalDate end) {
        String name = name(type.code(), words.language());
        if (shown == null) {
            return List.of(name, words.of("hidden"), "–", "–");
        }
        if (known == 0) {
            return List.of(name, words.number((double) shown, 0), "–", words.code("status", "no-history"));
        }
        int[] years = new int[known];
        int[] before = new int[known];
        for (int i = 0; i < known; i++) {
            years[i] = end.getYear() - 1 - i;
            before[i] = type.counts()[i + 1];
        }
        int sum = Arrays.stream(before).sum();
        if (sum > 0 && sum < Mask.LEAST) {
            // the mean would tell it
            return List.of(name, words.number((double) shown, 0), words.of("hidden"), "–");
        }
        int days = (int) ChronoUnit.DAYS.between(end.minusYears(1), end);
        int earlier = (int) ChronoUnit.DAYS.between(end.minusYears(1L + known), end.minusYears(1));
        PoissonComparison compared = PoissonComparison.of(shown, days, years, before, earlier);
        return List.of(
                name,
                words.number((double) shown, 0),
                words.of(
                        "expected",
                        words.number(compared.expected(), 1),
                        words.number(compared.low(), 0),
                        words.number(compared.high(), 0)),
                words.code("status", compared.status().code()));
    }

    /** Published numbers of the year per 100 000 inhabitants, where somebody has entered them. */
    List<Block> published(Material of) {
        Wording words = of.words();
        int year = of.plan().last().getYear();
        List<PublishedYears.Line> lines = published.of(year);
        if (lines.isEmpty()) {
            return List.of(new Block.Text(words.of("published.none", Integer.toString(year))));
        }
        Integer population = of.plan().population();
        List<List<String>> rows = lines.stream()
                .map(line -> List.of(
                        name(line.type(), words.language()),
                        line.number() > 0 && line.number() < Mask.LEAST
                                ? words.of("hidden")
                                : words.number((double) line.number(), 0),
                        population == null || line.number() < Mask.LEAST
                                ? "–"
                                : words.number(100_000.0 * line.number() / population, 0),
                        line.source()))
                .toList();
        return List.of(
                new Block.Table(
                        words.of("published.caption", Integer.toString(year)),
                        List.of(
                                words.words("type"),
                                words.figures("count"),
                                words.figures("per-100000"),
                                words.words("source")),
                        rows,
                        population == null ? words.of("published.population") : ""),
                words.method("published"));
    }

    private String name(String code, Locale language) {
        return types.find(code)
                .map((IncidentType type) -> language.equals(Locale.ENGLISH) ? type.nameEn() : type.nameSv())
                .orElse(code);
    }

    private Question question(PictureFacts picture) {
        Map<String, String[]> sent = new HashMap<>();
        sent.put(
                "datasets",
                new String[] {picture.datasets().stream().map(String::valueOf).collect(Collectors.joining(","))});
        return questions.of(Parameters.of(sent, Questions.PARAMETERS));
    }

    /** The greatest first. */
    private static List<TypeYears> counts(List<Incidents> all, LocalDate end) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Incidents set : all) {
            for (int row = 0; row < set.size(); row++) {
                int minute = set.fromMinute()[row];
                if (minute != TimeSpan.UNKNOWN_MINUTE) {
                    LocalDate day = TimeSpan.timeOf(minute).toLocalDate();
                    int back = yearsBack(day, end);
                    if (back >= 0 && back <= EARLIER_YEARS) {
                        counts.computeIfAbsent(set.type(row), code -> new int[EARLIER_YEARS + 1])[back]++;
                    }
                }
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new TypeYears(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(TypeYears::now).reversed().thenComparing(TypeYears::code))
                .toList();
    }

    private static int yearsBack(LocalDate day, LocalDate end) {
        return day.isAfter(end) ? -1 : (int) ChronoUnit.YEARS.between(day, end);
    }

    /** How many of the earlier years the data cover from their first day. */
    private static int knownYears(Question question, LocalDate end) {
        LocalDate first = null;
        for (Incidents set : question.incidentsOfAllTime()) {
            for (int minute : set.fromMinute()) {
                if (minute != TimeSpan.UNKNOWN_MINUTE) {
                    LocalDate day = TimeSpan.timeOf(minute).toLocalDate();
                    first = first == null || day.isBefore(first) ? day : first;
                }
            }
        }
        int known = 0;
        while (first != null
                && known < EARLIER_YEARS
                && !first.isAfter(end.minusYears(2L + known).plusDays(8))) {
            known++;
        }
        return known;
    }
}
