package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import se.lageskarta.geo.stats.FalseDiscovery;
import se.lageskarta.geo.stats.GiStar;
import se.lageskarta.geo.stats.GridNeighbours;
import se.lageskarta.geo.stats.LocalMoran;

/**
 * Squares that stand out together with their surroundings (hot among hot, cold among cold) or against them: a
 * lone hot square, a quiet one beside the heat (local Moran's I).
 */
final class LocalMoranAnalysis implements Analysis {
    private static final int LEAST_ROWS = 30;
    private static final int LEAST_CELLS = 30;
    private static final double FALSE_ALARMS = 0.05;
    private static final List<String> CLASSES = List.of("high-high", "high-low", "low-high", "low-low", "none");

    @Override
    public String name() {
        return "local-moran";
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
        List<Setting> settings = new ArrayList<>(CountedCells.SETTINGS);
        settings.add(Setting.word("neighbours", List.of("queen", "rook", "disc")));
        settings.add(Setting.number("radius", "m", 25, 50_000));
        settings.add(Setting.word("significance", List.of("exact", "permutation", "normal")));
        settings.add(Setting.whole("permutations", "", 99, 99_999));
        return settings;
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.either(question).size();
        return rows < LEAST_ROWS
                ? Suits.tooFew(rows, LEAST_ROWS)
                : Suits.possible(
                        "Visar även lugna rutor intill heta; börja annars med säkra heta rutor (Gi*).",
                        "Shows quiet squares beside hot ones too; otherwise begin with sure hot squares (Gi*).");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.either(question);
        if (usable.size() < LEAST_ROWS) {
            return usable.size();
        }
        CountedCells cells = CountedCells.settled(question, usable, chosen);
        GridNeighbours neighbours = new GridNeighbours(cells.area(), GiStarAnalysis.shape(cells, chosen));
        return CellTails.Way.of(neighbours, cells.count(), chosen).effort(neighbours, cells.count());
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS) {
            return GiStarAnalysis.tooFew(answer, usable.size());
        }
        CountedCells cells = CountedCells.settled(question, usable, chosen);
        cells.describe(answer, usable, chosen);
        if (cells.counted() < LEAST_ROWS || cells.size() < LEAST_CELLS) {
            return GiStarAnalysis.tooFew(answer, Math.min(cells.counted(), cells.size()));
        }
        GridNeighbours neighbours = new GridNeighbours(cells.area(), GiStarAnalysis.shape(cells, chosen));
        LocalMoran moran = LocalMoran.of(neighbours, cells.count());
        double[] around = GiStar.withoutSelf(neighbours, cells.count());
        CellTails.Way way = CellTails.Way.of(neighbours, cells.count(), chosen);
        CellTails tails = CellTails.of(neighbours, cells.count(), around, way, question.seed(), stop);
        tails.describe(answer, chosen);
        double[] p = new double[cells.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = Double.isNaN(moran.z()[i]) ? Double.NaN : Math.min(1, 2 * Math.min(tails.high()[i], tails.low()[i]));
        }
        return describe(answer, cells, chosen, moran, tails, p, FalseDiscovery.benjaminiHochberg(p))
                .build();
    }

    private static AnalysisResult.Builder describe(
            AnalysisResult.Builder answer,
            CountedCells cells,
            Chosen chosen,
            LocalMoran moran,
            CellTails tails,
            double[] p,
            double[] q) {
        String[] classes = new String[p.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = q[i] <= FALSE_ALARMS ? word(moran.quadrant()[i]) : "none";
        }
        Map<String, Long> byClass = new LinkedHashMap<>();
        for (String each : CLASSES) {
            byClass.put(each, Arrays.stream(classes).filter(each::equals).count());
        }
        long sure = Arrays.stream(classes).filter(each -> !each.equals("none")).count();
        long hot = Arrays.stream(classes).filter("high-high"::equals).count();
        int side = (int) Math.round(cells.cellMetres());
        Words way = tails.way().words();
        int[] shown = IntStream.range(0, classes.length)
                .filter(i -> !classes[i].equals("none") || cells.count()[i] > 0)
                .toArray();
        return answer.status(sure == 0 ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(
                        sure == 0
                                ? new Words(
                                        "Ingen ruta skiljer sig säkert tillsammans med sin omgivning.",
                                        "No square surely stands out with its surroundings.")
                                : new Words(
                                        hot + " rutor är heta mitt bland heta; " + (sure - hot)
                                                + " avviker från sin omgivning eller är säkert lugna.",
                                        hot + " squares are hot among hot ones; " + (sure - hot)
                                                + " differ from their surroundings or are surely quiet."))
                .sentence(
                        "Varje ruta om " + side + " m jämförs med medelvärdet i grannrutorna (lokalt Morans I), med "
                                + way.sv() + ", korrigerat för " + cells.size() + " rutor (FDR 5 %).",
                        "Each square of " + side + " m is compared with the mean of its neighbours (local Moran's I),"
                                + " by " + way.en() + ", corrected for " + cells.size() + " squares (FDR 5 %).")
                .figure("classes", byClass)
                .places(
                        List.of("class", "count", "meanAround", "i", "z", "zConditional", "p", "q"),
                        shown.length,
                        k -> {
                            int i = shown[k];
                            return new Object[] {
                                classes[i],
                                cells.count()[i],
                                moran.lag()[i],
                                moran.i()[i],
                                moran.z()[i],
                                moran.zConditional()[i],
                                p[i],
                                q[i]
                            };
                        },
                        k -> cells.square(shown[k]));
    }

    private static String word(LocalMoran.Quadrant quadrant) {
        return switch (quadrant) {
            case HH -> "high-high";
            case HL -> "high-low";
            case LH -> "low-high";
            case LL -> "low-low";
        };
    }
}
