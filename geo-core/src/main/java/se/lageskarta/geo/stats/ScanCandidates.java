package se.lageskarta.geo.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The best window of every circle, and of these the most unusual that do not overlap on the map. Equally unusual
 * ones (to nine decimals) go by fewer places, then by the centre's number; equally unusual windows of one circle
 * by the shorter, then by the earlier.
 */
final class ScanCandidates {
    private static final double DECIMALS = 1e9;

    private final ScanModel model;
    private final double total;
    private final List<Candidate> found = new ArrayList<>();
    private int centre;
    private Candidate best = Candidate.NONE;

    ScanCandidates(ScanModel model) {
        this.model = model;
        total = model.total();
    }

    /**
     * @param key likelihood ratio in whole billionths
     */
    record Candidate(int centre, int places, int cases, double measure, int from, int to, double llr, long key) {
        static final Candidate NONE = new Candidate(0, 0, 0, 0, 0, 0, 0, 0);
    }

    void from(int newCentre) {
        centre = newCentre;
        best = Candidate.NONE;
    }

    void offer(int cases, double measure, int from, int to) {
        double llr = model.llr(cases, measure, total);
        long key = Math.round(llr * DECIMALS);
        boolean better = key > best.key
                || key == best.key
                        && key > 0
                        && (to - from < best.to - best.from || to - from == best.to - best.from && from < best.from);
        if (better) {
            best = new Candidate(centre, 0, cases, measure, from, to, llr, key);
        }
    }

    void ringEnds(int places) {
        if (best.key > 0) {
            found.add(new Candidate(centre, places, best.cases, best.measure, best.from, best.to, best.llr, best.key));
        }
        best = Candidate.NONE;
    }

    /** The most unusual ones, none of which shares a place with another. */
    List<Candidate> apart(ScanZones zones, int most) {
        found.sort(Comparator.comparingLong(Candidate::key)
                .reversed()
                .thenComparingInt(Candidate::places)
                .thenComparingInt(Candidate::centre));
        int[] free = new int[zones.outwards().length];
        Arrays.setAll(free, c -> zones.outwards()[c].length);
        List<Candidate> apart = new ArrayList<>();
        for (Candidate candidate : found) {
            if (apart.size() == most) {
                break;
            }
            if (candidate.places <= free[candidate.centre]) {
                apart.add(candidate);
                take(zones, candidate, free);
            }
        }
        return apart;
    }

    /** For each centre, how many places outwards are still untaken. */
    private static void take(ScanZones zones, Candidate candidate, int[] free) {
        boolean[] taken = new boolean[free.length];
        for (int place : zones.members(candidate.centre, candidate.places)) {
            taken[place] = true;
        }
        for (int c = 0; c < free.length; c++) {
            int[] order = zones.outwards()[c];
            int k = 0;
            while (k < free[c] && !taken[order[k] < 0 ? ~order[k] : order[k]]) {
                k++;
            }
            free[c] = k;
        }
    }
}
