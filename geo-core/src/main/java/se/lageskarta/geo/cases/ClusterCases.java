package se.lageskarta.geo.cases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.cluster.Clusters;
import se.lageskarta.geo.cluster.Dbscan;
import se.lageskarta.geo.cluster.StDbscan;
import se.lageskarta.geo.index.PointIndex;

/** Answers the cases of DBSCAN, weighted DBSCAN and ST-DBSCAN. */
final class ClusterCases {
    private static final int LARGEST = 20;
    private static final int FIRST = 60;

    private ClusterCases() {}

    static Map<String, Object> dbscan(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        double eps = question.number("eps");
        Clusters clusters = new Dbscan(eps, question.number("minPts")).fit(points.x(), points.y());
        writeLabels(question, points, clusters, null, out);
        int[] coreRows = coreRows(clusters);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("n", points.x().length);
        answer.put("distinct", clusters.distinct());
        answer.put("clusters", clusters.count());
        answer.put("corePoints", Arrays.stream(coreRows).sum());
        answer.put("noisePoints", clusters.noise());
        answer.put(
                "borderPoints",
                points.x().length - clusters.noise() - Arrays.stream(coreRows).sum());
        answer.put("ambiguousBorderPoints", ambiguous(points, clusters, eps));
        answer.put(
                "coreCountByCluster",
                Arrays.stream(coreRows).limit(FIRST).boxed().toList());
        answer.put(
                "largestCoreClusters",
                Arrays.stream(coreRows)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .limit(LARGEST)
                        .toList());
        answer.put("labelsFile", labelsFile(question));
        return answer;
    }

    static Map<String, Object> weighted(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        double eps = question.number("eps");
        Clusters clusters = new Dbscan(eps, question.number("minWeight")).fit(points.x(), points.y(), points.weight());
        writeLabels(question, points, clusters, weightWithin(points, eps), out);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("clusters", clusters.count());
        answer.put("corePoints", Arrays.stream(coreRows(clusters)).sum());
        answer.put("noisePoints", clusters.noise());
        answer.put("labelsFile", labelsFile(question));
        return answer;
    }

    static Map<String, Object> spaceTime(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        StDbscan method = new StDbscan(
                question.number("eps"), (int) question.number("eps2Days"), (int) question.number("minPts"));
        Clusters clusters = method.fit(points.x(), points.y(), points.day());
        writeLabels(question, points, clusters, null, out);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("clusters", clusters.count());
        answer.put("core", Arrays.stream(coreRows(clusters)).sum());
        answer.put("noise", clusters.noise());
        answer.put("labelsFile", labelsFile(question));
        return answer;
    }

    private static int[] coreRows(Clusters clusters) {
        int[] rows = new int[clusters.count()];
        for (int i = 0; i < clusters.label().length; i++) {
            if (clusters.core()[i]) {
                rows[clusters.label()[i]]++;
            }
        }
        return rows;
    }

    /** Border rows within eps of core rows of more than one cluster. */
    private static int ambiguous(CasePoints points, Clusters clusters, double eps) {
        int[] core = rowsWhere(clusters, i -> clusters.core()[i]);
        double[] coreX = Arrays.stream(core).mapToDouble(i -> points.x()[i]).toArray();
        double[] coreY = Arrays.stream(core).mapToDouble(i -> points.y()[i]).toArray();
        PointIndex index = PointIndex.of(coreX, coreY);
        int[] border = rowsWhere(clusters, i -> !clusters.core()[i] && clusters.label()[i] >= 0);
        int ambiguous = 0;
        for (int row : border) {
            boolean[] other = {false};
            IntConsumer look = k -> other[0] |= clusters.label()[core[k]] != clusters.label()[row];
            index.forEachWithin(points.x()[row], points.y()[row], eps, look);
            ambiguous += other[0] ? 1 : 0;
        }
        return ambiguous;
    }

    private static double[] weightWithin(CasePoints points, double eps) {
        PointIndex index = PointIndex.of(points.x(), points.y());
        double[] sums = new double[points.x().length];
        for (int i = 0; i < sums.length; i++) {
            int row = i;
            index.forEachWithin(points.x()[i], points.y()[i], eps, other -> sums[row] += points.weight()[other]);
        }
        return sums;
    }

    private static int[] rowsWhere(Clusters clusters, IntPredicate wanted) {
        int[] rows = new int[clusters.label().length];
        int found = 0;
        for (int i = 0; i < rows.length; i++) {
            if (wanted.test(i)) {
                rows[found++] = i;
            }
        }
        return Arrays.copyOf(rows, found);
    }

    private static String labelsFile(CaseFile question) {
        return question.id() + ".labels.csv";
    }

    private static void writeLabels(
            CaseFile question, CasePoints points, Clusters clusters, double @Nullable [] weight, Path out)
            throws IOException {
        List<String> ids = points.id();
        try (BufferedWriter file = Files.newBufferedWriter(out.resolve(labelsFile(question)))) {
            file.write(
                    (points.numbered() ? "id" : "row") + ",core,cluster" + (weight == null ? "\n" : ",weightInEps\n"));
            for (int i = 0; i < ids.size(); i++) {
                file.write(ids.get(i));
                file.write(clusters.core()[i] ? ",1," : ",0,");
                file.write(Integer.toString(clusters.label()[i] + 1));
                file.write(weight == null ? "\n" : "," + weight[i] + "\n");
            }
        }
    }
}
