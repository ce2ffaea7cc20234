package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.effect.BeforeAfter;
import se.lageskarta.geo.effect.Displacement;
import se.lageskarta.geo.effect.RelativeEffect;
import se.lageskarta.geo.effect.RelativeEffect.Scatter;
import se.lageskarta.geo.effect.Verdict;
import se.lageskarta.geo.effect.WeightedDisplacement;

/** Did a place with a measure do better than a place without? */
final class BeforeAfterAnalysis implements EffectAnalysis {
    @Override
    public String name() {
        return "before-after";
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        BeforeAfter target = EffectNumbers.required(chosen, "target");
        BeforeAfter comparison = EffectNumbers.required(chosen, "comparison");
        Scatter scatter = EffectNumbers.scatter(chosen);
        RelativeEffect effect = RelativeEffect.of(target, comparison, scatter);
        Verdict verdict = effect.verdict(target, comparison);
        Words words = EffectNumbers.words(verdict, 1 - 1 / effect.low(), 1 - 1 / effect.high());
        AnalysisResult.Builder answer = AnalysisResult.ofNumbers(this)
                .headline(EffectNumbers.headline(words))
                .sentence(
                        "Oddskvot: hur platsen ändrades jämfört med jämförelseområdet, med 95 % intervall.",
                        "Odds ratio: how the place changed beside the comparison area, with a 95 % interval.")
                .parameter(
                        "scatter",
                        chosen.word("scatter", "poisson"),
                        "",
                        !chosen.has("scatter"),
                        new Words(
                                "Hur mycket mer än slumpen antalen antas spreta; se tabellen för de andra.",
                                "How much more than chance counts are taken to scatter; see the table for the others."))
                .figure("relativeEffectSize", effect.ratio())
                .figure("interval", List.of(effect.low(), effect.high()))
                .figure("reduction", effect.reduction())
                .figure("variance", effect.variance())
                .figure("standardError", Math.sqrt(effect.variance()))
                .figure("z", effect.z())
                .figure("p", effect.p());
        EffectNumbers.verdict(answer, verdict, words);
        displacement(answer, chosen, target, comparison);
        if (effect.halfAdded()) {
            answer.advice(new Words(
                    "Något antal är noll: 0,5 är lagt till alla fyra, så talen är ungefärliga.",
                    "A count is zero: 0.5 is added to all four, so the numbers are rough."));
        }
        fragile(answer, verdict, target, comparison);
        EffectNumbers.cautions(answer);
        return answer.table(
                        "scatters",
                        List.of("scatter", "relativeEffectSize", "low", "high", "p"),
                        scatters(target, comparison))
                .build();
    }

    private static List<@Nullable Object[]> scatters(BeforeAfter target, BeforeAfter comparison) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Scatter scatter : Scatter.values()) {
            RelativeEffect effect = RelativeEffect.of(target, comparison, scatter);
            String name = scatter.name().toLowerCase(Locale.ROOT).replace('_', '-');
            rows.add(new Object[] {name, effect.ratio(), effect.low(), effect.high(), effect.p()});
        }
        return rows;
    }

    /** A change that is sure only while counts scatter as little as by chance. */
    private static void fragile(
            AnalysisResult.Builder answer, Verdict verdict, BeforeAfter target, BeforeAfter comparison) {
        Verdict guarded = RelativeEffect.of(target, comparison, Scatter.DOUBLE).verdict(target, comparison);
        if (verdict != guarded && guarded == Verdict.NO_SURE_CHANGE) {
            answer.advice(new Words(
                    "Spretar antalen dubbelt så mycket som slumpen är förändringen inte säker.",
                    "If counts scatter twice as much as by chance, the change is not sure."));
        }
    }

    static void displacement(AnalysisResult.Builder answer, Chosen chosen, BeforeAfter target, BeforeAfter comparison) {
        BeforeAfter nextDoor = EffectNumbers.optional(chosen, "displacement");
        if (EffectNumbers.has(chosen, "displacement")) {
            Displacement moved = Displacement.of(target, comparison, nextDoor);
            answer.figure("wdq", Double.isNaN(moved.quotient()) ? null : moved.quotient())
                    .figure("tne", Double.isNaN(moved.totalNetEffect()) ? null : moved.totalNetEffect());
        }
        answer.figure(
                "wdd",
                WeightedDisplacement.of(
                                target,
                                comparison,
                                nextDoor,
                                EffectNumbers.optional(chosen, "displacementComparison"),
                                EffectNumbers.weights(chosen))
                        .total());
    }
}
