package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.stats.CellShape;
import se.lageskarta.geo.stats.EmergingHotspots;
import se.lageskarta.geo.stats.EmergingPattern;
import se.lageskarta.geo.stats.GridNeighbours;
import se.lageskarta.geo.stats.SimplePattern;
import se.lageskarta.geo.stats.StudyArea;

/**
 * How each square's heat came and went, step by step: new, intensifying, persistent, diminishing, historical and the
 * other patterns. With too few incidents or steps that would be noise; then each hotspot's status against
 * the years before is told instead ({@link HotspotStatus}), and why.
 */
final class EmergingHotspotsAnalysis implements Analysis {
    private static final double CELL_METRES = 500;
    private static final double FALSE_ALARMS = 0.05;
    private static final int MOST_STEPS = 36;
    private static final int LEAST_ROWS = 30;

    @Override
    public String name() {
        return "emerging-hotspots";
    }

    @Override
    public Topic topic() {
        return Topic.WHERE_AND_WHEN;
    }

    @Override
    public Needs needs() {
        return Needs.INCIDENTS;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>(CountedCells.SETTINGS);
        settings.add(Setting.word("step", List.of("month", "quarter")));
        settings.add(Setting.whole("steps", "", EmergingHotspots.LEAST_STEPS, 240));
        settings.add(Setting.whole("leastIncidents", "", 1, 1_000_000));
        return settings;
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        Usable usable = Usable.placesAndDays(question);
        if (usable.size() < LEAST_ROWS) {
            return Suits.tooFew(usable.size(), LEAST_ROWS);
        }
        Chosen nothing = Chosen.of(this, Map.of());
        Words reason = tooSparse(usable, Steps.of(question, usable, nothing), nothing);
        return reason == null
                ? Suits.recommended(
                        "Visar vilka rutor som är nya, ihållande eller på väg bort.",
                        "Shows which squares are new, persistent or fading.")
                : new Suits(Suits.Level.POSSIBLE, reason);
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.placesAndDays(question);
        if (usable.size() < LEAST_ROWS) {
            return usable.size();
        }
        Steps steps = Steps.of(question, usable, chosen);
        if (tooSparse(usable, steps, chosen) != null) {
            return 2_000L * question.history().size();
        }
        long cells = CountedCells.settled(question, usable, chosen, CELL_METRES).size();
        return cells * steps.count * (200L + 3L * steps.count);
    }

    /** Why no map of patterns can be made, null when it can. */
    private static @Nullable Words tooSparse(Usable usable, Steps steps, Chosen chosen) {
        int least = chosen.whole("leastIncidents", EmergingHotspots.LEAST_INCIDENTS);
        if (steps.count < EmergingHotspots.LEAST_STEPS) {
            return new Words(
                    "Perioden har bara " + steps.count + " hela steg; mönster över tid kräver minst "
                            + EmergingHotspots.LEAST_STEPS + ". I stället visas hur hotspots står sig mot tidigare år.",
                    "The period has only " + steps.count + " whole steps; patterns over time take at least "
                            + EmergingHotspots.LEAST_STEPS
                            + ". How hotspots compare with earlier years is shown instead.");
        }
        if (usable.size() < least) {
            return new Words(
                    usable.size() + " händelser är för få för mönster per ruta och steg (minst " + least
                            + "). I stället visas hur hotspots står sig mot tidigare år.",
                    usable.size() + " incidents are too few for patterns by square and step (at least " + least
                            + "). How hotspots compare with earlier years is shown instead.");
        }
        return null;
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.placesAndDays(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS) {
            return GiStarAnalysis.tooFew(answer, usable.size());
        }
        Steps steps = Steps.of(question, usable, chosen);
        Words reason = tooSparse(usable, steps, chosen);
        if (reason != null) {
            return HotspotStatus.tell(question, answer.advice(reason)).build();
        }
        CountedCells cells = CountedCells.settled(question, usable, chosen, CELL_METRES);
        cells.describe(answer, usable, chosen);
        StudyArea area = cells.area();
        double[][] cube = new double[steps.count][area.size()];
        int[] days = usable.days();
        for (int i = 0; i < days.length; i++) {
            int cell = area.numberAt(usable.x()[i], usable.y()[i]);
            int step = steps.of(days[i]);
            if (cell >= 0 && step >= 0) {
                cube[step][cell]++;
            }
        }
        EmergingHotspots found = EmergingHotspots.of(new GridNeighbours(area, CellShape.QUEEN), cube);
        return describe(answer, cells, steps, chosen, cube, found).build();
    }

