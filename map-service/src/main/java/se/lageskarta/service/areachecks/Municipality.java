package se.lageskarta.service.areachecks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an area is compared with: all planner areas of the municipality together. Told in two digits and in twentieths, so that
 * no area can be worked out of it.
 *
 * @param count incidents in two digits; an area with fewer than five counts as two, whatever it has
 * @param households in all planner areas
 * @param groups share of each group of types, twentieths
 * @param pattern season, darkness and trend
 */
record Municipality(int count, int households, Map<String, Double> groups, Pattern pattern) {
    private static final int STAND_IN = 2;

    Municipality {
        groups = new TreeMap<>(groups);
    }

    /** @param shown those of {@code all} in areas with at least five */
    static Municipality of(Counted all, Counted shown, PlannerAreas areas, Block.Cover cover) {
        int sum = 0;
        for (int each : all.perArea(areas.size())) {
            sum += each >= Told.LEAST ? each : STAND_IN;
        }
        Map<String, Double> groups = new TreeMap<>();
        shown.groups()
                .forEach((group, count) ->
                        groups.put(group, Pattern.twentieth((double) count / Math.max(1, shown.size()))));
        return new Municipality(
                twoDigits(sum), areas.households(), groups, Patterns.of(shown, cover.from(), cover.to()));
    }

    /** A year and 1,000 households. */
    double rate(double years) {
        return twoDigits(count * 1_000.0 / Math.max(1, households) / years);
    }

    static int twoDigits(int value) {
        int step = 1;
        while (value / step >= 100) {
            step *= 10;
        }
        return (value + step / 2) / step * step;
    }

    static double twoDigits(double value) {
        if (!(value > 0)) {
            return 0;
        }
        double step = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        return Pattern.hundredth(Math.rint(value / step) * step);
    }

    List<Double> seasons() {
        return pattern.seasons();
    }
}
