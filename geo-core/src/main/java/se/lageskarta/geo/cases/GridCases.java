package se.lageskarta.geo.cases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.lageskarta.geo.stats.CellShape;
import se.lageskarta.geo.stats.FalseDiscovery;
import se.lageskarta.geo.stats.GiStar;
import se.lageskarta.geo.stats.GlobalAutocorrelation;
import se.lageskarta.geo.stats.GridNeighbours;
import se.lageskarta.geo.stats.LocalMoran;
import se.lageskarta.geo.stats.PermutationTail;

/** Answers the cases of Gi*, local Moran and the global tests on a grid. */
final class GridCases {
    private static final Pattern CELLS = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*cells");
    private static final int PERMUTATIONS = 9_999;
    private static final long SEED = 20_240_101;

    private GridCases() {}

    static Map<String, Object> gistar(CaseFile question, Path out) throws IOException {
        CellTable table = CellTable.read(question.named(question.input().replaceFirst("\\s*\\(.*", "")));
        GridNeighbours neighbours = new GridNeighbours(table.area(), shape(question.text("neighbourhood")));
        double[] count = table.count();
        GiStar gi = GiStar.of(neighbours, count);
        double[] p = gi.p();
        double[] fdr = FalseDiscovery.benjaminiHochberg(p);
        double[] bonferroni = FalseDiscovery.bonferroni(p);
        double[] spatial = FalseDiscovery.byNeighbourhood(p, gi.cells());
        LocalMoran moran = LocalMoran.of(neighbours, count);
        boolean shuffled =
                question.tolerance().isEmpty() || question.tolerance().contains("pPermHot");
        double[] shuffledP =
                shuffled ? new PermutationTail(PERMUTATIONS, SEED).high(neighbours, count, () -> false) : new double[0];
        double[][] columns = {
            gi.z(),
            GiStar.withoutSelf(neighbours, count),
            p,
            fdr,
            bonferroni,
            spatial,
            moran.i(),
            moran.z(),
            moran.zConditional(),
            moran.lag()
        };
        writeCells(question, table, gi.cells(), columns, moran, shuffledP, out);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("xbar", gi.mean());
        answer.put("S", gi.deviation());
        int[] best = table.busiest(gi.z(), 1);
        answer.put("maxZ", gi.z()[table.number()[best[0]]]);
        answer.put("argmaxCell", number(table.name().get(best[0])));
        answer.put("raw", classes(gi.z(), p));
        answer.put("fdr", classes(gi.z(), fdr));
        answer.put("bonferroni", classes(gi.z(), bonferroni));
        answer.put("p_adjustSP_BH", classes(gi.z(), spatial));
        putGlobal(answer, GlobalAutocorrelation.of(neighbours, count));
        Map<String, Object> quadrants = new LinkedHashMap<>();
        for (LocalMoran.Quadrant quadrant : LocalMoran.Quadrant.values()) {
            quadrants.put(
                    quadrant.name(),
                    Arrays.stream(moran.quadrant())
                            .filter(one -> one == quadrant)
                            .count());
        }
        answer.put("quadrants", quadrants);
        answer.put("cellsFile", "expected/" + question.id() + ".cells.csv");
        if (shuffled) {
            answer.put("permutation", permutation(shuffledP));
        }
        return answer;
    }

    private static void putGlobal(Map<String, Object> answer, GlobalAutocorrelation global) {
        answer.put("moranI", global.moran().value());
        answer.put("moranE", global.moran().expected());
        answer.put("moranVarRandomisation", global.moran().variance());
        answer.put("moranZ", global.moran().z());
        answer.put("gearyC", global.geary().value());
        answer.put("globalG", global.generalG().value());
        answer.put("globalGz", List.of(List.of(global.generalG().z())));
    }

    private static Map<String, Object> classes(double[] z, double[] p) {
        Map<String, Object> classes = new LinkedHashMap<>();
        classes.put("hot99", count(z, p, 0.01, side -> side > 0));
        classes.put("hot95", count(z, p, 0.05, side -> side > 0));
        classes.put("hot90", count(z, p, 0.1, side -> side > 0));
        classes.put("cold95", count(z, p, 0.05, side -> side < 0));
        return classes;
    }

    private static long count(double[] z, double[] p, double below, DoublePredicate side) {
        return IntStream.range(0, z.length)
                .filter(i -> side.test(z[i]) && p[i] < below)
                .count();
    }

    private static Map<String, Object> permutation(double[] p) {
        double[] q = FalseDiscovery.benjaminiHochberg(p);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", "conditional (x_i fixed), one-sided hot, p=(#{sum*>=sum_obs}+1)/(P+1)");
        answer.put("P", PERMUTATIONS);
        answer.put("hot05", Arrays.stream(p).filter(v -> v < 0.05).count());
        answer.put("hot01", Arrays.stream(p).filter(v -> v < 0.01).count());
        answer.put("hotFDR05", Arrays.stream(q).filter(v -> v < 0.05).count());
        answer.put("column", "pPermHot");
        return answer;
    }

    private static void writeCells(
            CaseFile question,
            CellTable table,
            int[] cells,
            double[][] columns,
            LocalMoran moran,
            double[] shuffled,
            Path out)
            throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(out.resolve(question.id() + ".cells.csv"))) {
            file.write("cell,count,nW,giStarZ,giZ_noSelf,p,pFDR,pBonf,pSP,Ii,IiZ,IiZcond,lag,quadrant");
            file.write(shuffled.length > 0 ? ",pPermHot\n" : "\n");
            for (int line = 0; line < table.number().length; line++) {
                int at = table.number()[line];
                file.write(table.name().get(line) + "," + plain(table.count()[at]) + "," + cells[at]);
                for (double[] column : columns) {
                    file.write("," + plain(column[at]));
                }
                file.write("," + moran.quadrant()[at].name());
                file.write(shuffled.length > 0 ? "," + shuffled[at] + "\n" : "\n");
            }
        }
    }

    /** The shape in a sentence such as "cell centres within 1.4142 cells (queen)". */
    static CellShape shape(String sentence) {
        Matcher cells = CELLS.matcher(sentence);
        if (cells.find()) {
            return CellShape.disc(Double.parseDouble(cells.group(1)));
        }
        if (sentence.contains("rook")) {
            return CellShape.ROOK;
        }
        if (sentence.contains("queen")) {
            return CellShape.QUEEN;
        }
        throw new IllegalArgumentException("params.neighbourhood is \"" + sentence
                + "\", but must name queen, rook or a distance such as \"2.5 cells\"");
    }

    /** A whole number without a point, nothing for a number that is none. */
    static String plain(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    static Object number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
