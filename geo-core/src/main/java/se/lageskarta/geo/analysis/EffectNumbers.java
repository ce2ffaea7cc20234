package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.List;
import se.lageskarta.geo.effect.BeforeAfter;
import se.lageskarta.geo.effect.RelativeEffect.Scatter;
import se.lageskarta.geo.effect.Verdict;
import se.lageskarta.geo.effect.WeightedDisplacement.Weights;

/** The counts that the effect measures are given, and the words they end in. All take the same, so that one sheet of numbers serves all. */
final class EffectNumbers {
    private static final double MOST = 1e9;

    static final List<Setting> SETTINGS = settings();

    static final Words SUITS = new Words(
            "Räknar på antal före och efter en åtgärd; ange dem själv.",
            "Works on counts before and after a measure; give them yourself.");

    private EffectNumbers() {}

    private static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (String area : List.of("target", "comparison", "displacement", "displacementComparison")) {
            settings.add(Setting.number(area + "Before", "", 0, MOST));
            settings.add(Setting.number(area + "After", "", 0, MOST));
        }
        settings.add(Setting.number("timeBefore", "", 1e-6, MOST));
        settings.add(Setting.number("timeAfter", "", 1e-6, MOST));
        for (String area : List.of("target", "comparison", "displacement", "displacementComparison")) {
            settings.add(Setting.number(area + "Area", "", 1e-6, MOST));
        }
        settings.add(Setting.word("scatter", List.of("poisson", "variance-by-mean", "double")));
        return List.copyOf(settings);
    }

    /** Counts of an area, which must be given. */
    static BeforeAfter required(Chosen chosen, String area) {
        return new BeforeAfter(chosen.required(area + "Before"), chosen.required(area + "After"));
    }

    /** Counts of an area, none when neither is given. */
    static BeforeAfter optional(Chosen chosen, String area) {
        return has(chosen, area) ? required(chosen, area) : BeforeAfter.NONE;
    }

    static boolean has(Chosen chosen, String area) {
        return chosen.has(area + "Before") || chosen.has(area + "After");
    }

    static Weights weights(Chosen chosen) {
        return new Weights(
                chosen.number("timeBefore", 1),
                chosen.number("timeAfter", 1),
                chosen.number("comparisonArea", 1),
                chosen.number("targetArea", 1),
                chosen.number("displacementComparisonArea", 1),
                chosen.number("displacementArea", 1));
    }

    static Scatter scatter(Chosen chosen) {
        return switch (chosen.word("scatter", "poisson")) {
            case "double" -> Scatter.DOUBLE;
            case "variance-by-mean" -> Scatter.VARIANCE_BY_MEAN;
            default -> Scatter.POISSON;
        };
    }

    /**
     * What may be said: "ingen säker förändring", "troligen 20–60 % färre".
     *
     * @param fewest least part fewer by the interval, negative when more
     * @param most greatest part fewer
     */
    static Words words(Verdict verdict, double fewest, double most) {
        return switch (verdict) {
            case TOO_FEW -> new Words("för få för att säga något", "too few to say anything");
            case NO_SURE_CHANGE -> new Words("ingen säker förändring", "no sure change");
            case DECREASE ->
                new Words("troligen " + range(fewest, most) + " färre", "probably " + range(fewest, most) + " fewer");
            case INCREASE ->
                new Words("troligen " + range(-most, -fewest) + " fler", "probably " + range(-most, -fewest) + " more");
        };
    }

    private static String range(double low, double high) {
        return Math.round(100 * low) + "–" + Math.round(100 * high) + " %";
    }

    /** The figures of a verdict: its words, Swedish first, and its code. */
    static void verdict(AnalysisResult.Builder answer, Verdict verdict, Words words) {
        answer.figure("verdict", words.sv())
                .figure("verdictEn", words.en())
                .figure("verdictCode", verdict.code())
                .status(
                        verdict == Verdict.TOO_FEW
                                ? AnalysisResult.Status.TOO_FEW
                                : verdict == Verdict.NO_SURE_CHANGE
                                        ? AnalysisResult.Status.NOTHING_FOUND
                                        : AnalysisResult.Status.OK);
    }

    static Words headline(Words verdict) {
        return new Words(capital(verdict.sv()) + ".", capital(verdict.en()) + ".");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** What holds for every comparison of before and after. */
    static void cautions(AnalysisResult.Builder answer) {
        answer.advice(new Words(
                "Jämför samma månader före och efter, räkna inte med månaden då åtgärden infördes, och gör om med tre olika"
                        + " avgränsningar av platsen.",
                "Compare the same months before and after, leave out the month of the measure, and repeat with three"
                        + " different outlines of the place."));
        answer.advice(new Words(
                "Valdes platsen för att det var ovanligt mycket där, sjunker antalet av sig självt (återgång mot"
                        + " medelvärdet).",
                "If the place was chosen because it was unusually bad, counts fall by themselves (regression to the"
                        + " mean)."));
    }
}
