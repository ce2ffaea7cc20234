package se.lageskarta.geo.hotspot;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.cluster.Outline;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.Darkness;
import se.lageskarta.geo.stats.MonthBars;
import se.lageskarta.geo.stats.WeekHour;

/** Describes a group of incidents as a hotspot. */
final class CrimeHotspots {
    private static final int MINUTES_A_DAY = 1440;
    private static final int DAY_KNOWN_WITHIN_MINUTES = 31 * MINUTES_A_DAY;

    private final Incidents all;
    private final Incidents taken;
    private final SpreadPlaces places;
    private final int[] rowOf;
    private final HotspotOptions options;
    private final @Nullable EarlierYears earlier;

    /**
     * @param all the set the analysis was given
     * @param taken the rows that take part
     * @param places where those may lie
     * @param rowOf row in {@code all} of each row of {@code taken}
     */
    CrimeHotspots(
            Incidents all,
            Incidents taken,
            SpreadPlaces places,
            int[] rowOf,
            HotspotOptions options,
            @Nullable EarlierYears earlier) {
        this.all = all;
        this.taken = taken;
        this.places = places;
        this.rowOf = rowOf;
        this.options = options;
        this.earlier = earlier;
    }

    /**
     * The hotspot of some pieces.
     *
     * @param group numbers of pieces
     * @return empty when no incident belongs to it
     */
    Optional<Hotspot> of(LongClusters.Group group) {
        int[] pieces = group.rows();
        int[] members = places.spreadsAny() ? places.rowsOf(pieces) : pieces;
        return members.length == 0 ? Optional.empty() : Optional.of(of(group, members));
    }

    private Hotspot of(LongClusters.Group group, int[] members) {
        int[] pieces = group.rows();
        Geometry outline = Outline.of(places.x(), places.y(), pieces, 0, pieces.length, group.epsMetres());
        int[] rows = new int[members.length];
        double[] x = places.eastOf(members, pieces);
        double[] y = places.northOf(members, pieces);
        int spread = 0;
        double weight = 0;
        int[] types = new int[taken.types().size()];
        int firstMinute = Integer.MAX_VALUE;
        int lastMinute = Integer.MIN_VALUE;
        TreeSet<Long> datasets = new TreeSet<>();
        for (int i = 0; i < members.length; i++) {
            int row = members[i];
            rows[i] = rowOf[row];
            spread += places.isSpread(row) ? 1 : 0;
            weight += taken.weight()[row];
            types[taken.typeIndex()[row]]++;
            datasets.add(taken.dataset(row));
            int from = taken.fromMinute()[row];
            int to = taken.toMinute()[row];
            if (from != TimeSpan.UNKNOWN_MINUTE && to - from <= DAY_KNOWN_WITHIN_MINUTES) {
                firstMinute = Math.min(firstMinute, from);
                lastMinute = Math.max(lastMinute, to - 1);
            }
        }
        Centre centre = Centre.of(x, y);
        double area = outline.getArea();
        return new Hotspot(
                "",
                0,
                Evidence.CRIME,
                Evidence.CRIME,
                outline,
                centre.x(),
                centre.y(),
                rows,
                members.length,
                weight,
                centre.places(),
                area,
                members.length * 1e6 / area,
                (double) members.length / taken.size(),
                mix(types),
                MonthBars.of(taken, members),
                firstMinute > lastMinute ? null : day(firstMinute),
                firstMinute > lastMinute ? null : day(lastMinute),
                List.copyOf(datasets),
                earlier == null ? null : earlier.compare(outline, members.length),
                darkShare(members, centre),
                0,
                List.of(),
                spread,
                places.spreadsAny() ? places.partly(pieces) : 0);
    }

    private List<Count> mix(int[] types) {
        TreeMap<String, Integer> byCode = new TreeMap<>();
        for (int t = 0; t < types.length; t++) {
            if (types[t] > 0) {
                byCode.put(taken.types().get(t), types[t]);
            }
        }
        return HotspotAnalysis.counts(byCode);
    }

    private @Nullable Double darkShare(int[] members, Centre centre) {
        long hourKnown = Arrays.stream(members)
                .filter(row -> taken.time(row).knowsHour())
                .count();
        if (hourKnown < WeekHour.TOO_FEW) {
            return null;
        }
        LonLat place = Projection.of(all.crs()).toLonLat(centre.x(), centre.y());
        OptionalDouble share =
                Darkness.at(place.lon(), place.lat(), options.zone()).share(taken, members);
        return share.isPresent() ? share.getAsDouble() : null;
    }

    private static LocalDate day(int minute) {
        return LocalDate.ofEpochDay(Math.floorDiv(minute, MINUTES_A_DAY));
    }
}
