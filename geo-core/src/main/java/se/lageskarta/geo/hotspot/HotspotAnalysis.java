package se.lageskarta.geo.hotspot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.lageskarta.geo.cluster.Advice;
import se.lageskarta.geo.cluster.Clusters;
import se.lageskarta.geo.cluster.Dbscan;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.DefaultPoints;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/**
 * Finds, outlines, ranks and explains the hotspots of one stream.
 *
 * <p>Only rows whose place is known as a point, or as a street or area that is not too wide, take part; the rest are
 * counted by reason. A row that lies somewhere along a street is spread over it ({@link SpreadPlaces}): it belongs to the
 * hotspot that holds at least half of it, and to none otherwise. A file that does not tell how well places are known may have a geocoder's default point or a
 * municipality's label point in it: {@link DefaultPoints} recognises it by what is recorded there, and its rows are
 * counted as {@code place-default}. Where that rule is not sure, an address with hundreds of incidents stays, for it
 * may as well be a shopping centre; a hotspot of one single coordinate among points that are not snapped brings
 * {@link Advice#ONE_COORDINATE}.
 *
 * <p>Weights are kept as a sum but do not move the clusters: an incident counts once. The result is the same
 * whatever the order of the rows and the number of threads.
 */
public final class HotspotAnalysis {
    private static final Comparator<Hotspot> MOST_FIRST = Comparator.comparingInt(HotspotAnalysis::rankingCount)
            .thenComparingDouble(Hotspot::perKm2)
            .reversed()
            .thenComparingDouble(Hotspot::centreX)
            .thenComparingDouble(Hotspot::centreY);

    /** So many incidents on one coordinate and nothing around it deserve a second look. */
    private static final int MANY_ON_ONE = 20;
    /** A second clustering of more would double the wait for a list that a city's map does not show. */
    private static final int MOST_LOOKED_BACK_AT = 50_000;

    private HotspotAnalysis() {}

    /**
     * Hotspots of recorded crime: of the incidents given, which their giver has chosen.
     *
     * @param all incidents of all time in one working system, metres
     * @param period which of them are asked about; its types and datasets hold for the earlier years as well
     * @param options what is not automatic
     */
    public static HotspotResult crime(Incidents all, IncidentFilter period, HotspotOptions options) {
        int[] asked = all.rowsWhere(period);
        TreeMap<String, Integer> excluded = new TreeMap<>();
        DefaultPoints defaults = DefaultPoints.of(all);
        int[] rows = placed(all, defaults, asked, excluded);
        int timeless = timeless(all, period);
        if (timeless > 0) {
            excluded.put("time-unknown", timeless);
        }
        EarlierYears earlier =
                options.compareWithPreviousYears() ? EarlierYears.of(earlierToo(all, defaults, period), period) : null;
        CrimeSearch search = CrimeSearch.among(all, rows, options, earlier);
        List<Hotspot> hotspots = inOrder(search.hotspots());
        int used = rows.length;
        int n = asked.length + timeless;
        boolean snapped = search.snapped();
        return new HotspotResult(
                all.crs(),
                hotspots,
                earlier == null ? List.of() : gone(all, defaults, period, options, earlier, hotspots),
                search.parameters(),
                n,
                used,
                counts(excluded),
                used - hotspots.stream().mapToInt(Hotspot::count).sum(),
                search.distinct(),
                snapped,
                advice(search, hotspots, snapped),
                DataHash.of(search.taken()),
                options.seed(),
                Sentences.crimeSv(search.parameters(), used, n, snapped, spread(search.taken())),
                Sentences.crimeEn(search.parameters(), used, n, snapped, spread(search.taken())));
    }

    /**
     * Hotspots of disorder and of faults in the surroundings, found as those of crime are.
     *
     * @param all incidents of those kinds, of all time in one working system, metres
     * @param period which of them are asked about; its types and datasets hold for the earlier years as well
     * @param options what is not automatic
     */
    public static HotspotResult disorder(Incidents all, IncidentFilter period, HotspotOptions options) {
        return crime(all, period, options).of(Evidence.DISORDER);
    }

    /** Hotspots of the same period a year before where there is none now and certainly less than in the years before. */
    private static List<Hotspot> gone(
            Incidents all,
            DefaultPoints defaults,
            IncidentFilter period,
            HotspotOptions options,
            EarlierYears earlier,
            List<Hotspot> now) {
        IncidentFilter before = earlier.yearBefore(period);
        if (before == null) {
            return List.of();
        }
        int[] rows = placed(all, defaults, all.rowsWhere(before), new TreeMap<>());
        if (rows.length > MOST_LOOKED_BACK_AT) {
            return List.of();
        }
        return inOrder(CrimeSearch.among(all, rows, options, earlier).hotspots().stream()
                .filter(old -> isGone(old, now))
                .toList());
    }

    private static boolean isGone(Hotspot old, List<Hotspot> now) {
        PoissonComparison comparison = old.comparison();
        boolean less = comparison != null
                && (comparison.status() == PoissonComparison.Status.GONE
                        || comparison.status() == PoissonComparison.Status.FADING);
        return less && now.stream().noneMatch(each -> each.outline().intersects(old.outline()));
    }

