package se.lageskarta.geo.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * The surroundings of one recent incident in which the risk is raised today, according to a near repeat table
 * (aktuell riskzon).
 *
 * <p>Rule: an incident of age a days lies in the time band that a falls in. The zone reaches as far as the
 * table's distance bands, from the nearest one outwards without a gap, hold surely more pairs in that time band
 * than chance brings (see {@link NearRepeatTable#isRaised}); a nearest band that means the same place counts
 * when it is raised but does not end the zone when it is not. It lasts until the last day of the time bands for
 * which the same radius stays raised.
 *
 * <p>Known limit: the table says what was usual over its whole period, not what caused it; a zone is a place to
 * look at, not a forecast for one house.
 *
 * @param row the incident, as it was given
 * @param radius metres, an upper bound of the table
 * @param age whole days since the incident, 0 or more
 * @param until last day on which a zone of this radius is raised, in the calendar of the days given
 * @param ratio observed by expected pairs within the radius in the present time band
 * @param p the largest p of the bands within the radius, which is what made the zone
 */
public record LiveZone(int row, double radius, int age, int until, double ratio, double p) {
    /**
     * @param table made with true intervals of the same incidents or of earlier ones
     * @param day day of each incident
     * @param today present day in the same calendar; later incidents make no zone
     * @param samePlace metres within which two incidents are at the same place: a first band no wider than this
     *     makes no zone alone but one of the next band's radius only if that is raised too
     * @param level greatest p that counts as sure, above 0 and below 1; 0.05 is usual
     * @return in the order of the rows
     */
    public static List<LiveZone> of(NearRepeatTable table, int[] day, int today, double samePlace, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level is " + level + ", but must be between 0 and 1");
        }
        if (table.question().intervals() != NearRepeat.Intervals.TRUE) {
            throw new IllegalArgumentException(
                    "table has the intervals of " + table.question().intervals() + ", but must have true ones");
        }
        int[] reach = new int[table.question().days().length];
        for (int t = 0; t < reach.length; t++) {
            reach[t] = table.reach(t, samePlace, level);
        }
        List<LiveZone> zones = new ArrayList<>();
        for (int row = 0; row < day.length; row++) {
            long age = (long) today - day[row];
            int t = age < 0 ? reach.length : bandOf(table.question().days(), age);
            if (t < reach.length && reach[t] > 0) {
                zones.add(zone(table, row, (int) age, today, t, reach, level));
            }
        }
        return zones;
    }

    private static LiveZone zone(NearRepeatTable table, int row, int age, int today, int t, int[] reach, double level) {
        double[] days = table.question().days();
        int last = t;
        while (last + 1 < reach.length && reach[last + 1] >= reach[t]) {
            last++;
        }
        double p = 0;
        for (int s = 0; s < reach[t]; s++) {
            p = table.isRaised(s, t, level) ? Math.max(p, table.p()[s][t]) : p;
        }
        int until = (int) Math.min(Integer.MAX_VALUE, Math.floor((double) today - age + days[last]));
        double radius = table.question().metres()[reach[t] - 1];
        return new LiveZone(row, radius, age, until, table.ratioWithin(reach[t], t), p);
    }

    private static int bandOf(double[] bounds, long age) {
        int t = 0;
        while (t < bounds.length && age > bounds[t]) {
            t++;
        }
        return t;
    }
}
