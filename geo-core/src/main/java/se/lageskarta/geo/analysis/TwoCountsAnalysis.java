package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.effect.Verdict;
import se.lageskarta.geo.stats.TwoCounts;

/** Do two small counts differ for sure? */
final class TwoCountsAnalysis implements EffectAnalysis {
    private static final int FEWEST = 5;
    private static final double SIGNIFICANCE = 0.05;

    @Override
    public String name() {
        return "e-test";
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return 1_000_000;
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        TwoCounts found = test(chosen, "target");
        Verdict verdict = verdict(found);
        Words words = EffectNumbers.words(
                verdict,
                found.ratioHigh() == Double.POSITIVE_INFINITY ? -1 : 1 - found.ratioHigh(),
                1 - found.ratioLow());
        AnalysisResult.Builder answer = AnalysisResult.ofNumbers(this)
                .headline(EffectNumbers.headline(words))
                .sentence(
                        "E-test av två Poissonantal (Krishnamoorthy och Thomson 2004), med det exakta testet bredvid.",
                        "E-test of two Poisson counts (Krishnamoorthy and Thomson 2004), the exact test beside it.")
                .figure("p", found.eTestP())
                .figure("exactP", found.exactP())
                .figure("z", z(found))
                .figure("ratio", number(found.ratio()))
                .figure("interval", Arrays.asList(found.ratioLow(), number(found.ratioHigh())));
        EffectNumbers.verdict(answer, verdict, words);
        if (EffectNumbers.has(chosen, "comparison")) {
            TwoCounts beside = test(chosen, "comparison");
            answer.figure("comparisonP", beside.eTestP()).figure("comparisonRatio", number(beside.ratio()));
            answer.advice(new Words(
                    "Testet jämför platsen med sig själv; använd before-after för att jämföra med"
                            + " jämförelseområdet.",
                    "The test compares the place with itself; use before-after to compare with the comparison area."));
        }
        EffectNumbers.cautions(answer);
        return answer.build();
    }

    /** Difference of the square roots of the counts, each by its time; negative when fewer. */
    private static double z(TwoCounts found) {
        double scale = found.exposure1() / found.exposure2();
        return 2 * (Math.sqrt(found.count1()) - Math.sqrt(found.count2() * scale)) / Math.sqrt(1 + scale);
    }

    /** After against before. */
    private static TwoCounts test(Chosen chosen, String area) {
        return TwoCounts.of(
                whole(chosen, area + "After"),
                chosen.number("timeAfter", 1),
                whole(chosen, area + "Before"),
                chosen.number("timeBefore", 1));
    }

    private static int whole(Chosen chosen, String name) {
        double count = chosen.required(name);
        if (count != Math.rint(count) || count > TwoCounts.MOST) {
            throw new IllegalArgumentException(
                    name + " is " + count + ", but must be a whole number of 0 to " + TwoCounts.MOST);
        }
        return (int) count;
    }

    private static Verdict verdict(TwoCounts found) {
        if (Math.max(found.count1(), found.count2()) < FEWEST) {
            return Verdict.TOO_FEW;
        }
        if (found.eTestP() >= SIGNIFICANCE || found.ratioLow() <= 1 && found.ratioHigh() >= 1) {
            return Verdict.NO_SURE_CHANGE;
        }
        return found.ratio() < 1 ? Verdict.DECREASE : Verdict.INCREASE;
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
