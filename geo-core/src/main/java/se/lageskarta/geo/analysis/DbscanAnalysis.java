package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import se.lageskarta.geo.cluster.Clusters;
import se.lageskarta.geo.cluster.Dbscan;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.hotspot.HotspotParameters;

/** Where incidents, or marks, lie close together: DBSCAN with the distance and number that hotspots are found with. */
final class DbscanAnalysis implements Analysis {
    static final int LEAST_ROWS = 6;
    private static final long NANOS_A_ROW = 500;

    @Override
    public String name() {
        return "dbscan";
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
                Setting.number("eps", "m", 1, 100_000),
                Setting.number("minPts", "", 0.001, 1e6),
                Setting.flag("weights"));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.either(question).size();
        return rows < LEAST_ROWS
                ? Suits.tooFew(rows, LEAST_ROWS)
                : Suits.possible(
                        "Visar var det ligger tätt med ett avstånd och ett antal som går att välja.",
                        "Shows where it is dense, by a distance and a number that can be chosen.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return NANOS_A_ROW * Usable.either(question).size();
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS) {
            return FoundClusters.tooFew(answer, usable.size(), LEAST_ROWS);
        }
        HotspotParameters automatic = automatic(usable);
        double eps = chosen.number("eps", automatic.epsMetres());
        double least = chosen.number("minPts", automatic.minPts());
        boolean weights = chosen.flag("weights", false);
        Dbscan method = new Dbscan(eps, least);
        Clusters clusters =
                weights ? method.fit(usable.x(), usable.y(), usable.weight()) : method.fit(usable.x(), usable.y());
        FoundClusters found = new FoundClusters(usable, clusters);
        double[] reach = new double[clusters.count()];
        Arrays.fill(reach, eps);
        found.describe(answer, reach);
        Words why = new Words(automatic.whySv(), automatic.whyEn());
        String of = weights ? "summan av vikterna" : "antalet";
        String ofEn = weights ? "the sum of weights" : "the number";
        return answer.headline(found.headline())
                .sentence(
                        "En ansamling är platser där " + of + " inom " + plain(eps) + " m når " + plain(least)
                                + ", och allt som ligger inom det avståndet från dem (DBSCAN).",
                        "A cluster is places where " + ofEn + " within " + plain(eps) + " m reaches " + plain(least)
                                + ", and all that lies within that distance of them (DBSCAN).")
                .parameter("eps", eps, "m", !chosen.has("eps"), why)
                .parameter("minPts", least, "", !chosen.has("minPts"), why)
                .parameter(
                        "weights",
                        weights,
                        "",
                        !chosen.has("weights"),
                        new Words(
                                "Varje rad räknas som en, om inget annat valts.",
                                "Each row counts as one unless chosen otherwise."))
                .advice(FoundClusters.notTested())
                .build();
    }

    static HotspotParameters automatic(Usable usable) {
        return usable.aboutMarks()
                ? HotspotParameters.forUnsafety(HotspotOptions.AUTOMATIC)
                : HotspotParameters.forCrime(usable.size(), HotspotOptions.AUTOMATIC);
    }

    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
