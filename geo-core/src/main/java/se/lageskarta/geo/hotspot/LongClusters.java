package se.lageskarta.geo.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.cluster.Clusters;
import se.lageskarta.geo.cluster.Dbscan;

/**
 * Clusters as groups of rows, and the rule for chains: one longer than six times eps is clustered once more
 * with half of eps, and its parts take its place; what is in no part is noise. When no part is dense enough,
 * the chain stays.
 */
final class LongClusters {
    private static final double LONGEST_IN_EPS = 6;

    /**
     * Rows, or pieces of them, that belong together.
     *
     * @param rows their numbers, ascending
     * @param epsMetres distance they were found with
     */
    record Group(int[] rows, double epsMetres) {}

    private LongClusters() {}

    static List<Group> groups(Clusters clusters, double epsMetres) {
        Clusters.Members members = clusters.members();
        List<Group> groups = new ArrayList<>();
        for (int c = 0; c < clusters.count(); c++) {
            groups.add(new Group(members.of(c), epsMetres));
        }
        return groups;
    }

    static List<Group> split(List<Group> groups, SpreadPlaces places, int minPts) {
        List<Group> parts = new ArrayList<>();
        for (Group group : groups) {
            if (length(group.rows, places.x(), places.y()) > LONGEST_IN_EPS * group.epsMetres) {
                parts.addAll(partsOf(group, places, minPts));
            } else {
                parts.add(group);
            }
        }
        return parts;
    }

    private static List<Group> partsOf(Group group, SpreadPlaces places, int minPts) {
        int n = group.rows.length;
        double[] east = new double[n];
        double[] north = new double[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            east[i] = places.x()[group.rows[i]];
            north[i] = places.y()[group.rows[i]];
            weight[i] = places.weight()[group.rows[i]];
        }
        double half = group.epsMetres / 2;
        Clusters clusters = new Dbscan(half, minPts).fit(east, north, weight);
        if (clusters.count() == 0) {
            return List.of(group);
        }
        Clusters.Members members = clusters.members();
        List<Group> parts = new ArrayList<>();
        for (int c = 0; c < clusters.count(); c++) {
            int[] rows = members.of(c);
            for (int i = 0; i < rows.length; i++) {
                rows[i] = group.rows[rows[i]];
            }
            parts.add(new Group(rows, half));
        }
        return parts;
    }

    /** Greatest distance between two members, metres. */
    static double length(int[] rows, double[] x, double[] y) {
        Coordinate[] places = new Coordinate[rows.length];
        for (int i = 0; i < rows.length; i++) {
            places[i] = new Coordinate(x[rows[i]], y[rows[i]]);
        }
        Coordinate[] hull =
                new ConvexHull(places, new GeometryFactory()).getConvexHull().getCoordinates();
        double longest = 0;
        for (int i = 0; i < hull.length; i++) {
            for (int k = i + 1; k < hull.length; k++) {
                longest = Math.max(longest, hull[i].distance(hull[k]));
            }
        }
        return longest;
    }
}
