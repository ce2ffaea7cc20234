package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.cluster.Clusters;
import se.lageskarta.geo.cluster.Outline;

/**
 * Clusters as an answer: outlines in order of their count, with the numbers behind each, and as the table
 * {@code rows} which cluster each row belongs to, 0 for none.
 */
final class FoundClusters {
    /** The table of single rows. */
    static final String ROWS = "rows";

    private final Usable usable;
    private final Clusters clusters;
    private final Clusters.Members members;
    /** Clusters in order of their count, the largest first. */
    private final int[] ranked;

    private final List<String> columns = new ArrayList<>();
    private final List<@Nullable Object[]> more = new ArrayList<>();

    FoundClusters(Usable usable, Clusters clusters) {
        this.usable = usable;
        this.clusters = clusters;
        members = clusters.members();
        ranked = IntStream.range(0, clusters.count())
                .boxed()
                .sorted(Comparator.comparingInt((Integer c) -> -members.size(c)).thenComparingInt(c -> c))
                .mapToInt(c -> c)
                .toArray();
    }

    /** One more column, by cluster. */
    FoundClusters with(String column, @Nullable Object[] values) {
        columns.add(column);
        more.add(values);
        return this;
    }

    /** First and last day of each cluster's rows. */
    FoundClusters withDays(int[] day) {
        Object[] first = new Object[clusters.count()];
        Object[] last = new Object[clusters.count()];
        for (int c = 0; c < clusters.count(); c++) {
            int[] days =
                    Arrays.stream(members.of(c)).map(row -> day[row]).sorted().toArray();
            first[c] = LocalDate.ofEpochDay(days[0]);
            last[c] = LocalDate.ofEpochDay(days[days.length - 1]);
        }
        return with("firstDay", first).with("lastDay", last);
    }

    int inClusters() {
        return usable.size() - clusters.noise();
    }

    /**
     * Adds figures, outlines and the table of rows.
     *
     * @param epsMetres distance that each cluster hangs together by: its outline is drawn half as far outside
     */
    void describe(AnalysisResult.Builder answer, double[] epsMetres) {
        int core = 0;
        for (boolean each : clusters.core()) {
            core += each ? 1 : 0;
        }
        answer.status(clusters.count() == 0 ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .figure("clusters", clusters.count())
                .figure("inClusters", inClusters())
                .figure("core", core)
                .figure("noise", clusters.noise());
        Geometry[] outline = IntStream.range(0, ranked.length)
                .parallel()
                .mapToObj(k -> outline(ranked[k], epsMetres[ranked[k]]))
                .toArray(Geometry[]::new);
        List<String> names =
                new ArrayList<>(List.of("class", "cluster", "count", "share", "places", "areaM2", "perKm2"));
        names.addAll(columns);
        answer.places(names, ranked.length, k -> row(ranked[k], outline[k]), k -> outline[k]);
        answer.table(ROWS, List.of("id", "core", "cluster"), usable.size(), i ->
                new Object[] {id(i), clusters.core()[i] ? 1 : 0, clusters.label()[i] + 1});
    }

    private Geometry outline(int cluster, double epsMetres) {
        return Outline.of(
                usable.x(),
                usable.y(),
                members.rows(),
                members.start()[cluster],
                members.start()[cluster + 1],
                Math.max(1, epsMetres));
    }

    private @Nullable Object[] row(int cluster, Geometry outline) {
        int count = members.size(cluster);
        List<@Nullable Object> values = new ArrayList<>(List.of(
                "cluster",
                cluster + 1,
                count,
                (double) count / usable.size(),
                places(cluster),
                outline.getArea(),
                count * 1e6 / outline.getArea()));
        more.forEach(column -> values.add(column[cluster]));
        return values.toArray();
    }

    /** Distinct coordinates of a cluster. */
    private int places(int cluster) {
        return (int) Arrays.stream(members.of(cluster))
                .mapToObj(row -> List.of(usable.x()[row], usable.y()[row]))
                .distinct()
                .count();
    }

    private long id(int row) {
        return usable.aboutMarks()
                ? usable.unsafePlaces().get(row).id()
                : usable.incidents().ids()[row];
    }

    /** "4 ansamlingar rymmer 210 av 320 händelser." */
    Words headline() {
        boolean marks = usable.aboutMarks();
        String rowsSv = marks ? " markeringar" : " händelser";
        String rowsEn = marks ? " marks" : " incidents";
        int count = clusters.count();
        if (count == 0) {
            return new Words("Ingen ansamling.", "No cluster.");
        }
        return new Words(
                (count == 1 ? "1 ansamling rymmer " : count + " ansamlingar rymmer ") + inClusters() + " av "
                        + usable.size() + rowsSv + ".",
                (count == 1 ? "1 cluster holds " : count + " clusters hold ") + inClusters() + " of " + usable.size()
                        + rowsEn + ".");
    }

    /** No test against chance stands behind a cluster. */
    static Words notTested() {
        return new Words(
                "Metoden visar var det ligger tätt men prövar inte mot slumpen: se även Gi* eller hotspots.",
                "The method shows where it is dense but does not test against chance: see Gi* or hotspots too.");
    }

    static AnalysisResult tooFew(AnalysisResult.Builder answer, int have, int least) {
        return answer.status(AnalysisResult.Status.TOO_FEW)
                .headline("För få för att hitta ansamlingar.", "Too few to find clusters.")
                .sentence(
                        have + " rader med känd plats; det krävs minst " + least + ".",
                        have + " rows with a known place; it takes at least " + least + ".")
                .build();
    }
}
