package se.lageskarta.service.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.MonthBars;
import se.lageskarta.geo.stats.WeekHour;

/** The methods that a file can be analysed with, their settings and what they find. */
enum AnalysisMethod {
    TIME_PROFILE("time-profile", Set.of("from", "to", "types"), AnalysisMethod::timeProfile);

    private final String word;
    private final Set<String> settings;
    private final BiFunction<AnalysisFile, AnalysisSettings, AnalysisResult> analysis;

    AnalysisMethod(
            String word, Set<String> settings, BiFunction<AnalysisFile, AnalysisSettings, AnalysisResult> analysis) {
        this.word = word;
        this.settings = settings;
        this.analysis = analysis;
    }

    static AnalysisMethod of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("Okänd metod " + word + ". Unknown method. Kända/known: " + words()));
    }

    static String words() {
        return Stream.concat(
                        Analyses.ALL.stream().map(Analysis::name),
                        Arrays.stream(values()).map(method -> method.word))
                .collect(Collectors.joining(", "));
    }

    String word() {
        return word;
    }

    Set<String> settings() {
        return settings;
    }

    AnalysisResult run(AnalysisFile file, AnalysisSettings chosen) {
        try {
            return analysis.apply(file, chosen);
        } catch (IllegalArgumentException refused) {
            throw new UsageException(word + ": " + refused.getMessage());
        }
    }

    private static AnalysisResult timeProfile(AnalysisFile file, AnalysisSettings chosen) {
        if (file.isSurvey()) {
            throw new IllegalArgumentException("the file holds survey marks, but must hold incidents");
        }
        Incidents incidents = file.incidents()
                .where(new IncidentFilter(chosen.day("from"), chosen.day("to"), chosen.words("types"), Set.of()));
        int[] rows = IntStream.range(0, incidents.size()).toArray();
        MonthBars months = MonthBars.of(incidents);
        WeekHour week = WeekHour.of(incidents, rows);
        Map<String, @Nullable Object> summary = summary("time-profile", file);
        summary.put("used", incidents.size());
        summary.put("weekday", WeekHour.weekdays(incidents, rows));
        summary.put("weekHour", week.known() == 0 ? null : week.count());
        summary.put("weekHourKnown", week.known());
        summary.put("unknownMonth", months.unknown());
        return new AnalysisResult(
                summary,
                List.of("month", "count"),
                months.count().length,
                i -> new Object[] {months.month(i).toString(), months.count()[i]},
                i -> null);
    }

    private static Map<String, @Nullable Object> summary(String method, AnalysisFile file) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("method", method);
        summary.put("crs", file.crs().toString());
        summary.put("n", file.number().length);
        summary.put("rejected", file.tally().rejected());
        return summary;
    }
}
