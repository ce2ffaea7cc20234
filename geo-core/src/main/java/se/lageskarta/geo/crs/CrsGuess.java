package se.lageskarta.geo.crs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which system two columns of coordinates are in, and which of them comes first.
 *
 * <p>When the rows also hold longitude and latitude, every candidate is tried and the one that agrees within
 * {@value #AGREEMENT_METRES} m (median) is certain. Otherwise the size of the numbers and the column names decide;
 * these are made for Sweden: seven digits north and six east are taken to be SWEREF 99 TM, although UTM zones of
 * other countries look the same. Reads at most {@value #MAX_SAMPLE_ROWS} rows, evenly spread.
 */
public final class CrsGuess {
    /** The largest median distance at which two ways to write a place are the same place. */
    public static final double AGREEMENT_METRES = 10;

    private static final int MAX_SAMPLE_ROWS = 500;
    private static final double MIN_SHARE_THAT_FITS = 0.9;
    /** Systems closer to each other than this are told apart by preference, not by distance. */
    private static final double TIE_METRES = 2.0;

    private CrsGuess() {}

    /**
     * One way to read the two columns.
     *
     * @param crs the system
     * @param swapped true when the first column is north (or latitude)
     * @param certain true when nothing else fits
     * @param why a code that a text can be made for: {@code crs.agrees-with-lonlat} (args {@code metres}),
     *     {@code crs.named-in-header} (args {@code header}), {@code crs.looks-like-degrees},
     *     {@code crs.looks-like-sweref99-tm}, {@code crs.looks-like-sweref99-zone}, {@code crs.looks-like-rt90},
     *     {@code crs.looks-like-british-grid}, {@code crs.looks-like-web-mercator}
     * @param args figures for the text
     */
    public record Proposal(Crs crs, boolean swapped, boolean certain, String why, Map<String, Object> args) {
        public Proposal {
            args = Map.copyOf(args);
        }

        Proposal(Crs crs, boolean swapped, boolean certain, String why) {
            this(crs, swapped, certain, why, Map.of());
        }
    }

    /**
     * Proposals, the best first; empty when the numbers fit nothing known. NaN marks a missing number.
     *
     * @param first numbers of the column that comes first, as it stands in the file
     * @param second numbers of the other column, as many
     * @param lon longitudes of the same rows when the file has them besides, degrees
     * @param lat latitudes of the same rows when the file has them besides, degrees
     * @param firstHeader name of the first column, empty when it has none
     * @param secondHeader name of the second column, empty when it has none
     */
    public static List<Proposal> propose(
            double[] first,
            double[] second,
            double @Nullable [] lon,
            double @Nullable [] lat,
            String firstHeader,
            String secondHeader) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "second has " + second.length + " numbers, but must have " + first.length + " like first");
        }
        Columns columns = Columns.sample(first, second, lon, lat, MAX_SAMPLE_ROWS);
        if (columns.size() == 0) {
            return List.of();
        }
        HeaderHint hint = HeaderHint.of(firstHeader, secondHeader);
        if (columns.hasLonLat()) {
            Proposal agreed = byAgreement(columns);
            if (agreed != null) {
                return List.of(agreed);
            }
        }
        List<Proposal> found = new ArrayList<>();
        byHeader(columns, hint, found);
        byDegrees(columns, hint, found);
        byMetres(columns, found);
        return distinct(found);
    }

    private static @Nullable Proposal byAgreement(Columns columns) {
        Proposal best = null;
        double bestMetres = AGREEMENT_METRES;
        for (Crs candidate : candidatesAt(columns.centre())) {
            for (boolean swapped : new boolean[] {false, true}) {
                double metres = columns.medianDeviationMetres(candidate, swapped);
                boolean better = best == null ? metres < bestMetres : metres < bestMetres - TIE_METRES;
                if (better) {
                    double rounded = Math.round(metres * 100) / 100.0;
                    best = new Proposal(candidate, swapped, true, "crs.agrees-with-lonlat", Map.of("metres", rounded));
                    bestMetres = metres;
                }
            }
        }
        return best;
    }

    /** Systems in use at a place, the most likely first. */
    private static List<Crs> candidatesAt(LonLat centre) {
        List<Crs> candidates = new ArrayList<>();
        candidates.add(Crs.WGS84);
        if (WorkingCrs.inSweden(centre.lon(), centre.lat())) {
            for (int code = 3006; code <= 3018; code++) {
                candidates.add(new Crs(code));
            }
            candidates.add(new Crs(3021));
        }
        if (centre.lon() > -9 && centre.lon() < 2.5 && centre.lat() > 49 && centre.lat() < 61.5) {
            candidates.add(new Crs(27700));
        }
        int zone = WorkingCrs.utmZone(centre.lon());
        for (int near = Math.max(1, zone - 1); near <= Math.min(60, zone + 1); near++) {
            if (near <= 23 && centre.lat() > 0) {
                candidates.add(new Crs(26900 + near));
            }
            candidates.add(new Crs((centre.lat() < 0 ? 32700 : 32600) + near));
        }
        candidates.add(Crs.WEB_MERCATOR);
        return candidates;
    }

    private static void byHeader(Columns columns, HeaderHint hint, List<Proposal> found) {
        Crs named = hint.crs();
        if (named == null) {
            return;
        }
        boolean swapped = hint.firstIsNorth() || (!hint.firstIsEast() && columns.firstIsLargerMostly());
        if (named.epsg() == 3021 || (named.epsg() >= 3006 && named.epsg() <= 3018)) {
            // Swedish northings have seven digits and eastings are smaller: the numbers tell better than the names
            swapped = columns.firstIsLargerMostly();
        }
        found.add(new Proposal(named, swapped, true, "crs.named-in-header", Map.of("header", hint.text())));
    }

    private static void byDegrees(Columns columns, HeaderHint hint, List<Proposal> found) {
        String why = "crs.looks-like-degrees";
        boolean straight = columns.fits(false, -180, 180, -90, 90);
        boolean swapped = columns.fits(true, -180, 180, -90, 90);
        if (!straight && !swapped) {
            return;
        }
        boolean swedishStraight = columns.fits(false, 10, 24.2, 54.9, 69.1);
        boolean swedishSwapped = columns.fits(true, 10, 24.2, 54.9, 69.1);
        if (straight != swapped || swedishStraight != swedishSwapped) {
            boolean isSwapped = straight == swapped ? swedishSwapped : swapped;
            found.add(new Proposal(Crs.WGS84, isSwapped, true, why));
        } else {
            boolean told = hint.firstIsEast() || hint.firstIsNorth();
            found.add(new Proposal(Crs.WGS84, hint.firstIsNorth(), told, why));
            if (!told) {
                found.add(new Proposal(Crs.WGS84, true, false, why));
            }
        }
    }

    /** The size of the numbers, both ways round. */
    private static void byMetres(Columns columns, List<Proposal> found) {
        for (boolean swapped : new boolean[] {false, true}) {
            if (columns.fits(swapped, 250_000, 920_000, 6_100_000, 7_700_000)) {
                found.add(new Proposal(Crs.SWEREF99_TM, swapped, true, "crs.looks-like-sweref99-tm"));
            }
            boolean rt90 = columns.fits(swapped, 1_200_000, 1_900_000, 6_100_000, 7_700_000);
            boolean mercator = columns.fits(swapped, 1_200_000, 2_700_000, 7_350_000, 11_300_000);
            if (rt90) {
                found.add(new Proposal(new Crs(3021), swapped, !mercator, "crs.looks-like-rt90"));
            }
            if (mercator) {
                found.add(new Proposal(Crs.WEB_MERCATOR, swapped, !rt90, "crs.looks-like-web-mercator"));
            }
            if (columns.fits(swapped, 50_000, 250_000, 6_100_000, 7_700_000)) {
                localZones(columns, swapped, found);
            }
        }
        boolean british = columns.fits(false, 1_000, 700_000, 1_000, 1_300_000);
        if (british && found.isEmpty() && !columns.fits(false, -1_000, 1_000, -1_000, 1_000)) {
            found.add(new Proposal(new Crs(27700), false, false, "crs.looks-like-british-grid"));
        }
    }

    /** All local zones give the same numbers; those that would put the place outside Sweden are left out. */
    private static void localZones(Columns columns, boolean swapped, List<Proposal> found) {
        List<Crs> zones = new ArrayList<>();
        for (int code = 3007; code <= 3018; code++) {
            LonLat place = columns.medianPlace(new Crs(code), swapped);
            if (place != null && WorkingCrs.inSweden(place.lon(), place.lat())) {
                zones.add(new Crs(code));
            }
        }
        for (Crs zone : zones) {
            found.add(new Proposal(zone, swapped, zones.size() == 1, "crs.looks-like-sweref99-zone"));
        }
    }

    private static List<Proposal> distinct(List<Proposal> found) {
        Set<String> seen = new LinkedHashSet<>();
        return found.stream()
                .filter(proposal -> seen.add(proposal.crs() + (proposal.swapped() ? " swapped" : "")))
                .sorted(Comparator.comparing(proposal -> !proposal.certain()))
                .toList();
    }

    /** A sample of the rows that have both numbers. */
    private record Columns(double[] first, double[] second, double @Nullable [] lon, double @Nullable [] lat) {
        static Columns sample(
                double[] first, double[] second, double @Nullable [] lon, double @Nullable [] lat, int maxRows) {
            boolean places = lon != null && lat != null;
            int[] usable = new int[first.length];
            int count = 0;
            for (int i = 0; i < first.length; i++) {
                boolean placed = lon == null || lat == null || (Math.abs(lon[i]) <= 180 && Math.abs(lat[i]) <= 90);
                // 0, 0 is how files write "not known"
                boolean known = first[i] != 0 || second[i] != 0;
                if (placed && known && Double.isFinite(first[i]) && Double.isFinite(second[i])) {
                    usable[count++] = i;
                }
            }
            int rows = Math.min(count, maxRows);
            int[] chosen = new int[rows];
            for (int i = 0; i < rows; i++) {
                chosen[i] = usable[(int) ((long) i * count / rows)];
            }
            return new Columns(
                    pick(first, chosen),
                    pick(second, chosen),
                    places ? pick(lon, chosen) : null,
                    places ? pick(lat, chosen) : null);
        }

        private static double[] pick(double @Nullable [] values, int[] rows) {
            double[] picked = new double[rows.length];
            for (int i = 0; values != null && i < rows.length; i++) {
                picked[i] = values[rows[i]];
            }
            return picked;
        }

        int size() {
            return first.length;
        }

        boolean hasLonLat() {
            return lon != null && lat != null;
        }

        LonLat centre() {
            return lon == null || lat == null ? new LonLat(0, 0) : new LonLat(median(lon), median(lat));
        }

        boolean firstIsLargerMostly() {
            return median(first) > median(second);
        }

        /** True when nine rows of ten lie in the ranges, read east first or (swapped) north first. */
        boolean fits(boolean swapped, double minEast, double maxEast, double minNorth, double maxNorth) {
            int inside = 0;
            for (int i = 0; i < first.length; i++) {
                double east = swapped ? second[i] : first[i];
                double north = swapped ? first[i] : second[i];
                if (east >= minEast && east <= maxEast && north >= minNorth && north <= maxNorth) {
                    inside++;
                }
            }
            return inside >= MIN_SHARE_THAT_FITS * first.length;
        }

        @Nullable
        LonLat medianPlace(Crs crs, boolean swapped) {
            double[] east = {median(swapped ? second : first)};
            double[] north = {median(swapped ? first : second)};
            Projection.of(crs).toLonLat(east, north, 0, 1, east, north);
            return Double.isNaN(east[0]) ? null : new LonLat(east[0], north[0]);
        }

        /** Infinite when rows have no place in this system. */
        double medianDeviationMetres(Crs crs, boolean swapped) {
            if (lon == null || lat == null) {
                return Double.POSITIVE_INFINITY;
            }
            double[] east = (swapped ? second : first).clone();
            double[] north = (swapped ? first : second).clone();
            Projection.of(crs).toLonLat(east, north, 0, east.length, east, north);
            double metresPerDegree = WebMercator.CIRCUMFERENCE_METRES / 360;
            double[] metres = new double[east.length];
            for (int i = 0; i < metres.length; i++) {
                double dx = (east[i] - lon[i]) * Math.cos(Math.toRadians(lat[i]));
                double away = Math.hypot(dx, north[i] - lat[i]) * metresPerDegree;
                metres[i] = Double.isNaN(away) ? Double.POSITIVE_INFINITY : away;
            }
            return median(metres);
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }
}
