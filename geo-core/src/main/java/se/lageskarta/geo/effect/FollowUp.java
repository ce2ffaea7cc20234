package se.lageskarta.geo.effect;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.effect.RelativeEffect.Scatter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.TwoCounts;

/**
 * A whole follow-up (uppföljning) of one measure: target, comparison and three rings around, with every number and its
 * interval, and a verdict that says "no sure change" wherever the interval holds it.
 *
 * <p>The verdict is that of {@link RelativeEffect} with the scatter {@link #SCATTER}; the other two are told beside it.
 * Without a comparison there is no verdict, only counts: nobody knows what would have happened anyway. Known limits: as
 * {@link RelativeEffect}'s; incidents count by the month they began in; places known worse than a point are left out by
 * the caller.
 *
 * @param design what was asked
 * @param target incidents at the target; before is of all years before together
 * @param compared incidents of the comparison areas together
 * @param estimates with each {@link Scatter}, in their order; empty without a comparison
 * @param verdict by the interval with {@link #SCATTER}; {@link Verdict#TOO_FEW} without a comparison
 * @param around one a width; empty without a comparison
 * @param peak the period before against those further back
 * @param months incidents by month: target, comparison, then the rings
 */
public record FollowUp(
        FollowUpDesign design,
        BeforeAfter target,
        BeforeAfter compared,
        List<RelativeEffect> estimates,
        Verdict verdict,
        List<Around> around,
        Peak peak,
        AreaMonths months) {
    /** What the verdict goes by: the spread that evaluations of crime measures have found. */
    public static final Scatter SCATTER = Scatter.VARIANCE_BY_MEAN;
    /** Areas of {@link #months}. */
    public static final int TARGET = 0;

    public static final int COMPARED = 1;
    public static final int FIRST_RING = 2;

    /** Fewer than this before, and hardly anything can be shown. */
    public static final int FEW = 15;

    private static final int ROUNDS_BACK = 3;

    /**
     * Was the target chosen because of a peak?
     *
     * @param before incidents of the target in the latest period before
     * @param earlier mean of the same months in the years before that; NaN when nothing is known of them
     * @param rounds how many years that mean is of
     * @param p two-sided chance of so great a difference by itself (E-test); 1 when nothing is known
     */
    public record Peak(int before, double earlier, int rounds, double p) {
        private static final double SURE = 0.05;

        /** True when the period before was surely above the years before it. */
        public boolean isPeak() {
            return rounds > 0 && before > earlier && p < SURE;
        }

        /** Part of the incidents before that go back by themselves when the years before come again, 0 to 1. */
        public double fallsBack() {
            return rounds == 0 || before <= earlier ? 0 : 1 - earlier / before;
        }
    }

    public FollowUp {
        estimates = List.copyOf(estimates);
        around = List.copyOf(around);
    }

    /** Counts and compares, when nothing is known of when the data begin. */
    public static FollowUp of(Incidents points, FollowUpDesign design) {
        return of(design, count(points, design), YearMonth.of(1900, 1));
    }

    /**
     * The counts that a follow-up is made of, of one set of incidents; those of several sets are added up.
     *
     * @param points in the metres of the design
     */
    public static AreaMonths count(Incidents points, FollowUpDesign design) {
        return AreaMonths.rows(
                        points,
                        firstLookedAt(design.windows()),
                        design.windows().lastAfter())
                .count(areas(design));
    }

    /** The first month that is counted: three rounds back, for the peak. */
    public static YearMonth firstLookedAt(FollowUpWindows windows) {
        return windows.before(ROUNDS_BACK - 1 + windows.years() - 1).get(0);
    }

    /** Target, comparison, the rings around the target and those around the comparison. */
    public static List<Geometry> areas(FollowUpDesign design) {
        List<Geometry> areas = new ArrayList<>();
        areas.add(design.target());
        areas.add(design.compared());
        for (int i = 0; i < FollowUpDesign.WIDTHS; i++) {
            areas.add(design.ring(i));
        }
        for (int i = 0; i < FollowUpDesign.WIDTHS; i++) {
            areas.add(design.comparedRing(i));
        }
        return areas;
    }

    /**
     * @param months of {@link #count}
     * @param firstMonth the first whole month that there are data of
     */
    public static FollowUp of(FollowUpDesign design, AreaMonths months, YearMonth firstMonth) {
        FollowUpWindows windows = design.windows();
        BeforeAfter target = months.of(TARGET, windows);
        BeforeAfter compared = months.of(COMPARED, windows);
        List<RelativeEffect> estimates = new ArrayList<>();
        List<Around> around = new ArrayList<>();
        Verdict verdict = Verdict.TOO_FEW;
        if (design.isCompared()) {
            for (Scatter scatter : Scatter.values()) {
                estimates.add(RelativeEffect.of(target, compared, scatter));
            }
            verdict = estimates.get(SCATTER.ordinal()).verdict(target, compared);
            for (int i = 0; i < FollowUpDesign.WIDTHS; i++) {
                BeforeAfter ring = months.of(FIRST_RING + i, windows);
                BeforeAfter other = months.of(FIRST_RING + FollowUpDesign.WIDTHS + i, windows);
                around.add(Around.of(design.widths().get(i), target, ring, compared, other, windows.years()));
            }
        }
        return new FollowUp(
                design, target, compared, estimates, verdict, around, peak(windows, months, firstMonth), months);
    }

    private static Peak peak(FollowUpWindows windows, AreaMonths months, YearMonth firstMonth) {
        int before = months.of(TARGET, windows.before(0));
        int earlier = 0;
        int rounds = 0;
        while (rounds < ROUNDS_BACK - 1) {
            List<YearMonth> round = windows.before(rounds + 1);
            if (round.get(0).isBefore(firstMonth)) {
                break;
            }
            earlier += months.of(TARGET, round);
            rounds++;
        }
        if (rounds == 0) {
            return new Peak(before, Double.NaN, 0, 1);
        }
        double p = before + earlier == 0
                ? 1
                : TwoCounts.of(before, 1, earlier, rounds).eTestP();
        return new Peak(before, (double) earlier / rounds, rounds, p);
    }

    /** The estimate that the verdict goes by; null without a comparison. */
    public @Nullable RelativeEffect estimate() {
        return estimates.isEmpty() ? null : estimates.get(SCATTER.ordinal());
    }

    /** Least part fewer (negative when more) and greatest, by the interval; empty without a comparison. */
    public double[] reduction() {
        RelativeEffect effect = estimate();
        return effect == null ? new double[0] : new double[] {1 - 1 / effect.low(), 1 - 1 / effect.high()};
    }

    /** Target and ring against the comparison over the three widths: least and greatest; empty without one. */
    public double[] range() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Around each : around) {
            least = Math.min(least, each.whole().ratio());
            most = Math.max(most, each.whole().ratio());
        }
        return around.isEmpty() ? new double[0] : new double[] {least, most};
    }

    /** True when the three widths end in the same word. */
    public boolean agrees() {
        return around.stream().map(Around::wholeVerdict).distinct().count() <= 1;
    }
}
