package se.lageskarta.service.causes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.AoristicWeek;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Dataset;

/**
 * The figures of a spot as they are sent. What there is too little of is null, and {@code few} says below which number.
 *
 * @param from first day of the period; null for no bound
 * @param to last day of it; null for no bound
 * @param datasets numbers of the datasets
 * @param invented true when any of it is made up
 * @param count incidents within the outline
 * @param possible incidents known to a street or an area only that may be within; not in {@code count}
 * @param few below so many incidents a share is called too few
 * @param types how many of each type, the commonest first
 * @param week weekday × hour, Monday first, each incident spread over its span
 * @param darkShare part in the dark, 0 to 1; null when there are too few
 * @param lamps along the streets here and around; null without a register
 * @param repeats how incidents share points; null when there are too few with an exact place
 * @param distances medians to what is near, metres; of {@code few} incidents or more
 * @param unsafe what people have felt here
 * @param reports what was reported here lately, by type
 * @param change against the same period of earlier years; null when there is nothing to compare
 * @param seasons twelve counts of all whole years, January first
 * @param findings what the figures say, rule by rule
 * @param hypotheses what the findings say together of each hypothesis
 */
record SpotFigures(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Long> datasets,
        boolean invented,
        int count,
        int possible,
        int few,
        List<Counted> types,
        Week week,
        @Nullable Double darkShare,
        @Nullable Lamps lamps,
        @Nullable Repeats repeats,
        List<Away> distances,
        Felt unsafe,
        List<ReportedType> reports,
        @Nullable Change change,
        int[] seasons,
        List<Finding> findings,
        Map<String, String> hypotheses) {
    private static final double HUNDREDTHS = 100;

    /** How many of something. */
    record Counted(String code, int count) {}

    /**
     * Weekday × hour.
     *
     * @param weight seven rows of 24, hundredths
     * @param known incidents that take part; {@code exact} of them to the hour
     * @param unknown the rest
     */
    record Week(double[][] weight, int known, int exact, int unknown, boolean tooFew) {}

    /** Lamps for each 100 m; null where there is too little street. */
    record Lamps(
            int here,
            int broken,
            double streetMetres,
            @Nullable Double per100,
            @Nullable Double per100Around) {}

    /** Medians, metres. */
    record Away(String feature, double metres, double referenceMetres) {}

    /**
     * What people have felt.
     *
     * @param people how many marked it unsafe
     * @param marks how many marks they made
     * @param safe marks that say it is safe
     * @param dark marks about after dark
     * @param reasons how many marks name each
     */
    record Felt(int people, int marks, int safe, int dark, List<Counted> reasons) {}

    /** Reports of a type; {@code open} of them nobody has put right. */
    record ReportedType(String code, int count, int open) {}

    /** As {@link PoissonComparison} has it; numbers that are none are null. */
    record Change(
            String status,
            int count,
            @Nullable Double expected,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double p,
            int[] years,
            int[] counts) {}

    static SpotFigures of(Question question, Scene scene) {
        Incidents here = scene.here();
        OptionalDouble dark = AoristicWeek.darkShare(here, Scene.rows(here), scene.darkness());
        Repeats repeats = Repeats.of(here);
        List<Finding> findings = StandardHypotheses.of(scene);
        return new SpotFigures(
                question.from(),
                question.to(),
                question.datasets().stream().map(Dataset::id).toList(),
                question.invented(),
                here.size(),
                scene.possible(),
                StandardHypotheses.FEW,
                types(here),
                week(here),
                dark.isPresent() ? rounded(dark.getAsDouble() * HUNDREDTHS) / HUNDREDTHS : null,
                lamps(scene.around()),
                repeats.incidents() < StandardHypotheses.FEW ? null : repeats,
                here.size() < StandardHypotheses.FEW ? List.of() : distances(scene),
                felt(scene),
                scene.reports().entrySet().stream()
                        .map(each -> new ReportedType(
                                each.getKey(),
                                each.getValue().count(),
                                each.getValue().open()))
                        .toList(),
                change(scene.change()),
                Seasons.of(scene.everHere()),
                findings,
                together(findings));
    }

    private static List<Counted> types(Incidents here) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < here.size(); i++) {
            counts.merge(here.type(i), 1, Integer::sum);
        }
        return sorted(counts);
    }

    private static Week week(Incidents here) {
        AoristicWeek week = AoristicWeek.of(here, Scene.rows(here));
        double[][] weight = Arrays.stream(week.weight())
                .map(day -> Arrays.stream(day).map(SpotFigures::rounded).toArray())
                .toArray(double[][]::new);
        return new Week(weight, week.known(), week.exact(), week.unknown(), week.isTooFew());
    }

    private static @Nullable Lamps lamps(Around around) {
        if (!around.knowsLamps()) {
            return null;
        }
        Around.Lit here = around.litHere();
        Around.Lit beyond = around.litAround();
        boolean known = here.streetMetres() >= StandardHypotheses.LEAST_STREET_METRES;
        return new Lamps(
                here.lamps(),
                here.broken(),
                Math.rint(here.streetMetres()),
                known ? finite(rounded(here.per100())) : null,
                finite(rounded(beyond.per100())));
    }

    private static List<Away> distances(Scene scene) {
        return scene.around().distances(scene.here().x(), scene.here().y()).stream()
                .map(each ->
                        new Away(each.feature().code(), Math.rint(each.median()), Math.rint(each.referenceMedian())))
                .toList();
    }

    private static Felt felt(Scene scene) {
        Map<String, Integer> reasons = new TreeMap<>();
        Set<Long> people = new HashSet<>();
        int dark = 0;
        for (UnsafePlace mark : scene.marksHere()) {
            people.add(mark.respondent() == 0 ? -1 - mark.id() : mark.respondent());
            dark += Boolean.TRUE.equals(mark.dark()) ? 1 : 0;
            for (UnsafeReason reason : mark.reasons()) {
                reasons.merge(reason.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        return new Felt(people.size(), scene.marksHere().size(), scene.safeHere(), dark, sorted(reasons));
    }

    private static @Nullable Change change(@Nullable PoissonComparison made) {
        return made == null
                ? null
                : new Change(
                        made.status().code(),
                        made.count(),
                        finite(rounded(made.expected())),
                        finite(made.low()),
                        finite(made.high()),
                        finite(made.p()),
                        made.years(),
                        made.counts());
    }

    private static Map<String, String> together(List<Finding> findings) {
        Map<String, List<Says>> said = new LinkedHashMap<>();
        for (Finding finding : findings) {
            said.computeIfAbsent(finding.hypothesis(), unused -> new ArrayList<>())
                    .add(Says.ofCode(finding.says()));
        }
        Map<String, String> together = new LinkedHashMap<>();
        said.forEach((hypothesis, says) ->
                together.put(hypothesis, Says.together(says).code()));
        return together;
    }

    private static List<Counted> sorted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> new Counted(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(Counted::count).reversed().thenComparing(Counted::code))
                .toList();
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * HUNDREDTHS) / HUNDREDTHS : value;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
