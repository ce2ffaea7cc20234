package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.effect.MinimumDetectable;

/** How much must it fall for anybody to see it? Asked before a goal is set. */
final class MinimumDetectableAnalysis implements EffectAnalysis {
    private static final double COMPARISON_TIMES = 10;
    private static final int[] LIST = {5, 10, 15, 20, 30, 50, 100, 200};
    private static final String[] NAMES = {"poisson", "variance-by-mean", "double"};
    private static final double[] VARIANCES = {1, 1.3, 2};

    @Override
    public String name() {
        return "minimum-detectable-effect";
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        return new Suits(
                Suits.Level.POSSIBLE,
                new Words(
                        "Ange hur många händelser platsen har under en period: fråga innan målet sätts.",
                        "Give how many incidents the place has in a period: ask before the goal is set."));
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        double before = chosen.number("targetBefore", 0);
        return (long) (200_000_000 + before * 250 * 15 * 60);
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        double asked = chosen.required("targetBefore");
        if (asked < 1 || asked > MinimumDetectable.MOST) {
            throw new IllegalArgumentException(
                    "targetBefore is " + asked + ", but must be 1 to " + MinimumDetectable.MOST);
        }
        int before = (int) Math.rint(asked);
        double times = chosen.has("comparisonBefore") && chosen.required("comparisonBefore") > 0
                ? chosen.required("comparisonBefore") / before
                : COMPARISON_TIMES;
        int way = List.of(NAMES).indexOf(chosen.word("scatter", "poisson"));
        OptionalDouble least = MinimumDetectable.reduction(before, times, VARIANCES[way]);
        Words words = least.isEmpty()
                ? new Words("ingen minskning går att visa", "no reduction can be shown")
                : new Words(
                        "minst " + Math.round(100 * least.getAsDouble()) + " % minskning krävs för att synas",
                        "it takes a reduction of " + Math.round(100 * least.getAsDouble()) + " % to be seen");
        AnalysisResult.Builder answer = AnalysisResult.ofNumbers(this)
                .status(least.isEmpty() ? AnalysisResult.Status.TOO_FEW : AnalysisResult.Status.OK)
                .headline(EffectNumbers.headline(words))
                .sentence(
                        "Minsta minskning, i steg om 5 %, som ett säkert svar (5 %) upptäcker i 80 fall av 100.",
                        "Smallest reduction, in steps of 5 %, that a sure answer (5 %) finds in 80 cases of 100.")
                .parameter(
                        "comparisonTimes",
                        times,
                        "",
                        !chosen.has("comparisonBefore"),
                        new Words(
                                "Jämförelseområdets antal delat med platsens.",
                                "Incidents of the comparison area by those of the place."))
                .parameter(
                        "scatter",
                        NAMES[way],
                        "",
                        !chosen.has("scatter"),
                        new Words(
                                "Hur mycket mer än slumpen antalen antas spreta.",
                                "How much more than chance counts are taken to scatter."))
                .figure("minimumReduction", least.isEmpty() ? null : least.getAsDouble());
        for (int i = 0; i < NAMES.length; i++) {
            OptionalDouble each = MinimumDetectable.reduction(before, times, VARIANCES[i]);
            answer.figure(
                    "minimumReduction" + new String[] {"Poisson", "VarianceByMean", "Double"}[i],
                    each.isEmpty() ? null : each.getAsDouble());
        }
        answer.figure("verdict", words.sv()).figure("verdictEn", words.en());
        if (before < LIST[2]) {
            answer.advice(new Words(
                    "Under 15 händelser: följ i stället vad som görs på platsen och fråga dem som är där.",
                    "Below 15 incidents: follow what is done at the place instead, and ask those who are there."));
        }
        return answer.table("reductions", List.of("before", NAMES[0], NAMES[1], NAMES[2]), list())
                .build();
    }

    private static List<@Nullable Object[]> list() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int before : LIST) {
            @Nullable Object[] row = new @Nullable Object[1 + VARIANCES.length];
            row[0] = before;
            for (int i = 0; i < VARIANCES.length; i++) {
                OptionalDouble least = MinimumDetectable.reduction(before, COMPARISON_TIMES, VARIANCES[i]);
                row[i + 1] = least.isEmpty() ? null : least.getAsDouble();
            }
            rows.add(row);
        }
        return rows;
    }
}
