package se.lageskarta.geo.stats;

/**
 * Hotspots through time: G* of each place at each step against the whole cube of places and steps, and the trend
 * of each place's z (emerging hot spot analysis).
 *
 * <p>The neighbourhood of a place at a step is the place and its neighbours at that step and at the one before
 * (at the first step, that step only); mean and deviation are those of all places and steps; the trend is
 * {@link MannKendall} on z. What a story is called is said by {@link EmergingPattern}. O(steps · places · rows
 * of the neighbourhood + places · steps²).
 *
 * <p>Known limits: fewer than {@link #LEAST_STEPS} steps say nothing about a trend; below about
 * {@link #LEAST_INCIDENTS} incidents most cells hold 0 or 1 a step and the categories are noise; z of
 * neighbouring steps share a step, so the trend's p is somewhat too small; normal p as for {@link GiStar}.
 *
 * @param mean over all places and steps
 * @param deviation likewise, divided by n
 * @param z by step, then place
 * @param trend of z, one a place
 */
public record EmergingHotspots(double mean, double deviation, double[][] z, MannKendall[] trend) {
    /** Steps below which no trend is told. */
    public static final int LEAST_STEPS = 10;
    /** Incidents below which a map of patterns is noise. */
    public static final int LEAST_INCIDENTS = 5_000;

    /**
     * @param value by step, oldest first, then one finite value a place; {@link #LEAST_STEPS} steps or more
     */
    public static EmergingHotspots of(Neighbours neighbours, double[][] value) {
        int steps = value.length;
        int places = neighbours.size();
        if (steps < LEAST_STEPS) {
            throw new IllegalArgumentException(
                    "value has " + steps + " steps, but must have " + LEAST_STEPS + " or more");
        }
        double[] all = new double[steps * places];
        double[][] sums = new double[steps][];
        for (int t = 0; t < steps; t++) {
            sums[t] = neighbours.sumsWithSelf(value[t]);
            System.arraycopy(value[t], 0, all, t * places, places);
        }
        double mean = GiStar.mean(all);
        double deviation = GiStar.deviation(all, mean);
        double[][] z = new double[steps][];
        for (int t = 0; t < steps; t++) {
            double[] sum = sums[t].clone();
            int[] cells = new int[places];
            for (int i = 0; i < places; i++) {
                cells[i] = (neighbours.counts()[i] + 1) * (t == 0 ? 1 : 2);
                sum[i] += t == 0 ? 0 : sums[t - 1][i];
            }
            z[t] = GiStar.scores(sum, cells, mean, deviation, all.length);
        }
        return new EmergingHotspots(mean, deviation, z, trends(z, places));
    }

    private static MannKendall[] trends(double[][] z, int places) {
        MannKendall[] trend = new MannKendall[places];
        double[] series = new double[z.length];
        for (int i = 0; i < places; i++) {
            for (int t = 0; t < z.length; t++) {
                series[t] = z[t][i];
            }
            trend[i] = MannKendall.of(series);
        }
        return trend;
    }

    /** Two-sided normal probabilities, by step, then place. */
    public double[][] p() {
        double[][] p = new double[z.length][];
        for (int t = 0; t < p.length; t++) {
            p[t] = GiStar.twoSided(z[t]);
        }
        return p;
    }

    /** {@link #p} corrected by {@link FalseDiscovery#benjaminiHochberg} over all places and steps. */
    public double[][] q() {
        double[][] p = p();
        int places = trend.length;
        double[] all = new double[p.length * places];
        for (int t = 0; t < p.length; t++) {
            System.arraycopy(p[t], 0, all, t * places, places);
        }
        all = FalseDiscovery.benjaminiHochberg(all);
        for (int t = 0; t < p.length; t++) {
            System.arraycopy(all, t * places, p[t], 0, places);
        }
        return p;
    }

    /**
     * Each place's story.
     *
     * @param probability {@link #p} or {@link #q}
     * @param significance a step is hot or cold, and a trend is one, below this; above 0 and below 1
     */
    public EmergingPattern[] patterns(double[][] probability, double significance) {
        EmergingPattern[] patterns = new EmergingPattern[trend.length];
        for (int i = 0; i < patterns.length; i++) {
            int rise = trend[i].p() < significance ? (int) Math.signum(trend[i].z()) : 0;
            patterns[i] = EmergingPattern.of(story(i, probability, significance), rise);
        }
        return patterns;
    }

    /** A place's steps: 1 hot, −1 cold, 0 neither. */
    public int[] story(int place, double[][] probability, double significance) {
        if (!(significance > 0 && significance < 1)) {
            throw new IllegalArgumentException("significance is " + significance + ", but must be above 0 and below 1");
        }
        int[] steps = new int[z.length];
        for (int t = 0; t < steps.length; t++) {
            steps[t] = probability[t][place] < significance ? (int) Math.signum(z[t][place]) : 0;
        }
        return steps;
    }
}
