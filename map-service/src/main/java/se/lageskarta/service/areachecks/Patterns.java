package se.lageskarta.service.areachecks;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.stats.ShareComparison;
import se.lageskarta.geo.stats.TwoCounts;

/** Works out season, darkness and trend from counts that are rounded first. */
final class Patterns {
    private static final int YEAR = 12;
    private static final int LEAST_YEARS = 3;

    private Patterns() {}

    /**
     * @param here incidents of the period in the neighbourhood
     * @param from first month of the period
     * @param to last month
     */
    static Pattern of(Counted here, YearMonth from, YearMonth to) {
        if (here.size() < Pattern.LEAST) {
            return Pattern.NONE;
        }
        return new Pattern(seasons(here, from, to), darkness(here), trend(here, from, to));
    }

    /** Only of whole years: otherwise the seasons that happen to be known would count more. */
    private static List<Double> seasons(Counted here, YearMonth from, YearMonth to) {
        int[] counts = here.seasons();
        if (months(from, to) % YEAR != 0 || Arrays.stream(counts).anyMatch(count -> count < Pattern.STEP)) {
            return List.of();
        }
        double sum = Arrays.stream(counts).map(Pattern::rounded).sum();
        List<Double> shares = new ArrayList<>();
        for (int count : counts) {
            shares.add(Pattern.twentieth(Pattern.rounded(count) / sum));
        }
        return shares;
    }

    private static Pattern.@Nullable Share darkness(Counted here) {
        int timed = here.timed();
        int dark = here.dark();
        if (timed < Pattern.LEAST || dark < Pattern.STEP || timed - dark < Pattern.STEP) {
            return null;
        }
        int darkTold = Pattern.rounded(dark);
        int of = darkTold + Pattern.rounded(timed - dark);
        ShareComparison share = ShareComparison.of(darkTold, of, 0.5);
        return new Pattern.Share(
                Pattern.twentieth(share.share()), Pattern.hundredth(share.low()), Pattern.hundredth(share.high()));
    }

    private static Pattern.@Nullable Trend trend(Counted here, YearMonth from, YearMonth to) {
        long years = months(from, to) / YEAR;
        if (years < LEAST_YEARS || months(from, to) % YEAR != 0) {
            return null;
        }
        YearMonth last = to.minusMonths(YEAR - 1L);
        int now = here.during(last, to);
        int before = here.during(from, last.minusMonths(1));
        if (now < Pattern.STEP || before < Pattern.STEP || now + before < Pattern.LEAST) {
            return null;
        }
        TwoCounts ratio = TwoCounts.of(Pattern.rounded(now), 1, Pattern.rounded(before), years - 1.0);
        return new Pattern.Trend(
                Pattern.hundredth(ratio.ratio()),
                Pattern.hundredth(ratio.ratioLow()),
                Pattern.hundredth(ratio.ratioHigh()));
    }

    static long months(YearMonth from, YearMonth to) {
        return java.time.temporal.ChronoUnit.MONTHS.between(from, to) + 1;
    }
}
