package se.lageskarta.service.causes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.analysis.Words;
import se.lageskarta.geo.stats.ShareComparison;

/**
 * What some figures of a spot say of a hypothesis: a suggestion with its rule, which people accept or do not.
 *
 * @param rule code of the rule
 * @param item which figures, see {@link EvidenceItem}
 * @param hypothesis code of the standard hypothesis
 * @param says {@code for}, {@code against}, {@code nothing}, {@code too-few} or {@code missing}
 * @param compared the shares; null when the rule counts something else, or there are too few
 * @param q probability corrected for all shares compared at the spot (Benjamini and Hochberg); null without {@code compared}
 * @param sentence the figures and what they say
 * @param how the rule
 */
record Finding(
        String rule,
        String item,
        String hypothesis,
        String says,
        @Nullable ShareComparison compared,
        @Nullable Double q,
        Words sentence,
        Words how) {
    /** A share is called different when chance alone would bring it less often than this, over all rules together. */
    static final double CERTAIN = 0.05;

    /**
     * A rule applied, before what it says is settled.
     *
     * @param told what it says already; null when the comparison settles it
     * @param figures the sentence without what they say
     */
    record Draft(
            String rule,
            EvidenceItem item,
            String hypothesis,
            @Nullable Says told,
            @Nullable ShareComparison compared,
            Words figures,
            Words how) {
        /** @param q corrected probability, NaN without a comparison */
        Finding settled(double q) {
            Says says = told;
            if (says == null) {
                ShareComparison shares = compared;
                says = shares == null || !(q < CERTAIN) ? Says.NOTHING : shares.exceeds() ? Says.FOR : Says.AGAINST;
            }
            Words sentence =
                    new Words(figures.sv() + ": " + says.swedish() + ".", figures.en() + ": " + says.english() + ".");
            return new Finding(
                    rule, item.code(), hypothesis, says.code(), compared, compared == null ? null : q, sentence, how);
        }
    }

    /** A share as people read it: 0,624 is "62 %". */
    static String percent(double share, boolean swedish) {
        return String.format(Locale.ROOT, swedish ? "%.0f %%" : "%.0f%%", 100 * share);
    }

    /** A number with one decimal, in the language's way. */
    static String decimal(double number, boolean swedish) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return swedish ? text.replace('.', ',') : text;
    }
}
