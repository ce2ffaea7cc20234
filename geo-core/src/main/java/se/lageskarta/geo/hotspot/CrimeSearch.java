package se.lageskarta.geo.hotspot;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.cluster.Advice;
import se.lageskarta.geo.cluster.Clusters;
import se.lageskarta.geo.cluster.Dbscan;
import se.lageskarta.geo.incident.Incidents;

/**
 * Hotspots among some rows: clustered, long ones split, outlined, and weeded of what chance gives.
 *
 * @param taken the rows that took part
 * @param parameters what they were found with
 * @param distinct different places among them: points, and streets or areas
 * @param snapped true when fewer than nine in ten of those at points have a point of their own
 * @param advice of the clustering
 * @param found how many there were before weeding
 * @param hotspots in no order, without names
 */
record CrimeSearch(
        Incidents taken,
        HotspotParameters parameters,
        int distinct,
        boolean snapped,
        List<Advice> advice,
        int found,
        List<Hotspot> hotspots) {
    private static final double OWN_PLACES = 0.9;

    /**
     * @param rows of {@code all} that take part
     * @param earlier what to compare with, null for nothing
     */
    static CrimeSearch among(Incidents all, int[] rows, HotspotOptions options, @Nullable EarlierYears earlier) {
        Incidents taken = rows.length == all.size() ? all : all.select(rows);
        HotspotParameters parameters = HotspotParameters.forCrime(rows.length, options);
        SpreadPlaces places = SpreadPlaces.of(taken, parameters.epsMetres() / 2);
        Dbscan dbscan = new Dbscan(parameters.epsMetres(), parameters.minPts());
        Clusters clusters = places.spreadsAny()
                ? dbscan.fit(places.x(), places.y(), places.weight())
                : dbscan.fit(taken.x(), taken.y());
        List<LongClusters.Group> groups = LongClusters.groups(clusters, parameters.epsMetres());
        if (parameters.splitsLongOnes()) {
            groups = LongClusters.split(groups, places, parameters.minPts());
        }
        CrimeHotspots describe = new CrimeHotspots(all, taken, places, rows, options, earlier);
        List<Hotspot> found = groups.parallelStream()
                .map(describe::of)
                .flatMap(Optional::stream)
                // parts of many streets may meet at a crossing without any incident being likely to be there
                .filter(hotspot -> !places.spreadsAny() || hotspot.count() >= parameters.minPts())
                .toList();
        // only by the rule for towns: what it was shown for
        List<Hotspot> hotspots =
                parameters.splitsLongOnes() ? new StandsOut(places, rows, all.size(), found).those() : found;
        int points = places.points();
        int distinctPoints = places.spreadsAny() ? places.distinctPoints() : clusters.distinct();
        boolean snapped = distinctPoints < OWN_PLACES * points;
        List<Advice> advice = clusters.advice().stream()
                .filter(each -> each != Advice.SNAPPED || snapped)
                .toList();
        return new CrimeSearch(
                taken, parameters, distinctPoints + places.shapes(), snapped, advice, found.size(), hotspots);
    }
}
