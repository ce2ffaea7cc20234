package se.lageskarta.geo.cases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.lageskarta.geo.cluster.Hdbscan;
import se.lageskarta.geo.cluster.HdbscanClusters;

/** Answers the cases of HDBSCAN*. */
final class HdbscanCases {
    private static final double[] QUANTILES = {0, 0.25, 0.5, 0.75, 0.95, 1};

    private HdbscanCases() {}

    static Map<String, Object> hdbscan(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        HdbscanClusters clusters = method(question).fit(points.x(), points.y());
        writeLabels(question, points, clusters, out);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("n", points.x().length);
        answer.put("distinct", clusters.distinct());
        answer.put("clusters", clusters.count());
        answer.put("noise", clusters.noise());
        answer.put("mutualReachabilityMstWeight", clusters.treeWeight());
        answer.put("mstEdgeQuantiles", quantiles(clusters.treeEdges()));
        answer.put("coreDistanceSum", Arrays.stream(clusters.coreDistance()).sum());
        answer.put(
                "clusterStability", Arrays.stream(clusters.stability()).boxed().toList());
        answer.put("labelsFile", question.id() + ".labels.csv");
        return answer;
    }

    private static Hdbscan method(CaseFile question) {
        int minPts = (int) question.number("minPts");
        int least = question.params().containsKey("minClusterSize") ? (int) question.number("minClusterSize") : minPts;
        String selection = question.text("clusterSelection").toLowerCase(Locale.ROOT);
        boolean oneAllowed = selection.contains("root allowed") || selection.contains("single cluster allowed");
        return new Hdbscan(
                minPts,
                Math.max(2, least),
                selection.contains("leaf") ? Hdbscan.Choice.SMALLEST : Hdbscan.Choice.LASTING,
                oneAllowed,
                0);
    }

    /** Between the two nearest of the sorted values, in proportion (Hyndman &amp; Fan 1996, type 7). */
    private static Map<String, Object> quantiles(double[] sorted) {
        Map<String, Object> quantiles = new LinkedHashMap<>();
        for (double share : QUANTILES) {
            if (sorted.length > 0) {
                double at = share * (sorted.length - 1);
                int below = (int) at;
                int above = Math.min(sorted.length - 1, below + 1);
                quantiles.put(
                        share == Math.rint(share) ? Integer.toString((int) share) : Double.toString(share),
                        sorted[below] + (at - below) * (sorted[above] - sorted[below]));
            }
        }
        return quantiles;
    }

    private static void writeLabels(CaseFile question, CasePoints points, HdbscanClusters clusters, Path out)
            throws IOException {
        List<String> ids = points.id();
        try (BufferedWriter file = Files.newBufferedWriter(out.resolve(question.id() + ".labels.csv"))) {
            file.write((points.numbered() ? "id" : "row") + ",cluster,probability,coreDistance\n");
            for (int i = 0; i < ids.size(); i++) {
                file.write(ids.get(i) + "," + (clusters.label()[i] + 1) + "," + clusters.probability()[i] + ","
                        + clusters.coreDistance()[i] + "\n");
            }
        }
    }
}
