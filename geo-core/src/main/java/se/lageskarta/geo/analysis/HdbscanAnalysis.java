package se.lageskarta.geo.analysis;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import se.lageskarta.geo.cluster.Hdbscan;
import se.lageskarta.geo.cluster.HdbscanClusters;

/**
 * Clusters of different density without a distance to choose: HDBSCAN*. Made for survey marks, which are few
 * and drawn anywhere; on positions that are snapped it works but is said to be doubtful.
 */
final class HdbscanAnalysis implements Analysis {
    private static final int LEAST_ROWS = 20;
    private static final int LEAST_MARKS = 8;
    private static final long NANOS_A_ROW = 4000;
    /** A geocoded address is no more exact than this. */
    private static final double ADDRESS_METRES = 10;

    @Override
    public String name() {
        return "hdbscan";
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
                Setting.whole("minPts", "", 2, 10_000),
                Setting.whole("minClusterSize", "", 2, 1_000_000),
                Setting.word("choice", List.of("lasting", "smallest")),
                Setting.number("floor", "m", 0, 10_000));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        Usable usable = Usable.either(question);
        if (usable.size() < LEAST_ROWS) {
            return Suits.tooFew(usable.size(), LEAST_ROWS);
        }
        if (usable.snapped()) {
            return Suits.possible(
                    "Lägena delas av flera rader: varje livlig adress kan bli en egen ansamling. Hotspots passar bättre.",
                    "Rows share positions: every busy address may become a cluster of its own. Hotspots suit better.");
        }
        return usable.aboutMarks()
                ? Suits.recommended(
                        "Passar enkätens markeringar: hittar både täta och glesa ansamlingar utan att ett avstånd väljs.",
                        "Suits survey marks: finds dense and sparse clusters without choosing a distance.")
                : Suits.possible(
                        "Hittar ansamlingar av olika täthet, men svaret kan ändras mycket med minsta antal.",
                        "Finds clusters of different density, but the answer may change a lot with the least number.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        long around = 10L + chosen.whole("minPts", LEAST_MARKS);
        return NANOS_A_ROW / 10 * around * Usable.either(question).size();
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS) {
            return FoundClusters.tooFew(answer, usable.size(), LEAST_ROWS);
        }
        int minPts = chosen.whole("minPts", automatic(usable));
        int size = chosen.whole("minClusterSize", minPts);
        double floor = chosen.number("floor", usable.aboutMarks() ? 0 : ADDRESS_METRES);
        Hdbscan.Choice choice =
                chosen.word("choice", "lasting").equals("lasting") ? Hdbscan.Choice.LASTING : Hdbscan.Choice.SMALLEST;
        HdbscanClusters clusters = new Hdbscan(minPts, size, choice, false, floor).fit(usable.x(), usable.y());
        FoundClusters found = new FoundClusters(usable, clusters.clusters())
                .with("stability", boxed(clusters.stability()))
                .with("reachM", boxed(clusters.reachMetres()));
        found.describe(answer, clusters.reachMetres());
        parameters(answer, chosen, minPts, size, floor, usable.aboutMarks());
        if (usable.snapped()) {
            answer.advice(new Words(
                    "På lägen som delas är metoden osäker; jämför med hotspots innan något beslutas.",
                    "On shared positions the method is unsure; compare with hotspots before anything is decided."));
        }
        return answer.headline(found.headline())
                .sentence(
                        "Ansamlingarna är de som håller ihop längst när avståndet krymper, var och en på minst " + size
                                + " rader (HDBSCAN*); inget avstånd har valts.",
                        "The clusters are those that hold together longest as the distance shrinks, each of at least "
                                + size + " rows (HDBSCAN*); no distance was chosen.")
                .advice(FoundClusters.notTested())
                .build();
    }

    private static int automatic(Usable usable) {
        return usable.aboutMarks() ? LEAST_MARKS : Math.max(10, (usable.size() + 199) / 200);
    }

    private static void parameters(
            AnalysisResult.Builder answer, Chosen chosen, int minPts, int size, double floor, boolean marks) {
        answer.parameter(
                        "minPts",
                        minPts,
                        "",
                        !chosen.has("minPts"),
                        marks
                                ? new Words(
                                        "Enkätens markeringar: 8 fann alla planterade platser och inga andra.",
                                        "Survey marks: 8 found all planted places and no others.")
                                : new Words(
                                        "En av tvåhundra, dock minst 10: färre ger hundratals små ansamlingar.",
                                        "One in two hundred, but no fewer than 10: fewer give hundreds of small"
                                                + " clusters."))
                .parameter(
                        "minClusterSize",
                        size,
                        "",
                        !chosen.has("minClusterSize"),
                        new Words("Samma som minPts om inget annat valts.", "As minPts unless chosen otherwise."))
                .parameter(
                        "choice",
                        chosen.word("choice", "lasting"),
                        "",
                        !chosen.has("choice"),
                        new Words(
                                "De som består längst; smallest ger de minsta i stället.",
                                "Those that last longest; smallest gives the smallest instead."))
                .parameter(
                        "floor",
                        floor,
                        "m",
                        !chosen.has("floor"),
                        marks
                                ? new Words(
                                        "Markeringar ritas fritt: inget minsta avstånd behövs.",
                                        "Marks are drawn freely: no least distance is needed.")
                                : new Words(
                                        "Kortare avstånd än en adress noggrannhet räknas som den.",
                                        "Distances below an address's exactness count as that."));
    }

    private static Object[] boxed(double[] values) {
        return DoubleStream.of(values).boxed().toArray();
    }
}
