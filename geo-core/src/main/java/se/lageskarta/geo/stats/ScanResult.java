package se.lageskarta.geo.stats;

import java.util.List;

/**
 * What a scan found.
 *
 * @param clusters most unusual first; none overlaps another on the map
 * @param cases all cases
 * @param drawn how often chance was drawn; fewer than asked for after an early stop
 * @param nullMax log likelihood ratio of the most unusual cluster of each draw, ascending
 */
public record ScanResult(List<ScanCluster> clusters, int cases, int drawn, double[] nullMax) {
    public ScanResult {
        clusters = List.copyOf(clusters);
    }
}
