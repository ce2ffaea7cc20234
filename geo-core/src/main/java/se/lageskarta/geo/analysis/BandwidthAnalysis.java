package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.density.AxisBandwidth;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.MatrixBandwidth;
import se.lageskarta.geo.density.PointSpread;
import se.lageskarta.geo.density.WindowBandwidth;

/** All rules of how far a heat map should smooth, side by side, and which to take. */
final class BandwidthAnalysis implements Analysis {
    private static final int LEAST_ROWS = 30;
    /** The rules that compare all pairs look at no more rows than these. */
    private static final int MOST_ROWS = 3_000;

    @Override
    public String name() {
        return "bandwidth";
    }

    @Override
    public Topic topic() {
        return Topic.CHECK;
    }

    @Override
    public Needs needs() {
        return Needs.EITHER;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.either(question).size();
        return rows < LEAST_ROWS
                ? Suits.tooFew(rows, LEAST_ROWS)
                : Suits.possible(
                        "Visar vad olika regler skulle välja; den fasta standarden duger för det mesta.",
                        "Shows what different rules would choose; the fixed default does for most things.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        long rows = Math.min(question.incidents().size() + question.marks().size(), MOST_ROWS);
        return 600 * rows * rows + 1_000L * question.incidents().size();
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS || !ChosenBandwidth.hasExtent(usable.x(), usable.y())) {
            return answer.status(AnalysisResult.Status.TOO_FEW)
                    .headline(
                            "För få olika lägen för att välja bandbredd.", "Too few places to choose a bandwidth from.")
                    .sentence(
                            usable.distinct() + " olika lägen; det krävs minst " + LEAST_ROWS
                                    + " rader som inte alla ligger på en linje.",
                            usable.distinct() + " different places; it takes at least " + LEAST_ROWS
                                    + " rows that do not all lie in line.")
                    .build();
        }
        List<@Nullable Object[]> rows = rules(question, usable, stop);
        double likeliest = (double) rows.stream()
                .filter(row -> "likelihood".equals(row[0]))
                .map(row -> (Object) row[1])
                .findFirst()
                .filter(Double.class::isInstance)
                .orElse(Double.NaN);
        double quartic = likeliest / Kernel.QUARTIC.sigma();
        answer.headline(headline(quartic))
                .sentence(
                        "Varje regel är ett standardavvikelsemått (σ) för en Gaussisk kärna; kvartisk kärna med samma"
                                + " utjämning når √8 ≈ 2,8 gånger så långt.",
                        "Each rule is a standard deviation (σ) of a Gaussian kernel; a quartic kernel as smooth reaches"
                                + " √8 ≈ 2.8 times as far.")
                .figure("recommendedQuarticMetres", ChosenBandwidth.QUARTIC_METRES)
                .figure("likelihoodQuarticMetres", Double.isFinite(quartic) ? quartic : null)
                .table("bandwidths", List.of("rule", "eastMetres", "northMetres", "quarticMetres", "remark"), rows)
                .advice(new Words(
                        "Tumreglerna (Silverman, Scott, ArcGIS) antar en enda kulle och suddar ihop orter; Berman–Diggle"
                                + " och korsvalidering med minsta kvadrat blir för smala när lägen är avrundade.",
                        "Rules of thumb (Silverman, Scott, ArcGIS) assume a single hump and blur towns together;"
                                + " Berman-Diggle and least-squares cross-validation become too narrow when positions are"
                                + " rounded."));
        if (usable.size() > MOST_ROWS) {
            answer.advice(new Words(
                    "De räknetunga reglerna bygger på ett jämnt urval av raderna.",
                    "The rules that take long are computed from an even selection of the rows."));
        }
        return answer.build();
    }

    private static Words headline(double quartic) {
        if (!Double.isFinite(quartic)) {
            return new Words(
                    "Behåll 200 m: ingen regel som ser flera kullar gav ett svar.",
                    "Keep 200 m: no rule that sees several humps gave an answer.");
        }
        String metres = ChosenBandwidth.metres(quartic);
        return quartic < 2 * ChosenBandwidth.QUARTIC_METRES
                ? new Words(
                        "Behåll 200 m: datan själv pekar mot " + metres + " (kvartisk kärna).",
                        "Keep 200 m: the data themselves point to " + metres + " (quartic kernel).")
                : new Words(
                        "200 m i orten; för hela kommunen pekar datan mot " + metres + " (kvartisk kärna).",
                        "200 m in town; for the whole municipality the data point to " + metres + " (quartic kernel).");
    }

