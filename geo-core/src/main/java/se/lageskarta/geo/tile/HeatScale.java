package se.lageskarta.geo.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.density.CorrectedDensity;
import se.lageskarta.geo.density.DensitySurface;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.grid.Grid;

/**
 * Colours of a heat surface: classes that begin at 1, 3, 5 and 10 times the mean of the places that have any
 * density; below the mean nothing is drawn, from three times the mean it is a hotspot (Milic et al. 2019).
 * One scale a filter and bandwidth, the same for all its tiles and for the legend.
 *
 * @param mean incidents per square kilometre, 0 when there are none
 * @param bandwidthMetres of the surface the mean was taken from
 */
public record HeatScale(double mean, double bandwidthMetres) {
    /** Where classes begin, in multiples of the mean. */
    public static final List<Integer> MULTIPLES = List.of(1, 3, 5, 10);
    /** Cells of the surface that the mean is taken from: enough for three digits. */
    private static final int MEAN_CELLS = 1_000_000;

    private static final int CELLS_A_BANDWIDTH = 4;

    /** Red, green, blue and opacity of each class: light to dark, told apart in grey and by the colour-blind. */
    private static final int[] COLOURS = {0xfed976a0, 0xfd8d3cb4, 0xe31a1cc8, 0x800026d2};

    public HeatScale {
        if (!(mean >= 0) || Double.isInfinite(mean)) {
            throw new IllegalArgumentException("mean is " + mean + ", but must be 0 or more");
        }
    }

    /**
     * One line of a legend.
     *
     * @param from incidents per square kilometre, included
     * @param to excluded; null for the last class
     * @param multiple of the mean that the class begins at
     * @param colour like {@code #fed976}
     * @param opacity 0 to 1
     */
    public record HeatClass(double from, @Nullable Double to, int multiple, String colour, double opacity) {}

    /**
     * The scale of a set of incidents.
     *
     * @param x metres east; empty gives a mean of 0
     * @param y metres north
     */
    public static HeatScale of(double[] x, double[] y, double @Nullable [] weight, KernelDensity density) {
        return x.length == 0
                ? new HeatScale(0, density.bandwidthMetres())
                : of(density, density.fit(x, y, weight, grid(x, y, density)));
    }

    /**
     * The scale of a set of incidents corrected at a boundary.
     *
     * @param weight what each incident counts there
     */
    public static HeatScale of(double[] x, double[] y, double[] weight, CorrectedDensity density) {
        return x.length == 0
                ? new HeatScale(0, density.method().bandwidthMetres())
                : of(density.method(), density.fit(x, y, weight, grid(x, y, density.method())));
    }

    private static HeatScale of(KernelDensity density, DensitySurface surface) {
        return new HeatScale(surface.meanOfPositive(), density.bandwidthMetres());
    }

    private static Grid grid(double[] x, double[] y, KernelDensity density) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            west = Math.min(west, x[i]);
            east = Math.max(east, x[i]);
            south = Math.min(south, y[i]);
            north = Math.max(north, y[i]);
        }
        double margin = density.bandwidthMetres();
        double width = east - west + 2 * margin;
        double height = north - south + 2 * margin;
        double cell = Math.max(margin / CELLS_A_BANDWIDTH, Math.sqrt(width * height / MEAN_CELLS));
        cell = Math.max(cell, Math.max(width, height) / MEAN_CELLS);
        return Grid.covering(west - margin, south - margin, east + margin, north + margin, cell);
    }

    /** Lower end of every class, incidents per square kilometre. */
    public double[] breaks() {
        return MULTIPLES.stream().mapToDouble(multiple -> multiple * mean).toArray();
    }

    /** The classes, lowest first. */
    public List<HeatClass> classes() {
        List<HeatClass> classes = new ArrayList<>();
        double[] breaks = breaks();
        for (int i = 0; i < breaks.length; i++) {
            classes.add(new HeatClass(
                    breaks[i],
                    i + 1 < breaks.length ? breaks[i + 1] : null,
                    MULTIPLES.get(i),
                    String.format(Locale.ROOT, "#%06x", COLOURS[i] >>> 8),
                    Math.round((COLOURS[i] & 0xff) / 2.55) / 100.0));
        }
        return classes;
    }

    /** Number of the class of a value, 1 for the lowest; 0 for nothing. */
    int classOf(double density) {
        if (mean == 0) {
            return 0;
        }
        double multiple = density / mean;
        return multiple < 1 ? 0 : multiple < 3 ? 1 : multiple < 5 ? 2 : multiple < 10 ? 3 : 4;
    }

    /** Palette of RGBA values: 0 is nothing. */
    static int[] palette() {
        int[] palette = new int[COLOURS.length + 1];
        System.arraycopy(COLOURS, 0, palette, 1, COLOURS.length);
        return palette;
    }
}
