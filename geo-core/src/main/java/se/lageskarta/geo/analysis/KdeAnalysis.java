package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.density.AdaptiveBandwidth;
import se.lageskarta.geo.density.DensitySurface;
import se.lageskarta.geo.density.EdgeCorrection;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.survey.UnsafePlace;

/** How densely incidents lie, smoothed: the heat map as numbers, corrected at the boundary when there is one. */
final class KdeAnalysis implements Analysis {
    static final String UNIT = "incidents/km²";
    static final Setting KERNEL = Setting.word(
            "kernel", Arrays.stream(Kernel.values()).map(Kernel::code).toList());

    private static final int LEAST_ROWS = 3;
    private static final int ENOUGH_ROWS = 30;
    private static final int HOT_MULTIPLE = 3;
    /** Limits of the colours, in times the mean (Milic et al. 2019), as the heat map has them. */
    private static final int[] MULTIPLES = {1, 3, 5, 10};
    /** So small that only the limit of cells stops it, which tells how many there would have been. */
    private static final double SMALLEST_METRES = 1e-4;

    private static final double CELLS_A_BANDWIDTH = 8;
    /** With more cells than these, larger ones are taken. */
    private static final double COMFORTABLE_CELLS = 1_000_000;
    /** Sides to choose from, metres. */
    private static final double[] SIDES = {
        5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000
    };

    @Override
    public String name() {
        return "kde";
    }

    @Override
    public Topic topic() {
        return Topic.WHERE;
    }