    /**
     * Hotspots of places felt to be unsafe. A person counts once a place: of several marks by one respondent
     * within eps of each other, only the first weighs, in order of place.
     *
     * @param all marks of all waves in one working system; those felt to be safe are left out and counted
     * @param period days and datasets; types do not apply
     * @param options what is not automatic
     */
    public static HotspotResult unsafety(UnsafePlaces all, IncidentFilter period, HotspotOptions options) {
        TreeMap<String, Integer> excluded = new TreeMap<>();
        List<Integer> rows = new ArrayList<>();
        int asked = 0;
        for (int row = 0; row < all.size(); row++) {
            UnsafePlace mark = all.marks().get(row);
            boolean timeless = mark.day() == null && (period.from() != null || period.to() != null);
            if (!isAsked(mark, period)) {
                continue;
            }
            asked++;
            if (mark.safe()) {
                excluded.merge("safe", 1, Integer::sum);
            } else if (timeless) {
                excluded.merge("time-unknown", 1, Integer::sum);
            } else {
                rows.add(row);
            }
        }
        HotspotParameters parameters = HotspotParameters.forUnsafety(options);
        UnsafetyHotspots describe = new UnsafetyHotspots(all, rows, parameters.epsMetres());
        Clusters clusters = new Dbscan(parameters.epsMetres(), parameters.minPts())
                .fit(describe.x(), describe.y(), describe.weight());
        List<LongClusters.Group> groups = LongClusters.groups(clusters, parameters.epsMetres());
        List<Hotspot> hotspots = inOrder(groups.stream().map(describe::of).toList());
        boolean snapped = clusters.distinct() < 0.9 * rows.size();
        return new HotspotResult(
                all.crs(),
                hotspots,
                List.of(),
                parameters,
                asked,
                rows.size(),
                counts(excluded),
                rows.size() - hotspots.stream().mapToInt(Hotspot::count).sum(),
                clusters.distinct(),
                snapped,
                clusters.advice(),
                DataHash.of(rows.stream().map(all.marks()::get).toList()),
                options.seed(),
                Sentences.unsafetySv(parameters, rows.size(), asked),
                Sentences.unsafetyEn(parameters, rows.size(), asked));
    }

    /** The clustering's advice, and what was left out, and a warning of hotspots that are one coordinate. */
    private static List<Advice> advice(CrimeSearch search, List<Hotspot> hotspots, boolean snapped) {
        List<Advice> advice = new ArrayList<>(search.advice());
        if (hotspots.size() < search.found()) {
            advice.add(Advice.LIKE_SURROUNDINGS);
        }
        if (!snapped
                && hotspots.stream()
                        .anyMatch(hotspot ->
                                hotspot.places() == 1 && hotspot.spread() == 0 && hotspot.count() >= MANY_ON_ONE)) {
            advice.add(Advice.ONE_COORDINATE);
        }
        return advice;
    }

    private static boolean isAsked(UnsafePlace mark, IncidentFilter period) {
        boolean dataset = period.datasets().isEmpty() || period.datasets().contains(mark.datasetId());
        LocalDate day = mark.day();
        LocalDate from = period.from();
        LocalDate to = period.to();
        return dataset
                && (day == null || from == null || !day.isBefore(from))
                && (day == null || to == null || !day.isAfter(to));
    }

    /** Those rows whose place is known well enough; the others are counted by reason. */
    private static int[] placed(Incidents all, DefaultPoints defaults, int[] asked, TreeMap<String, Integer> excluded) {
        int[] rows = new int[asked.length];
        int used = 0;
        for (int row : asked) {
            if (!all.isPoint(row) && !all.isSpread(row)) {
                excluded.merge("place-" + all.precision(row).name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            } else if (defaults.isAt(all.x()[row], all.y()[row])) {
                excluded.merge(DefaultPoints.REASON, 1, Integer::sum);
            } else {
                rows[used++] = row;
            }
        }
        return Arrays.copyOf(rows, used);
    }

    private static int spread(Incidents taken) {
        int spread = 0;
        for (int row = 0; row < taken.size(); row++) {
            spread += taken.isSpread(row) ? 1 : 0;
        }
        return spread;
    }

    /** Rows of unknown time that a bounded period cannot place. */
    private static int timeless(Incidents all, IncidentFilter period) {
        if (period.from() == null && period.to() == null) {
            return 0;
        }
        int timeless = 0;
        for (int row : all.rowsWhere(period.during(null, null))) {
            timeless += all.fromMinute()[row] == TimeSpan.UNKNOWN_MINUTE ? 1 : 0;
        }
        return timeless;
    }

    private static Incidents earlierToo(Incidents all, DefaultPoints defaults, IncidentFilter period) {
        return defaults.without(all.where(period.during(null, null)));
    }

    private static List<Hotspot> inOrder(List<Hotspot> hotspots) {
        return HotspotIds.rankedAndNamed(hotspots.stream().sorted(MOST_FIRST).toList());
    }

    private static int rankingCount(Hotspot hotspot) {
        return hotspot.stream() == Evidence.UNSAFETY ? hotspot.respondents() : hotspot.count();
    }

    static List<Count> counts(Map<String, Integer> byCode) {
        return byCode.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::code))
                .toList();
    }
}