    private static AnalysisResult.Builder describe(
            AnalysisResult.Builder answer,
            CountedCells cells,
            Steps steps,
            Chosen chosen,
            double[][] cube,
            EmergingHotspots found) {
        double[][] q = found.q();
        EmergingPattern[] patterns = found.patterns(q, FALSE_ALARMS);
        SimplePattern[] simple = new SimplePattern[patterns.length];
        double[] totals = new double[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            simple[i] = SimplePattern.of(found.story(i, q, FALSE_ALARMS));
            for (double[] counts : cube) {
                totals[i] += counts[i];
            }
        }
        Map<String, Long> byPattern = new LinkedHashMap<>();
        for (EmergingPattern each : EmergingPattern.values()) {
            byPattern.put(
                    code(each),
                    Arrays.stream(patterns).filter(one -> one == each).count());
        }
        Map<String, Long> bySimple = new LinkedHashMap<>();
        for (SimplePattern each : SimplePattern.values()) {
            bySimple.put(
                    each.name().toLowerCase(Locale.ROOT),
                    Arrays.stream(simple).filter(one -> one == each).count());
        }
        long hot = Arrays.stream(patterns).filter(each -> each.side() > 0).count();
        int[] shown = IntStream.range(0, patterns.length)
                .filter(i -> patterns[i] != EmergingPattern.NO_PATTERN || totals[i] > 0)
                .toArray();
        steps.describe(answer, chosen);
        int side = (int) Math.round(cells.cellMetres());
        return answer.status(hot == 0 ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(headline(patterns, hot))
                .sentence(
                        "Gi* för varje ruta om " + side
                                + " m och steg mot alla rutor och steg, korrigerat för att många"
                                + " prövas (FDR 5 %), och Mann-Kendalls trend för varje ruta.",
                        "Gi* of each square of " + side + " m and step against all squares and steps, corrected for"
                                + " testing many (FDR 5 %), and the Mann-Kendall trend of each square.")
                .figure("patterns", byPattern)
                .figure("simplePatterns", bySimple)
                .figure("hotCells", hot)
                .figure("steps", steps.count)
                .places(
                        List.of("class", "simple", "count", "zLast", "trendZ", "trendP", "hotSteps"),
                        shown.length,
                        k -> {
                            int i = shown[k];
                            int[] story = found.story(i, q, FALSE_ALARMS);
                            return new Object[] {
                                code(patterns[i]),
                                simple[i].name().toLowerCase(Locale.ROOT),
                                totals[i],
                                found.z()[story.length - 1][i],
                                found.trend()[i].z(),
                                found.trend()[i].p(),
                                Arrays.stream(story).filter(step -> step > 0).count()
                            };
                        },
                        k -> cells.square(shown[k]));
    }

    private static String code(EmergingPattern pattern) {
        return pattern == EmergingPattern.NO_PATTERN
                ? "none"
                : pattern.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Words headline(EmergingPattern[] patterns, long hot) {
        if (hot == 0) {
            return new Words("Ingen säkert het ruta i något steg.", "No surely hot square in any step.");
        }
        long fresh = count(patterns, EmergingPattern.NEW_HOT, EmergingPattern.CONSECUTIVE_HOT);
        long rising = count(patterns, EmergingPattern.INTENSIFYING_HOT);
        long lasting = count(patterns, EmergingPattern.PERSISTENT_HOT);
        long falling = count(patterns, EmergingPattern.DIMINISHING_HOT, EmergingPattern.HISTORICAL_HOT);
        return new Words(
                "Heta rutor: " + fresh + " nya, " + rising + " tilltagande, " + lasting + " ihållande, " + falling
                        + " på väg bort och " + (hot - fresh - rising - lasting - falling) + " återkommande.",
                "Hot squares: " + fresh + " new, " + rising + " intensifying, " + lasting + " persistent, " + falling
                        + " fading and " + (hot - fresh - rising - lasting - falling) + " recurring.");
    }

    private static long count(EmergingPattern[] patterns, EmergingPattern... wanted) {
        return Arrays.stream(patterns)
                .filter(each -> List.of(wanted).contains(each))
                .count();
    }

    /**
     * Whole calendar months or quarters, the last {@link #MOST_STEPS} unless chosen otherwise.
     *
     * @param first month of the first step
     * @param months in a step
     */
    private record Steps(YearMonth first, int months, int count) {
        /** The month of the first incident counts as whole, the last only when it is over. */
        static Steps of(AnalysisQuestion question, Usable usable, Chosen chosen) {
            int[] days = usable.days();
            LocalDate earliest = LocalDate.ofEpochDay(Arrays.stream(days).min().orElse(0));
            LocalDate latest = LocalDate.ofEpochDay(Arrays.stream(days).max().orElse(0));
            LocalDate from = question.from() == null ? earliest.withDayOfMonth(1) : question.from();
            LocalDate to = question.to() == null ? latest : question.to();
            YearMonth begin = YearMonth.from(from);
            begin = from.getDayOfMonth() == 1 ? begin : begin.plusMonths(1);
            YearMonth end = YearMonth.from(to.plusDays(1)); // the month after the last whole one
            int months = chosen.word("step", "month").equals("quarter") ? 3 : 1;
            int whole = (int) Math.max(0, begin.until(end, ChronoUnit.MONTHS)) / months;
            int count = Math.min(whole, chosen.whole("steps", MOST_STEPS));
            return new Steps(end.minusMonths((long) count * months), months, count);
        }

        int of(int day) {
            int month = (int) first.until(YearMonth.from(LocalDate.ofEpochDay(day)), ChronoUnit.MONTHS);
            int step = Math.floorDiv(month, months);
            return step >= 0 && step < count ? step : -1;
        }

        void describe(AnalysisResult.Builder answer, Chosen chosen) {
            answer.parameter(
                    "step",
                    months == 1 ? "month" : "quarter",
                    "",
                    !chosen.has("step"),
                    new Words(
                            "Hela kalendersteg, så att de går att jämföra.",
                            "Whole calendar steps, to be comparable."));
            answer.parameter(
                    "steps",
                    count,
                    "",
                    !chosen.has("steps"),
                    new Words(
                            "Från " + first + "; högst " + MOST_STEPS + " om inget annat valts.",
                            "From " + first + "; at most " + MOST_STEPS + " unless chosen otherwise."));
        }
    }
}
