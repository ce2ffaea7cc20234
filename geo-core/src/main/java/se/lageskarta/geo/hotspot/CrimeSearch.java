package se.lageskarta.geo.hotspot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.cluster.Clusters;
import se.lageskarta.geo.cluster.Dbscan;
import se.lageskarta.geo.incident.Incidents;

/**
 * Hotspots among some rows: clustered, long ones split, outlined, and weeded of what chance gives.
 *
 * @param taken the rows that took part
 * @param parameters what they were found with
 * @param clusters as found, before splitting and weeding
 * @param found how many there were before weeding
 * @param hotspots in no order, without names
 */
record CrimeSearch(
        Incidents taken, HotspotParameters parameters, Clusters clusters, int found, List<Hotspot> hotspots) {
    /**
     * @param rows of {@code all} that take part
     * @param earlier what to compare with, null for nothing
     */
    static CrimeSearch among(Incidents all, int[] rows, HotspotOptions options, @Nullable EarlierYears earlier) {
        Incidents taken = rows.length == all.size() ? all : all.select(rows);
        HotspotParameters parameters = HotspotParameters.forCrime(rows.length, options);
        Clusters clusters = new Dbscan(parameters.epsMetres(), parameters.minPts()).fit(taken.x(), taken.y());
        List<LongClusters.Group> groups = LongClusters.groups(clusters, parameters.epsMetres());
        if (parameters.splitsLongOnes()) {
            groups = LongClusters.split(groups, taken.x(), taken.y(), parameters.minPts());
        }
        CrimeHotspots describe = new CrimeHotspots(all, taken, rows, options, earlier);
        List<Hotspot> found = groups.parallelStream().map(describe::of).toList();
        // only by the rule for towns: what it was shown for
        List<Hotspot> hotspots = parameters.splitsLongOnes() ? new StandsOut(all, rows, found).those() : found;
        return new CrimeSearch(taken, parameters, clusters, found.size(), hotspots);
    }
}
