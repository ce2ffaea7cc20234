package se.lageskarta.geo.hotspot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.cluster.Outline;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.MonthBars;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.geo.survey.UnsafeReason;

/** Describes a group of survey marks as a hotspot, and weighs marks so that a person counts once a place. */
final class UnsafetyHotspots {
    private final UnsafePlaces all;
    private final List<Integer> rows;
    private final double[] x;
    private final double[] y;
    private final double[] weight;

    /** @param rows rows of {@code all} that take part, ascending */
    UnsafetyHotspots(UnsafePlaces all, List<Integer> rows, double epsMetres) {
        this.all = all;
        this.rows = rows;
        x = rows.stream().mapToDouble(row -> all.marks().get(row).x()).toArray();
        y = rows.stream().mapToDouble(row -> all.marks().get(row).y()).toArray();
        weight = onceAPlace(epsMetres);
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    double[] weight() {
        return weight;
    }

    Hotspot of(LongClusters.Group group) {
        int[] members = group.rows();
        Geometry outline = Outline.of(x, y, members, 0, members.length, group.epsMetres());
        double[] east = new double[members.length];
        double[] north = new double[members.length];
        int[] memberRows = new int[members.length];
        double severity = 0;
        Set<Long> people = new HashSet<>();
        int unnamed = 0;
        TreeMap<String, Integer> reasons = new TreeMap<>();
        TreeSet<Long> datasets = new TreeSet<>();
        TreeSet<LocalDate> days = new TreeSet<>();
        Incidents.Builder timed = Incidents.builder(all.crs(), members.length);
        for (int i = 0; i < members.length; i++) {
            memberRows[i] = rows.get(members[i]);
            UnsafePlace mark = all.marks().get(memberRows[i]);
            east[i] = mark.x();
            north[i] = mark.y();
            severity += mark.severity();
            unnamed += mark.respondent() == 0 ? 1 : 0;
            if (mark.respondent() != 0) {
                people.add(mark.respondent());
            }
            for (UnsafeReason reason : mark.reasons()) {
                reasons.merge(reason.name(), 1, Integer::sum);
            }
            datasets.add(mark.datasetId());
            LocalDate day = mark.day();
            TimeSpan time = day == null ? TimeSpan.UNKNOWN : TimeSpan.on(day);
            if (day != null) {
                days.add(day);
            }
            timed.add(0, 0, mark.x(), mark.y(), PlacePrecision.ADDRESS, time.fromMinute(), time.toMinute(), "", 1);
        }
        Centre centre = Centre.of(east, north);
        double area = outline.getArea();
        return new Hotspot(
                "",
                0,
                Evidence.UNSAFETY,
                Evidence.UNSAFETY,
                outline,
                centre.x(),
                centre.y(),
                memberRows,
                members.length,
                severity,
                centre.places(),
                area,
                members.length * 1e6 / area,
                (double) members.length / rows.size(),
                List.of(),
                MonthBars.of(timed.build()),
                days.isEmpty() ? null : days.first(),
                days.isEmpty() ? null : days.last(),
                List.copyOf(datasets),
                null,
                null,
                people.size() + unnamed,
                HotspotAnalysis.counts(reasons),
                0,
                0);
    }

    private double[] onceAPlace(double epsMetres) {
        List<Integer> byPlace = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            byPlace.add(i);
        }
        byPlace.sort(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]));
        Map<Long, List<Integer>> counted = new HashMap<>();
        double[] weights = new double[x.length];
        for (int i : byPlace) {
            long respondent = all.marks().get(rows.get(i)).respondent();
            List<Integer> earlier = counted.computeIfAbsent(respondent, key -> new ArrayList<>());
            boolean again = respondent != 0
                    && earlier.stream().anyMatch(k -> Math.hypot(x[i] - x[k], y[i] - y[k]) <= epsMetres);
            if (!again) {
                weights[i] = 1;
                if (respondent != 0) {
                    earlier.add(i);
                }
            }
        }
        return weights;
    }
}
