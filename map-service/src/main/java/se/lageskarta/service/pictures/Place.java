package se.lageskarta.service.pictures;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import se.lageskarta.geo.hotspot.Count;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.WeekHour;
import se.lageskarta.service.evidence.Mask;
import se.lageskarta.service.hotspots.PlacedHotspot;

/**
 * A place where the month's picture has many incidents, or many who feel unsafe.
 *
 * @param spot which place it is from month to month
 * @param hotspot what the live map calls the hotspot while the data are the same
 * @param stream crime or unsafety
 * @param rank 1 for the greatest of its stream
 * @param status new, growing, persistent, fading, returned, or too-few
 * @param count members in the twelve months
 * @param people who marked it; 0 for crime
 * @param expected how many by the same twelve months of earlier years; null without any, as the three that follow
 * @param low least count that chance alone explains, 95 %
 * @param high greatest such count
 * @param p two-sided exact probability
 * @param inside counted inside the outline, member or not, against the same twelve months of earlier years; null for unsafety
 * @param share of all incidents that have a place, 0 to 1
 * @param types most first
 * @param reasons why it feels unsafe, most first; empty for crime
 * @param months members of each of the twelve months
 * @param weekHour Monday first, 24 hours each; null when too few know their hour
 * @param weekHourKnown how many know it
 * @param darkShare part that happened in the dark; null when too few know their hour
 * @param outline where
 * @param centre longitude and latitude
 * @param evidence crime, unsafety, or both when the other stream has a hotspot here too
 * @param areaM2 square metres
 * @param openMeasures numbers of measures here that are not carried out yet
 * @param measures numbers of all measures here
 */
