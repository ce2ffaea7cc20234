package se.lageskarta.geo.effect;

import java.util.ArrayList;
import java.util.List;
import se.lageskarta.geo.effect.RelativeEffect.Scatter;

/**
 * A follow-up in plain words. Where the interval holds "no change" the words are "no sure change", whatever the estimate;
 * the word "effect" is used of nothing else than what is sure.
 */
public final class FollowUpWords {
    private static final int PERCENT = 100;

    private FollowUpWords() {}

    /** The short verdict: "troligen 20–60 % färre". */
    public static Said verdict(FollowUp found) {
        if (!found.design().isCompared()) {
            return new Said("not-compared", "ingen jämförelse", "no comparison");
        }
        double[] part = found.reduction();
        return switch (found.verdict()) {
            case TOO_FEW -> new Said("too-few", "för få för att säga något", "too few to say anything");
            case NO_SURE_CHANGE -> new Said("no-sure-change", "ingen säker förändring", "no sure change");
            case DECREASE ->
                Said.of(
                        "decrease",
                        "troligen {0}–{1} % färre",
                        "probably {0}–{1}% fewer",
                        sure(part[0]),
                        percent(part[1]));
            case INCREASE ->
                Said.of(
                        "increase",
                        "troligen {0}–{1} % fler",
                        "probably {0}–{1}% more",
                        sure(-part[1]),
                        percent(-part[0]));
        };
    }

    /** The verdict as a sentence with its counts. */
    public static Said sentence(FollowUp found) {
        double before = found.target().before() / found.design().windows().years();
        double after = found.target().after();
        if (!found.design().isCompared()) {
            return Said.of(
                    "not-compared",
                    "Antalet gick från {0} till {1}. Utan jämförelseområde går det inte att säga vad som hade hänt ändå.",
                    "The count went from {0} to {1}. Without a comparison area nobody can say what would have happened anyway.",
                    before,
                    after);
        }
        double[] part = found.reduction();
        return switch (found.verdict()) {
            case TOO_FEW ->
                Said.of(
                        "too-few",
                        "För få för att säga något: {0} händelser före och {1} efter.",
                        "Too few to say anything: {0} incidents before and {1} after.",
                        before,
                        after);
            case NO_SURE_CHANGE -> unsure(before, after, part);
            case DECREASE ->
                Said.of(
                        "decrease",
                        "Troligen {0}–{1} % färre händelser än om platsen hade följt jämförelseområdet: från {2} till {3}.",
                        "Probably {0}–{1}% fewer incidents than if the place had gone as the comparison area did: from {2}"
                                + " to {3}.",
                        sure(part[0]),
                        percent(part[1]),
                        before,
                        after);
            case INCREASE ->
                Said.of(
                        "increase",
                        "Troligen {0}–{1} % fler händelser än om platsen hade följt jämförelseområdet: från {2} till {3}.",
                        "Probably {0}–{1}% more incidents than if the place had gone as the comparison area did: from {2} to"
                                + " {3}.",
                        sure(-part[1]),
                        percent(-part[0]),
                        before,
                        after);
        };
    }

    private static Said unsure(double before, double after, double[] part) {
        String sv = Said.of(
                        "",
                        "Ingen säker förändring. Antalet gick från {0} till {1}; jämfört med jämförelseområdet kan det ha blivit"
                                + " allt från {2} till {3}.",
                        "",
                        before,
                        after,
                        more(part[1], true),
                        more(part[0], true))
                .sv();
        String en = Said.of(
                        "",
                        "",
                        "No sure change. The count went from {0} to {1}; beside the comparison area anything from {2} to {3} is"
                                + " possible.",
                        before,
                        after,
                        more(part[1], false),
                        more(part[0], false))
                .en();
        return new Said("no-sure-change", sv, en);
    }

    /** What the counts themselves make one careful about; what others do nearby is for those who know of it. */
    public static List<Said> notes(FollowUp found) {
        List<Said> notes = new ArrayList<>();
        addFew(found, notes);
        addPeak(found, notes);
        if (found.design().isCompared()) {
            addScatter(found, notes);
            addWidths(found, notes);
            if (found.estimates().get(0).halfAdded()) {
                notes.add(new Said(
                        "zero",
                        "Något antal är noll: 0,5 är lagt till alla fyra, så talen är ungefärliga.",
                        "A count is zero: 0.5 is added to all four, so the numbers are rough."));
            }
        }
        return notes;
    }

