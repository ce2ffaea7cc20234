package se.lageskarta.geo.analysis;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.effect.BeforeAfter;
import se.lageskarta.geo.effect.Displacement;
import se.lageskarta.geo.effect.RelativeEffect;
import se.lageskarta.geo.effect.Verdict;

/** Did the trouble move next door, or did next door gain too? */
final class DisplacementQuotientAnalysis implements EffectAnalysis {
    @Override
    public String name() {
        return "wdq";
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        BeforeAfter target = EffectNumbers.required(chosen, "target");
        BeforeAfter comparison = EffectNumbers.required(chosen, "comparison");
        BeforeAfter nextDoor = EffectNumbers.required(chosen, "displacement");
        Displacement found = Displacement.of(target, comparison, nextDoor);
        RelativeEffect effect = RelativeEffect.of(target, comparison, EffectNumbers.scatter(chosen));
        Verdict verdict = effect.verdict(target, comparison);
        Words sure = EffectNumbers.words(verdict, 1 - 1 / effect.low(), 1 - 1 / effect.high());
        AnalysisResult.Builder answer = AnalysisResult.ofNumbers(this)
                .headline(new Words(
                        EffectNumbers.headline(sure).sv() + " " + meaning(found).sv(),
                        EffectNumbers.headline(sure).en() + " " + meaning(found).en()))
                .sentence(
                        "Förändringen runt omkring jämförd med förändringen på platsen (Bowers och Johnson 2003).",
                        "The change next door beside the change at the place (Bowers and Johnson 2003).")
                .figure("wdq", number(found.quotient()))
                .figure("tne", number(found.totalNetEffect()))
                .figure("grossEffect", found.grossEffect())
                .figure("netEffect", number(found.netEffect()))
                .figure("successMeasure", number(found.successMeasure()))
                .figure("meaning", found.meaning())
                .figure("relativeEffectSize", effect.ratio())
                .figure("interval", List.of(effect.low(), effect.high()))
                .figure("standardError", Math.sqrt(effect.variance()))
                .figure("z", effect.z())
                .figure("p", effect.p());
        EffectNumbers.verdict(answer, verdict, sure);
        if (target.before() * target.after() * comparison.before() * comparison.after() == 0) {
            answer.advice(new Words(
                    "Något antal är noll: kvoten är då osäker eller går inte att räkna.",
                    "A count is zero: the quotient is then unsure or cannot be computed."));
        }
        answer.advice(new Words(
                "Kvoten har inget intervall: se WDD för om förändringen kan vara slump.",
                "The quotient has no interval: see WDD for whether the change may be chance."));
        EffectNumbers.cautions(answer);
        return answer.build();
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static Words meaning(Displacement found) {
        return switch (found.meaning()) {
            case "diffusion-exceeds-effect" ->
                new Words("Området runt omkring fick det ännu bättre än platsen.", "Next door gained even more.");
            case "diffusion" ->
                new Words("Nyttan spred sig till området runt omkring.", "The benefit spread to the area next door.");
            case "neither" -> new Words("Inget tyder på att det flyttade.", "Nothing suggests that it moved.");
            case "displacement" ->
                new Words(
                        "En del kan ha flyttat till området runt omkring, mindre än vinsten.",
                        "Some may have moved next door, less than was won.");
            case "displacement-erases-effect" ->
                new Words("Mer kan ha flyttat än vad som vanns.", "More may have moved than was won.");
            default ->
                new Words(
                        "Platsen gick inte bättre än jämförelsen, så kvoten visas inte.",
                        "The place did no better than the comparison, so the quotient is not given.");
        };
    }
}