record Place(
        Named spot,
        String hotspot,
        String stream,
        int rank,
        String status,
        @Nullable Integer count,
        int people,
        @Nullable Double expected,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double p,
        @Nullable Counted inside,
        @Nullable Double share,
        List<Mix> types,
        List<Mix> reasons,
        List<@Nullable Integer> months,
        @Nullable List<List<@Nullable Integer>> weekHour,
        int weekHourKnown,
        @Nullable Double darkShare,
        Outline outline,
        List<Double> centre,
        String evidence,
        long areaM2,
        List<Long> openMeasures,
        List<Long> measures) {
    private static final int MONTHS = 12;
    /** A share is told of so many at least to who may not see single incidents. */
    private static final int LEAST_FOR_SHARE = 20;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final long HECTARE = 10_000;

    /** A place that is remembered; 0 for one that is not yet. */
    record Named(long id, String name) {}

    /** How many of one kind; null when hidden. */
    record Mix(String code, @Nullable Integer count) {}

    static Place of(MonthSpots.Known known, Twelve period, List<Long> measures, List<Long> open) {
        PlacedHotspot placed = known.hotspot();
        Hotspot found = placed.found();
        Incidents incidents = placed.analysed().incidents();
        WeekHour week = incidents == null ? null : WeekHour.of(incidents, found.rows());
        boolean unsafety = found.stream() == Evidence.UNSAFETY;
        Counted inside = found.comparison() == null ? null : Counted.of(found.comparison());
        return new Place(
                new Named(known.id(), known.name()),
                placed.id(),
                found.stream().code(),
                placed.rank(),
                status(known.status(), inside),
                found.count(),
                found.respondents(),
                inside == null || unsafety ? null : inside.expected(),
                inside == null || unsafety ? null : inside.low(),
                inside == null || unsafety ? null : inside.high(),
                inside == null || unsafety ? null : inside.p(),
                unsafety ? null : inside,
                Counted.rounded(found.share(), 4),
                mix(found.types()),
                mix(found.reasons()),
                months(found, period),
                week == null || week.isTooFew() ? null : rows(week.count()),
                week == null ? 0 : week.known(),
                found.darkShare() == null ? null : Counted.rounded(found.darkShare(), 3),
                Outline.of(placed.outline()),
                Outline.place(placed.centre().lon(), placed.centre().lat()),
                placed.evidence().code(),
                Math.round(found.areaM2()),
                open,
                measures);
    }

    /** The size that ranks it: people for unsafe places. */
    int size() {
        return stream.equals("unsafety") ? people : count == null ? 0 : count;
    }

    /**
     * The same for who may not see single incidents; only for places of at least five.
     *
     * @param coarse where, in squares
     */
    Place masked(Geometry coarse) {
        Counted kept = inside == null ? null : inside.masked();
        int whole = count == null ? 0 : count;
        Point middle = coarse.getCentroid();
        return new Place(
                spot,
                hotspot,
                stream,
                rank,
                status,
                Mask.about(count),
                people < Mask.LEAST ? 0 : Objects.requireNonNull(Mask.about(people)),
                kept == null ? null : kept.expected(),
                kept == null ? null : kept.low(),
                kept == null ? null : kept.high(),
                kept == null ? null : kept.p(),
                kept,
                Mask.about(share),
                masked(types, whole),
                masked(reasons, Arrays.stream(counts(reasons)).sum()),
                Arrays.asList(Mask.about(flat(months), whole)),
                null,
                0,
                whole < LEAST_FOR_SHARE ? null : Mask.about(darkShare),
                Outline.of(coarse),
                Outline.place(middle.getX(), middle.getY()),
                evidence,
                squareMetres(coarse),
                openMeasures,
                measures);
    }

    /** A place that stays but whose counts are too few to say more says so. */
    private static String status(String spot, @Nullable Counted inside) {
        boolean few = inside != null && inside.status().equals("too-few");
        return few && spot.equals("persistent") ? "too-few" : spot;
    }

    private static List<Mix> mix(List<Count> counts) {
        return counts.stream()
                .map(count -> new Mix(count.code(), count.count()))
                .toList();
    }

    private static List<@Nullable Integer> months(Hotspot found, Twelve period) {
        @Nullable Integer[] months = new @Nullable Integer[MONTHS];
        Arrays.fill(months, 0);
        for (int i = 0; i < found.months().count().length; i++) {
            int at = period.indexOf(found.months().month(i));
            if (at >= 0) {
                months[at] = found.months().count()[i];
            }
        }
        return Arrays.asList(months);
    }

    private static List<List<@Nullable Integer>> rows(int[][] week) {
        return Arrays.stream(week).map(day -> Arrays.asList(Mask.all(day))).toList();
    }

    /** Those that are told; that one is there at all tells of a small count. */
    private static List<Mix> masked(List<Mix> mix, int whole) {
        @Nullable Integer[] shown = Mask.about(counts(mix), whole);
        return IntStream.range(0, shown.length)
                .filter(i -> shown[i] != null)
                .mapToObj(i -> new Mix(mix.get(i).code(), shown[i]))
                .toList();
    }

    private static int[] counts(List<Mix> mix) {
        return mix.stream()
                .mapToInt(one -> one.count() == null ? 0 : one.count())
                .toArray();
    }

    /** In whole hectares. */
    private static long squareMetres(Geometry degrees) {
        double perLon = Math.cos(Math.toRadians(degrees.getCentroid().getY()));
        double area = degrees.getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * perLon;
        return Math.round(area / HECTARE) * HECTARE;
    }

    private static int[] flat(List<@Nullable Integer> counts) {
        return counts.stream().mapToInt(count -> count == null ? 0 : count).toArray();
    }

    /** How the hotspots of one stream were found: everything needed to repeat it, and to doubt it. */
    record Method(
            String stream,
            String method,
            double eps,
            int minPts,
            boolean automatic,
            String whySv,
            String whyEn,
            int n,
            int used,
            List<Mix> excluded,
            int noise,
            boolean snapped,
            String crs,
            String sentenceSv,
            String sentenceEn) {
        static Method of(String stream, HotspotResult result) {
            return new Method(
                    stream,
                    "dbscan",
                    result.parameters().epsMetres(),
                    result.parameters().minPts(),
                    result.parameters().automatic(),
                    result.parameters().whySv(),
                    result.parameters().whyEn(),
                    result.n(),
                    result.used(),
                    mix(result.excluded()),
                    result.noise(),
                    result.snapped(),
                    result.crs().toString(),
                    result.sentenceSv(),
                    result.sentenceEn());
        }
    }
}
