package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.cluster.Clusters;
import se.lageskarta.geo.cluster.Optics;
import se.lageskarta.geo.cluster.OpticsOrder;
import se.lageskarta.geo.hotspot.HotspotParameters;

/** At which distances incidents, or marks, gather: OPTICS' order and distances, and the clusters at one of them. */
final class OpticsAnalysis implements Analysis {
    private static final int LEAST_ROWS = 20;
    private static final long NANOS_A_PAIR = 5;
    private static final double FARTHEST_IN_EPS = 5;

    @Override
    public String name() {
        return "optics";
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
                Setting.whole("minPts", "", 1, 10_000),
                Setting.number("at", "m", 1, 100_000));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.either(question).size();
        return rows < LEAST_ROWS
                ? Suits.tooFew(rows, LEAST_ROWS)
                : Suits.possible(
                        "Visar vid vilka avstånd det samlas: dalarna i diagrammet är ansamlingar.",
                        "Shows at which distances it gathers: the valleys of the chart are clusters.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.either(question);
        return NANOS_A_PAIR * StDbscanAnalysis.pairs(usable, eps(chosen, at(chosen, usable))) + 5000L * usable.size();
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS) {
            return FoundClusters.tooFew(answer, usable.size(), LEAST_ROWS);
        }
        HotspotParameters automatic = DbscanAnalysis.automatic(usable);
        double at = at(chosen, usable);
        double eps = eps(chosen, at);
        int least = chosen.whole("minPts", automatic.minPts());
        if (at > eps) {
            throw new IllegalArgumentException("at is " + at + ", but must be at most eps, " + eps + " m");
        }
        OpticsOrder order = new Optics(eps, least).order(usable.x(), usable.y());
        Clusters clusters = order.at(at);
        FoundClusters found = new FoundClusters(usable, clusters);
        double[] reach = new double[clusters.count()];
        Arrays.fill(reach, at);
        found.describe(answer, reach);
        chart(answer, usable, order, clusters);
        Words why = new Words(automatic.whySv(), automatic.whyEn());
        return answer.headline(found.headline())
                .sentence(
                        "Raderna står i den ordning tätheten leder från en till nästa, med avståndet dit; ansamlingarna"
                                + " är de som hänger ihop vid " + DbscanAnalysis.plain(at) + " m (OPTICS).",
                        "The rows stand in the order in which density leads from one to the next, with the distance to"
                                + " it; the clusters are those that hang together at " + DbscanAnalysis.plain(at)
                                + " m (OPTICS).")
                .parameter("at", at, "m", !chosen.has("at"), why)
                .parameter(
                        "eps",
                        eps,
                        "m",
                        !chosen.has("eps"),
                        new Words(
                                "Längsta avstånd som undersöks: fem gånger det som ansamlingarna visas vid.",
                                "Farthest distance looked at: five times that at which the clusters are shown."))
                .parameter("minPts", least, "", !chosen.has("minPts"), why)
                .advice(FoundClusters.notTested())
                .build();
    }

    private static void chart(AnalysisResult.Builder answer, Usable usable, OpticsOrder order, Clusters clusters) {
        answer.table("reachability", List.of("position", "reachM", "coreM", "cluster"), usable.size(), k -> {
            int row = order.order()[k];
            return new @Nullable Object[] {
                k + 1, finite(order.reachMetres()[k]), finite(order.coreMetres()[row]), clusters.label()[row] + 1
            };
        });
    }

    private static @Nullable Double finite(double metres) {
        return Double.isInfinite(metres) ? null : metres;
    }

    private static double at(Chosen chosen, Usable usable) {
        return chosen.number("at", DbscanAnalysis.automatic(usable).epsMetres());
    }

    private static double eps(Chosen chosen, double at) {
        return chosen.number("eps", Math.min(100_000, FARTHEST_IN_EPS * at));
    }
}
