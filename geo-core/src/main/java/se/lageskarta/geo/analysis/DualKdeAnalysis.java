package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import se.lageskarta.geo.density.DualDensity;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.stats.FalseDiscovery;

/**
 * Where incidents are more than what they are set against explains: buildings, addresses or lamps of the base map, or
 * the places felt to be unsafe. Squares where next to nothing stands behind either number have no value.
 */
final class DualKdeAnalysis implements Analysis {
    private static final int LEAST_ROWS = 30;
    private static final int LEAST_BEHIND = 3;
    private static final double CELL_METRES = 100;
    private static final double QUARTIC_METRES = 500;
    private static final String MARKS = "marks";
    /** What people live in, work in or pass, the best base first. */
    private static final List<String> ROLES = List.of("addresses", "buildings", "lamps", "places");

    @Override
    public String name() {
        return "dual-kde";
    }

    @Override
    public Topic topic() {
        return Topic.WHERE;
    }

    @Override
    public Needs needs() {
        return Needs.INCIDENTS;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.word(
                        "against",
                        Stream.concat(ROLES.stream(), Stream.of(MARKS)).toList()),
                KdeAnalysis.KERNEL,
                Setting.number("bandwidth", "m", 25, 50_000),
                Setting.number("cell", "m", 25, 20_000),
                Setting.number("floor", "1/km2", 0, 1e6));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.places(question).size();
        if (rows < LEAST_ROWS) {
            return Suits.tooFew(rows, LEAST_ROWS);
        }
        if (base(question) == null) {
            return Suits.unsuited(
                    "Behöver något att ställa mot: adresser, byggnader eller lyktor i baskartan, eller minst "
                            + LEAST_ROWS + " otrygga platser.",
                    "Needs something to set against: addresses, buildings or lamps of the base map, or at least "
                            + LEAST_ROWS + " unsafe places.");
        }
        return Suits.possible(
                "Visar var det händer mer än underlaget förklarar; underlaget är aldrig alla som rör sig där.",
                "Shows where more happens than the base explains; the base is never everybody who passes.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.places(question);
        return usable.size() < LEAST_ROWS
                ? usable.size()
                : 2_000_000_000L + 5_000L * usable.size() + (question.boundary() == null ? 0 : 1_000_000_000L);
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.places(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        String named = chosen.has("against") ? chosen.word("against", MARKS) : base(question);
        DualDensity.Sample against = named == null ? NOBODY : sample(question, named);
        if (usable.size() < LEAST_ROWS || named == null || against.x().length < LEAST_ROWS) {
            return tooFew(answer, usable.size(), against.x().length);
        }
        Kernel kernel = KdeAnalysis.kernel(chosen);
        double usual = Math.rint(QUARTIC_METRES * Kernel.QUARTIC.sigma() / kernel.sigma());
        KernelDensity method = new KernelDensity(kernel, chosen.number("bandwidth", usual));
        CountedCells cells = CountedCells.of(question, usable, chosen, CELL_METRES);
        Grid grid = cells.area().grid();
        Geometry boundary = cells.bounded() ? question.boundary() : null;
        KdeAnalysis.stopIf(stop);
        DualDensity.Sample incidents = new DualDensity.Sample(usable.x(), usable.y(), null);
        DualDensity dual = DualDensity.on(method, incidents, against, grid, boundary);
        KdeAnalysis.stopIf(stop);
        double floor = chosen.number("floor", floor(against, cells, grid));
        describe(
                answer,
                new Squares(
                        grid,
                        dual.relativeRisk(floor),
                        dual.tolerance(floor),
                        method.reach(usable.x(), usable.y(), grid),
                        method.reach(against.x(), against.y(), grid)),
                dual,
                named);
        answer.parameter(
                        "against",
                        named,
                        "",
                        !chosen.has("against"),
                        new Words(
                                "Det som bäst säger var folk är, av det som finns inläst.",
                                "What tells best where people are, of what has been imported."))
                .parameter(
                        "kernel",
                        kernel.code(),
                        "",
                        !chosen.has("kernel"),
                        new Words("Samma för båda.", "The same for both."))
                .parameter(
                        "bandwidth",
                        method.bandwidthMetres(),
                        "m",
                        !chosen.has("bandwidth"),
                        new Words(
                                "Bredare än värmekartans: en kvot av två tal är osäkrare än ett.",
                                "Wider than the heat map's: a ratio of two numbers is less sure than one."))
                .parameter(
                        "floor",
                        floor,
                        "1/km²",
                        !chosen.has("floor"),
                        new Words(
                                "En tiondel av underlagets medeltal: under det är kvoten nästan noll delat med nästan"
                                        + " noll.",
                                "A tenth of the base's mean: below it the ratio is next to nothing by next to nothing."));
        cells.describe(answer, usable, chosen);
        return answer.build();
    }

    private static final DualDensity.Sample NOBODY = new DualDensity.Sample(new double[0], new double[0], null);

    private static Words wordsOf(String role) {
        return switch (role) {
            case "addresses" -> new Words("adresser", "addresses");
            case "buildings" -> new Words("byggnader", "buildings");
            case "lamps" -> new Words("gatubelysning", "street lamps");
            case "places" -> new Words("namngivna platser", "named places");
            default -> new Words("otrygga platser", "unsafe places");
        };
    }

    /** What there is enough of to set incidents against, null for nothing. */
    private static @Nullable String base(AnalysisQuestion question) {
        for (String role : ROLES) {
            if (question.surroundings().containsKey(role)
                    && Objects.requireNonNullElse(question.surroundings().get(role), List.of())
                                    .size()
                            >= LEAST_ROWS) {
                return role;
            }
        }
        return Usable.marks(question).size() >= LEAST_ROWS ? MARKS : null;
    }

    private static DualDensity.Sample sample(AnalysisQuestion question, String named) {
        if (named.equals(MARKS)) {
            Usable marks = Usable.marks(question);
            return new DualDensity.Sample(marks.x(), marks.y(), null);
        }
        List<Point> points =
                Objects.requireNonNullElse(question.surroundings().get(named), List.<Geometry>of()).stream()
                        .filter(geometry -> !geometry.isEmpty())
                        .map(Geometry::getCentroid)
                        .toList();
        return new DualDensity.Sample(
                points.stream().mapToDouble(Point::getX).toArray(),
                points.stream().mapToDouble(Point::getY).toArray(),
                null);
    }

    private static double floor(DualDensity.Sample against, CountedCells cells, Grid grid) {
        return against.total() / (cells.size() * grid.cellKm2()) / 10;
    }

    private AnalysisResult tooFew(AnalysisResult.Builder answer, int incidents, int against) {
        return answer.status(AnalysisResult.Status.TOO_FEW)
                .headline("För få för att ställa mot varandra.", "Too few to set against each other.")
                .sentence(
                        incidents + " händelser mot " + against + "; det krävs minst " + LEAST_ROWS + " av båda.",
                        incidents + " incidents against " + against + "; it takes at least " + LEAST_ROWS + " of both.")
                .build();
    }

    /** What was found, one a cell of the grid; NaN where there is no value. */
    private record Squares(Grid grid, double[] risk, double[] tolerance, int[] incidents, int[] against) {
        /** Cells with a value and enough behind it. */
        int[] shown() {
            return IntStream.range(0, grid.cells())
                    .filter(i -> Double.isFinite(risk[i]) && incidents[i] + against[i] >= LEAST_BEHIND)
                    .toArray();
        }
    }

    private static void describe(AnalysisResult.Builder answer, Squares squares, DualDensity dual, String named) {
        int[] shown = squares.shown();
        double[] chance = Arrays.stream(shown)
                .mapToDouble(i -> Math.min(1, 2 * Math.min(squares.tolerance[i], 1 - squares.tolerance[i])))
                .toArray();
        double[] adjusted = FalseDiscovery.benjaminiHochberg(chance);
        String[] classes = new String[shown.length];
        int high = 0;
        int low = 0;
        for (int k = 0; k < shown.length; k++) {
            boolean sure = adjusted[k] <= 0.05;
            boolean more = squares.risk[shown[k]] > 1;
            boolean backed = squares.incidents[shown[k]] >= LEAST_BEHIND;
            classes[k] = !sure || more && !backed ? "none" : more ? "raised" : "lowered";
            high += classes[k].equals("raised") ? 1 : 0;
            low += classes[k].equals("lowered") ? 1 : 0;
        }
        Grid grid = squares.grid;
        double km2 = high * grid.cellKm2();
        answer.status(high + low == 0 ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(headline(km2, high, low))
                .sentence(
                        "Händelsernas täthet delas med underlagets ("
                                + wordsOf(named).sv() + "), båda som andel av sitt antal: 1 är"
                                + " väntat. Säkert betyder att slumpen sällan ger så mycket, rättat för många rutor (FDR).",
                        "The density of incidents is divided by that of the base ("
                                + wordsOf(named).en()
                                + "), each as a share of its"
                                + " number: 1 is expected. Sure means that chance seldom gives as much, corrected for"
                                + " many squares (FDR).")
                .figure(
                        "maxRelativeRisk",
                        Arrays.stream(shown).mapToDouble(i -> squares.risk[i]).max().stream()
                                .boxed()
                                .findFirst()
                                .orElse(null))
                .figure("raisedKm2", km2)
                .figure("loweredKm2", low * grid.cellKm2())
                .figure("squaresWithValue", shown.length)
                .advice(new Words(
                        "Risken gäller mot det valda underlaget. Ett torg har få adresser men många besökare: hög risk"
                                + " där betyder inte farligt.",
                        "The risk is against the chosen base. A square has few addresses but many visitors: a high risk"
                                + " there does not mean dangerous."))
                .raster(grid, squares.risk, "relative risk")
                .places(
                        List.of("class", "risk", "p", "pFdr", "incidentsPerKm2", "basePerKm2", "incidents", "base"),
                        shown.length,
                        k -> new Object[] {
                            classes[k],
                            squares.risk[shown[k]],
                            chance[k],
                            adjusted[k],
                            dual.first()[shown[k]],
                            dual.second()[shown[k]],
                            squares.incidents[shown[k]],
                            squares.against[shown[k]]
                        },
                        k -> Places.square(
                                grid.x0() + shown[k] % grid.nx() * grid.cellMetres(),
                                grid.y0() + shown[k] / grid.nx() * grid.cellMetres(),
                                grid.cellMetres()));
    }

    private static Words headline(double km2, int high, int low) {
        if (high == 0) {
            return low == 0
                    ? new Words(
                            "Ingen plats har säkert mer eller mindre än underlaget förklarar.",
                            "No place has surely more or less than the base explains.")
                    : new Words(
                            "Ingen plats har säkert mer än underlaget förklarar; några har mindre.",
                            "No place has surely more than the base explains; some have less.");
        }
        String area = String.format(Locale.ROOT, km2 < 1 ? "%.2f" : "%.1f", km2);
        return new Words(
                area.replace('.', ',') + " km² har säkert mer än underlaget förklarar.",
                area + " km² have surely more than the base explains.");
    }
}