    @Override
    public Needs needs() {
        return Needs.EITHER;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                KERNEL,
                ChosenBandwidth.BANDWIDTH,
                ChosenBandwidth.RULE,
                Setting.number("cell", "m", SMALLEST_METRES, 100_000),
                Setting.word(
                        "edge",
                        Arrays.stream(EdgeCorrection.values())
                                .map(EdgeCorrection::code)
                                .toList()),
                Setting.flag("adaptive"),
                Setting.flag("weights"));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.either(question).size();
        if (rows < LEAST_ROWS) {
            return Suits.tooFew(rows, LEAST_ROWS);
        }
        return rows < ENOUGH_ROWS
                ? Suits.possible(
                        "Få rader: ytan visar varje händelse för sig.", "Few rows: the surface shows each incident.")
                : Suits.recommended(
                        "Visar hur tätt det är, i händelser per km².", "Shows how dense it is, in incidents per km².");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.either(question);
        if (usable.size() < LEAST_ROWS) {
            return usable.size();
        }
        Kernel kernel = kernel(chosen);
        double bandwidth = chosen.number("bandwidth", ChosenBandwidth.fixed(kernel));
        double widest = bandwidth * (chosen.flag("adaptive", false) ? 2 : 1);
        Grid grid = grid(usable, kernel, bandwidth, widest, chosen);
        double across = Math.min(2 * kernel.reach() * bandwidth / grid.cellMetres() + 2, grid.nx() + 2.0);
        double surface = isVarying(usable, chosen)
                ? usable.size() * across * across
                : new KernelDensity(kernel, bandwidth).effort(usable.size(), grid);
        double likelihood = chosen.word("rule", "fixed").equals("likelihood") ? 3e9 : 0;
        double edge = question.boundary() == null ? 0 : 10_000.0 * (usable.size() + grid.cells() / 2.0);
        double pilot = chosen.flag("adaptive", false) ? 5.0 * usable.size() * usable.size() : 0;
        return (long) (surface + likelihood + edge + pilot);
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS) {
            return answer.status(AnalysisResult.Status.TOO_FEW)
                    .headline("För få för en yta.", "Too few for a surface.")
                    .sentence(
                            usable.size() + " rader; det krävs minst " + LEAST_ROWS + ".",
                            usable.size() + " rows; it takes at least " + LEAST_ROWS + ".")
                    .build();
        }
        Kernel kernel = kernel(chosen);
        boolean spread = ChosenBandwidth.hasExtent(usable.x(), usable.y());
        if (!spread && chosen.word("rule", "fixed").equals("likelihood")) {
            throw new IllegalArgumentException(
                    "rule is likelihood, but must be fixed where all rows lie in one place or in line");
        }
        ChosenBandwidth bandwidth = ChosenBandwidth.of(chosen, kernel, usable.x(), usable.y(), question.boundary());
        KernelDensity method = new KernelDensity(kernel, bandwidth.metres());
        double[] widths = widths(usable, chosen, method);
        double widest = widths == null
                ? bandwidth.metres()
                : Arrays.stream(widths).max().orElse(0);
        Grid grid = grid(usable, kernel, bandwidth.metres(), widest, chosen);
        EdgeCorrection edge = edge(question, usable, chosen, answer);
        stopIf(stop);
        DensitySurface surface = surface(question, usable, chosen, method, widths, grid, edge);
        stopIf(stop);
        describe(answer, usable, surface, method);
        parameters(answer, chosen, kernel, bandwidth, grid);
        return answer.build();
    }

    static Kernel kernel(Chosen chosen) {
        return Kernel.parse(chosen.word("kernel", Kernel.QUARTIC.code()));
    }

    static void stopIf(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private static boolean isVarying(Usable usable, Chosen chosen) {
        return chosen.flag("adaptive", false)
                || usable.unsafePlaces().stream().anyMatch(mark -> mark.radiusMetres() > 0);
    }

    /** A bandwidth for each row when they differ. */
    private static double @Nullable [] widths(Usable usable, Chosen chosen, KernelDensity method) {
        if (chosen.flag("adaptive", false)) {
            return AdaptiveBandwidth.abramson(method, usable.x(), usable.y(), weight(usable, chosen));
        }
        return isVarying(usable, chosen)
                ? AdaptiveBandwidth.ofDrawnMarks(
                        method.bandwidthMetres(),
                        usable.unsafePlaces().stream()
                                .mapToDouble(UnsafePlace::radiusMetres)
                                .toArray())
                : null;
    }

    private static double @Nullable [] weight(Usable usable, Chosen chosen) {
        return chosen.flag("weights", false) ? usable.weight() : null;
    }

    private static DensitySurface surface(
            AnalysisQuestion question,
            Usable usable,
            Chosen chosen,
            KernelDensity method,
            double @Nullable [] widths,
            Grid grid,
            EdgeCorrection edge) {
        double[] x = usable.x();
        double[] y = usable.y();
        double[] weight = weight(usable, chosen);
        if (widths != null) {
            return method.fit(x, y, weight, widths, grid);
        }
        Geometry boundary = question.boundary();
        return boundary == null || edge == EdgeCorrection.NONE
                ? method.fit(x, y, weight, grid)
                : method.fit(x, y, weight, grid, edge, boundary);
    }

    /** The correction that is made, and in the answer why. */
    private static EdgeCorrection edge(
            AnalysisQuestion question, Usable usable, Chosen chosen, AnalysisResult.Builder answer) {
        boolean varying = isVarying(usable, chosen);
        EdgeCorrection possible = question.boundary() == null || varying ? EdgeCorrection.NONE : EdgeCorrection.DIGGLE;
        EdgeCorrection asked = EdgeCorrection.parse(chosen.word("edge", possible.code()));
        if (asked != EdgeCorrection.NONE && possible == EdgeCorrection.NONE) {
            throw new IllegalArgumentException("edge is " + asked.code() + ", but must be none "
                    + (varying ? "with bandwidths that vary" : "without a boundary"));
        }
        answer.parameter("edge", asked.code(), "", !chosen.has("edge"), why(question.boundary(), varying, asked));
        return asked;
    }

    private static Words why(@Nullable Geometry boundary, boolean varying, EdgeCorrection edge) {
        if (varying) {
            return new Words(
                    "Utjämningen är olika för olika rader; då görs ingen rättelse vid gränsen.",
                    "Rows are smoothed over different distances; then nothing is corrected at the boundary.");
        }
        if (boundary == null) {
            return new Words(
                    "Ingen gräns är känd: läs in en baskarta med kommunens gräns för att rätta vid den.",
                    "No boundary is known: import a base map with the municipality's boundary to correct at it.");
        }
        return switch (edge) {
            case NONE ->
                new Words(
                        "Det som jämnas ut över gränsen försvinner: platser vid gränsen ser lugnare ut än de är.",
                        "What is smoothed across the boundary is lost: places near it look calmer than they are.");
            case UNIFORM ->
                new Words(
                        "Varje värde delas med den del av kärnan som ligger innanför gränsen.",
                        "Each value is divided by the part of the kernel inside the boundary.");
            case DIGGLE ->
                new Words(
                        "Varje händelse delas med den del av kärnan som ligger innanför; ytan rymmer då precis alla.",
                        "Each incident is divided by the part of the kernel inside; the surface then holds exactly all"
                                + " of them.");
        };
    }

    /** @param widest bandwidth of any row, metres */
    private static Grid grid(Usable usable, Kernel kernel, double bandwidth, double widest, Chosen chosen) {
        double reach = widest * Math.min(3, kernel.reach());
        double west = Arrays.stream(usable.x()).min().orElseThrow() - reach;
        double east = Arrays.stream(usable.x()).max().orElseThrow() + reach;
        double south = Arrays.stream(usable.y()).min().orElseThrow() - reach;
        double north = Arrays.stream(usable.y()).max().orElseThrow() + reach;
        double cell = chosen.number("cell", comfortable(east - west, north - south, bandwidth));
        return Grid.covering(west, south, east, north, cell);
    }

    private static double comfortable(double width, double height, double bandwidth) {
        for (double side : SIDES) {
            if (side >= bandwidth / CELLS_A_BANDWIDTH
                    && (width / side + 1) * (height / side + 1) <= COMFORTABLE_CELLS) {
                return side;
            }
        }
        return SIDES[SIDES.length - 1];
    }

    private void describe(AnalysisResult.Builder answer, Usable usable, DensitySurface surface, KernelDensity method) {
        Grid grid = surface.grid();
        double[] value = surface.value();
        int[] reach = method.reach(usable.x(), usable.y(), grid);
        int[] cells = IntStream.range(0, grid.cells()).filter(i -> value[i] > 0).toArray();
        double mean = surface.meanOfPositive();
        double hotKm2 = Arrays.stream(cells)
                        .filter(i -> value[i] >= HOT_MULTIPLE * mean && reach[i] >= LEAST_ROWS)
                        .count()
                * grid.cellKm2();
        int peak = Arrays.stream(cells).reduce(0, (best, i) -> value[i] > value[best] ? i : best);
        boolean found = hotKm2 > 0;
        answer.status(found ? AnalysisResult.Status.OK : AnalysisResult.Status.NOTHING_FOUND)
                .headline(headline(surface, mean, hotKm2, reach[peak]))
                .sentence(
                        "Varje rad sprids ut över sin omgivning; värdet i en ruta är händelser per km² vid rutans"
                                + " mittpunkt. " + (usable.n() - usable.size()) + " av " + usable.n()
                                + " rader saknar tillräckligt säkert läge.",
                        "Each row is spread over its surroundings; a square's value is incidents per km² at its centre. "
                                + (usable.n() - usable.size()) + " of " + usable.n()
                                + " rows have no place that is sure enough.")
                .figure("maxPerKm2", surface.max())
                .figure("meanOfPositivePerKm2", mean)
                .figure("incidentsUnderSurface", surface.integral())
                .figure("hotKm2", hotKm2)
                .figure("peakX", grid.centreX(peak % grid.nx()))
                .figure("peakY", grid.centreY(peak / grid.nx()))
                .figure("incidentsAtPeak", reach[peak])
                .raster(grid, value, UNIT)
                .places(
                        List.of("row", "col", "x", "y", "value", "incidents", "class"),
                        cells.length,
                        i -> new Object[] {
                            cells[i] / grid.nx(),
                            cells[i] % grid.nx(),
                            grid.centreX(cells[i] % grid.nx()),
                            grid.centreY(cells[i] / grid.nx()),
                            value[cells[i]],
                            reach[cells[i]],
                            classOf(value[cells[i]] / mean, reach[cells[i]])
                        },
                        i -> Places.square(
                                grid.x0() + cells[i] % grid.nx() * grid.cellMetres(),
                                grid.y0() + cells[i] / grid.nx() * grid.cellMetres(),
                                grid.cellMetres()));
    }

    /** How many times the mean, as the heat map's colours; thin where too few stand behind the value to say so. */
    private static String classOf(double timesMean, int incidents) {
        if (incidents < LEAST_ROWS) {
            return "thin";
        }
        int step =
                Arrays.stream(MULTIPLES).filter(each -> timesMean >= each).max().orElse(0);
        return step == 0 ? "below-mean" : "mean-" + step;
    }

    private static Words headline(DensitySurface surface, double mean, double hotKm2, int atPeak) {
        if (hotKm2 == 0) {
            return new Words(
                    "Ingen plats är minst tre gånger så tät som medeltalet med minst tre händelser bakom.",
                    "No place is at least three times as dense as the mean with at least three incidents behind it.");
        }
        String times = String.format(Locale.ROOT, "%.0f", surface.max() / mean);
        String area = String.format(Locale.ROOT, hotKm2 < 1 ? "%.2f" : "%.1f", hotKm2);
        return new Words(
                "Tätast är " + times + " gånger medeltalet, med " + atPeak + " händelser inom räckhåll; "
                        + area.replace('.', ',') + " km² är minst tre gånger medeltalet.",
                "The densest place is " + times + " times the mean, with " + atPeak + " incidents in reach; " + area
                        + " km² are at least three times the mean.");
    }

    private static void parameters(
            AnalysisResult.Builder answer, Chosen chosen, Kernel kernel, ChosenBandwidth bandwidth, Grid grid) {
        answer.parameter(
                        "kernel",
                        kernel.code(),
                        "",
                        !chosen.has("kernel"),
                        new Words(
                                "Kvartisk avtar mjukt till noll på bandbreddens avstånd; formen betyder mindre än"
                                        + " avståndet.",
                                "Quartic falls softly to nothing at the bandwidth; the shape matters less than the"
                                        + " distance."))
                .parameter("bandwidth", bandwidth.metres(), "m", bandwidth.automatic(), bandwidth.why())
                .parameter(
                        "cell",
                        grid.cellMetres(),
                        "m",
                        !chosen.has("cell"),
                        new Words(
                                "Minst åtta rutor per bandbredd, större när området är mycket stort; det påverkar bara"
                                        + " bildens skärpa.",
                                "At least eight squares a bandwidth, larger when the area is very large; it only changes"
                                        + " how sharp the picture is."));
    }
}
