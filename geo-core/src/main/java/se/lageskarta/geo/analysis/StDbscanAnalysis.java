package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import se.lageskarta.geo.cluster.Clusters;
import se.lageskarta.geo.cluster.StDbscan;

/** What happens close together and within days of each other: ST-DBSCAN over incidents whose day is known. */
final class StDbscanAnalysis implements Analysis {
    private static final int LEAST_ROWS = 10;
    private static final int TOWN = 3000;
    private static final long NANOS_A_PAIR = 15;

    @Override
    public String name() {
        return "st-dbscan";
    }

    @Override
    public Topic topic() {
        return Topic.WHERE_AND_WHEN;
    }

    @Override
    public Needs needs() {
        return Needs.INCIDENTS;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.number("eps", "m", 1, 100_000),
                Setting.whole("days", "d", 0, 36_525),
                Setting.whole("minPts", "", 1, 1_000_000));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.placesAndDays(question).size();
        return rows < LEAST_ROWS
                ? Suits.tooFew(rows, LEAST_ROWS)
                : Suits.possible(
                        "Visar serier: flera händelser på samma ställe inom några dagar.",
                        "Shows series: several incidents in the same place within days.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        Usable usable = Usable.placesAndDays(question);
        return NANOS_A_PAIR * pairs(usable, chosen.number("eps", eps(usable))) + 1000L * usable.size();
    }

    /** About how many pairs lie within the distance, each counted from both sides and three times looked at. */
    static long pairs(Usable usable, double eps) {
        long[] square = new long[usable.size()];
        for (int i = 0; i < square.length; i++) {
            square[i] = (long) Math.floor(usable.x()[i] / eps) << 32
                    ^ (long) Math.floor(usable.y()[i] / eps) & 0xffff_ffffL;
        }
        Arrays.sort(square);
        long pairs = 0;
        int begin = 0;
        for (int i = 1; i <= square.length; i++) {
            if (i == square.length || square[i] != square[begin]) {
                pairs += (long) (i - begin) * (i - begin);
                begin = i;
            }
        }
        // circle of eps over square of eps is three; three rounds
        return 9 * pairs;
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.placesAndDays(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS) {
            return FoundClusters.tooFew(answer, usable.size(), LEAST_ROWS);
        }
        double eps = chosen.number("eps", eps(usable));
        int days = chosen.whole("days", usable.size() <= TOWN ? 14 : 7);
        int least = chosen.whole("minPts", least(usable));
        int[] day = usable.days();
        Clusters clusters = new StDbscan(eps, days, least).fit(usable.x(), usable.y(), day);
        FoundClusters found = new FoundClusters(usable, clusters).withDays(day);
        double[] reach = new double[clusters.count()];
        Arrays.fill(reach, eps);
        found.describe(answer, reach);
        Words why = new Words(
                "Högst 3 000 händelser: 150 meter, 14 dagar och minst 4; fler: 100 meter, 7 dagar och minst en av"
                        + " tvåtusen, dock minst 5.",
                "At most 3,000 incidents: 150 metres, 14 days and at least 4; more: 100 metres, 7 days and at least one"
                        + " in two thousand, but no fewer than 5.");
        return answer.headline(found.headline())
                .sentence(
                        "En serie är händelser med minst " + least + " inom " + DbscanAnalysis.plain(eps) + " m och "
                                + days + " dagar från varandra (ST-DBSCAN).",
                        "A series is incidents with at least " + least + " within " + DbscanAnalysis.plain(eps)
                                + " m and " + days + " days of each other (ST-DBSCAN).")
                .parameter("eps", eps, "m", !chosen.has("eps"), why)
                .parameter("days", days, "d", !chosen.has("days"), why)
                .parameter("minPts", least, "", !chosen.has("minPts"), why)
                .advice(FoundClusters.notTested())
                .build();
    }

    private static double eps(Usable usable) {
        return usable.size() <= TOWN ? 150 : 100;
    }

    private static int least(Usable usable) {
        return usable.size() <= TOWN ? 4 : Math.max(5, (usable.size() + 1999) / 2000);
    }
}