    private static List<@Nullable Object[]> rules(AnalysisQuestion question, Usable usable, BooleanSupplier stop) {
        double[] x = usable.x();
        double[] y = usable.y();
        double[][] some = ChosenBandwidth.some(x, y, MOST_ROWS);
        double narrowing = Math.pow((double) some[0].length / x.length, 1 / 6.0);
        Geometry boundary = question.boundary();
        WindowBandwidth window =
                new WindowBandwidth(some[0], some[1], boundary == null ? WindowBandwidth.boxOf(x, y) : boundary);
        AxisBandwidth east = new AxisBandwidth(x);
        AxisBandwidth north = new AxisBandwidth(y);
        MatrixBandwidth both = new MatrixBandwidth(some[0], some[1]);
        List<@Nullable Object[]> rows = new ArrayList<>();
        double fixed = ChosenBandwidth.QUARTIC_METRES * Kernel.QUARTIC.sigma();
        rows.add(row(
                "fixed", fixed, fixed, new Words("Rekommenderas: lika över tid.", "Recommended: the same over time.")));
        add(rows, stop, "likelihood", () -> same(narrowing * window.likelihood()), TOWNS);
        add(rows, stop, "plug-in", () -> scaled(both.plugIn(), narrowing), TOWNS);
        add(rows, stop, "sheather-jones", () -> new double[] {east.sheatherJones(), north.sheatherJones()}, AXES);
        add(rows, stop, "sheather-jones-dpi", () -> new double[] {east.plugIn(), north.plugIn()}, AXES);
        add(rows, stop, "berman-diggle", () -> same(narrowing * window.bermanDiggle()), NARROW);
        add(rows, stop, "lscv", () -> scaled(both.crossValidated(), narrowing), NARROW);
        add(rows, stop, "ucv", () -> new double[] {east.crossValidated(), north.crossValidated()}, NARROW);
        add(rows, stop, "silverman-1d", () -> new double[] {east.silverman(), north.silverman()}, AXES);
        add(rows, stop, "scott-2d", () -> new double[] {east.scottInThePlane(), north.scottInThePlane()}, WIDE);
        add(rows, stop, "mass-nrd", () -> new double[] {east.wholeWidth(), north.wholeWidth()}, WIDE);
        add(rows, stop, "arcgis", () -> same(PointSpread.searchRadius(x, y) * Kernel.QUARTIC.sigma()), WIDE);
        add(rows, stop, "cronie-van-lieshout", () -> same(narrowing * window.cronieVanLieshout()), WIDE);
        return rows;
    }

    private static final Words TOWNS = new Words("Ser flera orter.", "Sees several towns.");
    private static final Words AXES = new Words("En axel i taget.", "One axis at a time.");
    private static final Words NARROW = new Words(
            "För smal när lägen är avrundade eller delade.", "Too narrow when positions are rounded or shared.");
    private static final Words WIDE = new Words("Suddar ihop orter.", "Blurs towns together.");

    private static void add(
            List<@Nullable Object[]> rows,
            BooleanSupplier stop,
            String rule,
            Supplier<double[]> bandwidth,
            Words remark) {
        KdeAnalysis.stopIf(stop);
        double[] found = bandwidth.get();
        rows.add(row(rule, found[0], found[1], remark));
    }

    private static @Nullable Object[] row(String rule, double east, double north, Words remark) {
        boolean usable = Arrays.stream(new double[] {east, north}).allMatch(h -> Double.isFinite(h) && h > 0);
        return usable
                ? new @Nullable Object[] {rule, east, north, Math.sqrt(east * north) / Kernel.QUARTIC.sigma(), remark}
                : new @Nullable Object[] {
                    rule, null, null, null, new Words("Ger inget svar för de här raderna.", "No answer for these rows.")
                };
    }

    private static double[] same(double metres) {
        return new double[] {metres, metres};
    }

    private static double[] scaled(double[] metres, double factor) {
        return new double[] {metres[0] * factor, metres[1] * factor};
    }
}