    private static void addFew(FollowUp found, List<Said> notes) {
        double before = found.target().before();
        if (before >= FollowUp.FEW) {
            return;
        }
        notes.add(Said.of(
                "few",
                "Bara {0} händelser före: under {1} kan nästan ingen förändring visas. Följ upp med enkät och med om åtgärden"
                        + " genomfördes, ta fler år före eller rita målområdet större om det är för snävt.",
                "Only {0} incidents before: below {1} hardly any change can be shown. Use the survey and whether the measure"
                        + " was carried out, take more years before, or draw the target wider if it is too tight.",
                before,
                FollowUp.FEW));
    }

    private static void addPeak(FollowUp found, List<Said> notes) {
        FollowUp.Peak peak = found.peak();
        if (peak.rounds() == 0) {
            notes.add(new Said(
                    "peak-unknown",
                    "Det finns inga tidigare år att jämföra med. Valdes platsen för att det var ovanligt mycket där sjunker"
                            + " antalet av sig självt.",
                    "There are no earlier years to look at. If the place was chosen because it was unusually bad, counts fall"
                            + " by themselves."));
        } else if (peak.isPeak()) {
            notes.add(Said.of(
                    "peak",
                    "Perioden före var en topp: {0} mot {1} i genomsnitt åren innan. Upp till {2} % kan ha gått tillbaka av sig"
                            + " självt (återgång mot medelvärdet).",
                    "The period before was a peak: {0} against {1} on average in the years before it. Up to {2}% may have gone"
                            + " back by itself (regression to the mean).",
                    peak.before(),
                    peak.earlier(),
                    percent(peak.fallsBack())));
        }
    }

    private static void addScatter(FollowUp found, List<Said> notes) {
        Verdict guarded = verdictWith(found, Scatter.DOUBLE);
        Verdict poisson = verdictWith(found, Scatter.POISSON);
        if (found.verdict() != guarded && guarded == Verdict.NO_SURE_CHANGE) {
            notes.add(new Said(
                    "scatter",
                    "Spretar antalen dubbelt så mycket som slumpen är förändringen inte säker.",
                    "If counts scatter twice as much as by chance, the change is not sure."));
        } else if (found.verdict() == Verdict.NO_SURE_CHANGE && poisson != found.verdict()) {
            notes.add(new Said(
                    "scatter-poisson",
                    "Bara om antalen spretar som ren slump vore förändringen säker; brott spretar mer.",
                    "Only if counts scattered as pure chance would the change be sure; crime scatters more."));
        }
    }

    private static Verdict verdictWith(FollowUp found, Scatter scatter) {
        return found.estimates().get(scatter.ordinal()).verdict(found.target(), found.compared());
    }

    private static void addWidths(FollowUp found, List<Said> notes) {
        if (!found.agrees()) {
            notes.add(new Said(
                    "widths",
                    "Med platsen och omgivningen räknade ihop beror svaret på hur bred omgivningen ritas: se de tre bredderna.",
                    "With the place and its surroundings counted together the answer depends on how wide these are drawn: see"
                            + " the three widths."));
        }
        boolean moved = found.around().stream()
                .anyMatch(each -> each.difference().local() < 0
                        && each.difference().displaced() > 0
                        && each.difference().total() >= 0);
        if (moved) {
            notes.add(new Said(
                    "moved",
                    "Runt omkring blev det så många fler att det uppväger minskningen, på minst en av bredderna.",
                    "So many more happened around the place that they outweigh the fall, at one width at least."));
        }
    }

    /** The nearer end of an interval without "no change" in it: never told as 0. */
    private static long sure(double part) {
        return Math.max(1, percent(part));
    }

    private static long percent(double part) {
        return Math.round(PERCENT * part);
    }

    /** "40 % färre", "15 % fler". */
    private static String more(double reduction, boolean swedish) {
        long percent = percent(reduction);
        if (swedish) {
            return Math.abs(percent) + (percent >= 0 ? " % färre" : " % fler");
        }
        return Math.abs(percent) + (percent >= 0 ? "% fewer" : "% more");
    }
}
