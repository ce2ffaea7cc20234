package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import se.lageskarta.geo.stats.CellShape;
import se.lageskarta.geo.stats.FalseDiscovery;
import se.lageskarta.geo.stats.GiStar;
import se.lageskarta.geo.stats.GridNeighbours;

/**
 * Squares that are hotter, with their neighbours, than chance would make them (Gi*), with the share of false
 * alarms held down and at least {@link #LEAST_IN_NEIGHBOURHOOD} incidents behind each hot square.
 */
final class GiStarAnalysis implements Analysis {
    /** Fewer incidents than this around a square make no hotspot. */
    static final int LEAST_IN_NEIGHBOURHOOD = 5;

    private static final int LEAST_ROWS = 30;
    private static final int LEAST_CELLS = 30;
    private static final int ENOUGH_ROWS = 200;
    private static final double[] LEVELS = {0.01, 0.05, 0.1};
    private static final String[] NAMES = {"99", "95", "90"};

    @Override
    public String name() {
        return "gi-star";
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
        if (rows < LEAST_ROWS) {
            return Suits.tooFew(rows, LEAST_ROWS);
        }
        return rows < ENOUGH_ROWS
                ? Suits.possible(
                        "Fungerar, men med så få händelser blir få rutor säkra.",
                        "Works, but with so few incidents few squares are sure.")
                : Suits.recommended(
                        "Visar vilka rutor som är heta mer än slumpen ger.",
                        "Shows which squares are hotter than chance makes them.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.either(question);
        if (usable.size() < LEAST_ROWS) {
            return usable.size();
        }
        CountedCells cells = CountedCells.settled(question, usable, chosen);
        GridNeighbours neighbours = new GridNeighbours(cells.area(), shape(cells, chosen));
        return CellTails.Way.of(neighbours, cells.count(), chosen).effort(neighbours, cells.count());
    }

    static CellShape shape(CountedCells cells, Chosen chosen) {
        Double radius = chosen.number("radius");
        String word = chosen.word("neighbours", radius == null ? "queen" : "disc");
        return switch (word) {
            case "rook" -> CellShape.ROOK;
            case "disc" -> CellShape.within(radius == null ? 2 * cells.cellMetres() : radius, cells.cellMetres());
            default -> CellShape.QUEEN;
        };
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS) {
            return tooFew(answer, usable.size());
        }
        CountedCells cells = CountedCells.settled(question, usable, chosen);
        if (cells.counted() < LEAST_ROWS || cells.size() < LEAST_CELLS) {
            return tooFew(cells.describe(answer, usable, chosen), Math.min(cells.counted(), cells.size()));
        }
        GridNeighbours neighbours = new GridNeighbours(cells.area(), shape(cells, chosen));
        GiStar gi = GiStar.of(neighbours, cells.count());
        CellTails.Way way = CellTails.Way.of(neighbours, cells.count(), chosen);
        CellTails tails = CellTails.of(neighbours, cells.count(), gi.z(), way, question.seed(), stop);
        return describe(cells.describe(answer, usable, chosen), cells, chosen, gi, tails)
                .build();
    }

    static AnalysisResult tooFew(AnalysisResult.Builder answer, int have) {
        return answer.status(AnalysisResult.Status.TOO_FEW)
                .headline("För få för att skilja heta rutor från slumpen.", "Too few to tell hot squares from chance.")
                .sentence(
                        have + " händelser eller rutor; det krävs minst " + LEAST_ROWS + ".",
                        have + " incidents or squares; it takes at least " + LEAST_ROWS + ".")
                .build();
    }

