package se.lageskarta.geo.analysis;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.effect.BeforeAfter;
import se.lageskarta.geo.effect.Verdict;
import se.lageskarta.geo.effect.WeightedDisplacement;

/** How many incidents fewer, the place and its surroundings together, and is that sure? */
final class DisplacementDifferenceAnalysis implements EffectAnalysis {
    private static final double CONFIDENCE = 0.95;

    @Override
    public String name() {
        return "wdd";
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        BeforeAfter target = EffectNumbers.required(chosen, "target");
        BeforeAfter comparison = EffectNumbers.required(chosen, "comparison");
        WeightedDisplacement found = WeightedDisplacement.of(
                target,
                comparison,
                EffectNumbers.optional(chosen, "displacement"),
                EffectNumbers.optional(chosen, "displacementComparison"),
                EffectNumbers.weights(chosen));
        double[] interval = found.interval(CONFIDENCE);
        Verdict verdict = found.verdict(target, comparison);
        Words words = words(verdict, interval);
        AnalysisResult.Builder answer = AnalysisResult.ofNumbers(this)
                .headline(EffectNumbers.headline(words))
                .sentence(
                        "Skillnad i skillnader av antal, platsen och området runt omkring, mot sina jämförelser"
                                + " (Wheeler och Ratcliffe 2018).",
                        "Difference of differences of counts, the place and next door, each beside its comparison"
                                + " (Wheeler and Ratcliffe 2018).")
                .figure("wdd", found.total())
                .figure("interval", List.of(interval[0], interval[1]))
                .figure("standardError", found.error())
                .figure("z", Double.isNaN(found.z()) ? null : found.z())
                .figure("p", found.p())
                .figure("local", found.local())
                .figure("localStandardError", found.localError())
                .figure("displaced", found.displaced())
                .figure("displacedStandardError", found.displacedError());
        EffectNumbers.verdict(answer, verdict, words);
        EffectNumbers.cautions(answer);
        return answer.table(
                        "parts",
                        List.of("name", "change", "standardError"),
                        List.<@Nullable Object[]>of(
                                new Object[] {"local", found.local(), found.localError()},
                                new Object[] {"displaced", found.displaced(), found.displacedError()},
                                new Object[] {"total", found.total(), found.error()}))
                .build();
    }

    private static Words words(Verdict verdict, double[] interval) {
        long few = Math.round(Math.min(Math.abs(interval[0]), Math.abs(interval[1])));
        long many = Math.round(Math.max(Math.abs(interval[0]), Math.abs(interval[1])));
        return switch (verdict) {
            case DECREASE ->
                new Words("troligen " + few + "–" + many + " färre", "probably " + few + "–" + many + " fewer");
            case INCREASE ->
                new Words("troligen " + few + "–" + many + " fler", "probably " + few + "–" + many + " more");
            default -> EffectNumbers.words(verdict, 0, 0);
        };
    }
}