    private static AnalysisResult.Builder describe(
            AnalysisResult.Builder answer, CountedCells cells, Chosen chosen, GiStar gi, CellTails tails) {
        String[] classes = classes(gi, tails);
        Map<String, Integer> byClass = new LinkedHashMap<>();
        for (String each : List.of("hot99", "hot95", "hot90", "none", "cold90", "cold95", "cold99")) {
            byClass.put(each, count(classes, each));
        }
        int sure = count(classes, "hot99") + count(classes, "hot95");
        int cold = count(classes, "cold99") + count(classes, "cold95");
        int naive = naive(gi, gi.p());
        int naiveFdr = naive(gi, FalseDiscovery.benjaminiHochberg(gi.p()));
        answer.status(sure + cold == 0 ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(headline(sure, cold))
                .sentence(sentence(cells, chosen, tails));
        parameters(answer, cells, chosen, tails);
        answer.figure("classes", byClass)
                .figure("hotCells", sure)
                .figure("coldCells", cold)
                .figure("hotCellsByNormalP", naive)
                .figure("hotCellsByNormalPCorrected", naiveFdr)
                .figure("maxZ", Arrays.stream(gi.z()).max().orElse(0))
                .figure("meanPerCell", gi.mean())
                .figure("deviationPerCell", gi.deviation());
        if (!tails.way().word().equals("normal") && naive > sure) {
            answer.advice(new Words(
                    "Den vanliga normalfördelningen hade visat " + naive + " heta rutor (" + naiveFdr
                            + " efter korrigering): med så många tomma rutor går den inte att lita på.",
                    "The usual normal curve would have shown " + naive + " hot squares (" + naiveFdr
                            + " after correction): with so many empty squares it cannot be trusted."));
        }
        answer.advice(new Words(
                "En ensam ruta utan händelser omkring räknas inte som het här: en enda adress syns i stället bland"
                        + " hotspots.",
                "A single square with nothing around it does not count as hot here: a single address shows among the"
                        + " hotspots instead."));
        return places(answer, cells, gi, tails, classes);
    }

    private static AnalysisResult.Builder places(
            AnalysisResult.Builder answer, CountedCells cells, GiStar gi, CellTails tails, String[] classes) {
        int[] shown = IntStream.range(0, classes.length)
                .filter(i -> !classes[i].equals("none") || gi.sum()[i] > 0)
                .toArray();
        return answer.places(
                List.of("class", "count", "around", "z", "p", "q", "pNormal"),
                shown.length,
                k -> {
                    int i = shown[k];
                    boolean hot = gi.z()[i] >= 0;
                    return new Object[] {
                        classes[i],
                        cells.count()[i],
                        gi.sum()[i] - cells.count()[i],
                        gi.z()[i],
                        hot ? tails.high()[i] : tails.low()[i],
                        hot ? tails.highQ()[i] : tails.lowQ()[i],
                        GiStar.twoSided(gi.z()[i])
                    };
                },
                k -> cells.square(shown[k]));
    }

    private static Words headline(int sure, int cold) {
        if (sure == 0) {
            return cold == 0
                    ? new Words("Ingen ruta är säkert het.", "No sure hot square.")
                    : new Words(
                            "Ingen ruta är säkert het; " + cold + " rutor är säkert kalla.",
                            "No sure hot square; " + cold + " squares are surely cold.");
        }
        return new Words(
                sure == 1
                        ? "1 ruta är en säker hotspot (falskt larm högst 5 %)."
                        : sure + " rutor är säkra hotspots (falskt larm högst 5 %).",
                sure == 1
                        ? "1 square is a sure hotspot (at most 5 % false alarms)."
                        : sure + " squares are sure hotspots (at most 5 % false alarms).");
    }

    private static Words sentence(CountedCells cells, Chosen chosen, CellTails tails) {
        Words way = tails.way().words();
        int side = (int) Math.round(cells.cellMetres());
        return new Words(
                "Varje ruta om " + side + " m jämförs tillsammans med sina grannrutor med alla " + cells.size()
                        + " rutor (Gi*), med " + way.sv() + ", korrigerat för att många rutor prövas (FDR) och minst "
                        + LEAST_IN_NEIGHBOURHOOD + " händelser i grannskapet.",
                "Each square of " + side + " m is compared, together with its neighbours, with all " + cells.size()
                        + " squares (Gi*), by " + way.en() + ", corrected for testing many squares (FDR) and with at"
                        + " least " + LEAST_IN_NEIGHBOURHOOD + " incidents in the neighbourhood.");
    }

    private static void parameters(AnalysisResult.Builder answer, CountedCells cells, Chosen chosen, CellTails tails) {
        Double radius = chosen.number("radius");
        answer.parameter(
                "neighbours",
                chosen.word("neighbours", radius == null ? "queen" : "disc"),
                "",
                !chosen.has("neighbours") && radius == null,
                new Words(
                        "De åtta rutor som delar sida eller hörn, om inget annat valts.",
                        "The eight squares that share a side or a corner, unless chosen otherwise."));
        if (chosen.word("neighbours", radius == null ? "queen" : "disc").equals("disc")) {
            answer.parameter(
                    "radius",
                    radius == null ? 2 * cells.cellMetres() : radius,
                    "m",
                    radius == null,
                    new Words("Mellan rutornas mittpunkter.", "Between the squares' centres."));
        }
        tails.describe(answer, chosen);
        answer.parameter(
                "leastInNeighbourhood",
                LEAST_IN_NEIGHBOURHOOD,
                "",
                true,
                new Words("Färre händelser bär ingen slutsats.", "Fewer incidents carry no conclusion."));
    }

    /** hot99, hot95, hot90, none, cold90, cold95 or cold99 by the corrected probability. */
    static String[] classes(GiStar gi, CellTails tails) {
        String[] classes = new String[gi.z().length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = "none";
            boolean hot = gi.z()[i] > 0 && gi.sum()[i] >= LEAST_IN_NEIGHBOURHOOD;
            boolean cold = gi.z()[i] < 0 && gi.mean() * gi.cells()[i] >= LEAST_IN_NEIGHBOURHOOD;
            double q = hot ? tails.highQ()[i] : cold ? tails.lowQ()[i] : 1;
            for (int level = LEVELS.length - 1; level >= 0; level--) {
                if (q <= LEVELS[level]) {
                    classes[i] = (hot ? "hot" : "cold") + NAMES[level];
                }
            }
        }
        return classes;
    }

    private static int count(String[] classes, String wanted) {
        return (int) Arrays.stream(classes).filter(wanted::equals).count();
    }

    private static int naive(GiStar gi, double[] p) {
        return (int) IntStream.range(0, p.length)
                .filter(i -> gi.z()[i] > 0 && p[i] <= 0.05)
                .count();
    }
}
