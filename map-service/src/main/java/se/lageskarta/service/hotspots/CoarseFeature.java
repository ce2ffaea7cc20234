package se.lageskarta.service.hotspots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.hotspot.Count;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.service.evidence.CountBand;
import se.lageskarta.service.evidence.Mask;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.spots.Spot;

/**
 * Turns a hotspot into what they see who may not see single incidents: where it is, in squares; between which numbers the counts
 * lie; what has changed, in a word. No day, no share, no mean of places, and nothing about numbers below {@value Mask#LEAST}.
 *
 * <p>{@link PlacedHotspot#found()} is exact: nothing of it goes out but through a band, a word or a rounded share.
 *
 * @param question the whole year that is told of
 */
record CoarseFeature(Question question) implements HotspotShape {
    /** A share is told of this many at least ... */
    private static final int LEAST_FOR_SHARE = 20;
    /** ... and in steps of five hundredths. */
    private static final double STEPS = 20;

    private static final int MONTHS = 12;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final long HECTARE = 10_000;

    @Override
    public Feature listed(PlacedHotspot placed, MeasuresHere.Here here, @Nullable Spot spot) {
        return new Feature(placed.id(), placed.outline(), properties(placed, here, spot));
    }

    @Override
    public Feature explained(PlacedHotspot placed, MeasuresHere.Here here, @Nullable Spot spot) {
        return listed(placed, here, spot);
    }

    private Map<String, @Nullable Object> properties(
            PlacedHotspot placed, MeasuresHere.Here here, @Nullable Spot spot) {
        Hotspot found = placed.found();
        boolean unsafety = found.stream() == Evidence.UNSAFETY;
        CountBand size = CountBand.of(unsafety ? found.respondents() : found.count());
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("rank", placed.rank());
        properties.put("stream", found.stream().code());
        properties.put("name", SpotsHere.name(placed, spot));
        properties.put("spot", HotspotFeature.named(spot));
        properties.put("count", null);
        put(properties, size);
        properties.put("areaM2", squareMetres(placed));
        properties.put("types", mix(found.types(), found.count(), type -> type));
        properties.put("months", months(found));
        properties.put("datasets", found.datasets());
        properties.put(
                "centre",
                List.of(
                        HotspotFeature.rounded(placed.centre().lon(), 5),
                        HotspotFeature.rounded(placed.centre().lat(), 5)));
        properties.put("comparison", comparison(found.comparison()));
        properties.put("darkShare", darkShare(found));
        properties.put("openMeasures", here.open());
        properties.put("measureIds", here.ids());
        if (unsafety) {
            properties.put(
                    "reasons", mix(found.reasons(), sum(found.reasons()), reason -> reason.toLowerCase(Locale.ROOT)));
        }
        properties.put("evidence", placed.evidence().code());
        return properties;
    }

    /** Kinds that have enough, those of the greatest band first. */
    private static List<Map<String, @Nullable Object>> mix(List<Count> counts, int whole, UnaryOperator<String> code) {
        @Nullable
        CountBand[] bands = CountBand.of(counts.stream().mapToInt(Count::count).toArray(), whole);
        return IntStream.range(0, bands.length)
                .filter(i -> bands[i] != null)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -from(bands[i]))
                        .thenComparing(i -> counts.get(i).code()))
                .map(i -> entry("code", code.apply(counts.get(i).code()), bands[i]))
                .toList();
    }

    /** People give several reasons each: they have no whole but themselves. */
    private static int sum(List<Count> counts) {
        return counts.stream().mapToInt(Count::count).sum();
    }

    /** All twelve months, also those before the first incident and after the last. */
    private List<Map<String, @Nullable Object>> months(Hotspot found) {
        LocalDate first = question.from();
        if (found.stream() == Evidence.UNSAFETY || first == null) {
            return List.of();
        }
        YearMonth january = YearMonth.from(first);
        int[] counts = new int[MONTHS];
        for (int i = 0; i < found.months().count().length; i++) {
            long at = january.until(found.months().month(i), ChronoUnit.MONTHS);
            if (at >= 0 && at < MONTHS) {
                counts[(int) at] = found.months().count()[i];
            }
        }
        @Nullable CountBand[] bands = CountBand.of(counts, found.count());
        return IntStream.range(0, MONTHS)
                .mapToObj(i -> entry("month", january.plusMonths(i).toString(), bands[i]))
                .toList();
    }

    private static @Nullable Map<String, @Nullable Object> comparison(@Nullable PoissonComparison made) {
        if (made == null) {
            return null;
        }
        Map<String, @Nullable Object> comparison = new LinkedHashMap<>();
        comparison.put("status", made.status().code());
        comparison.put("years", made.years());
        return comparison;
    }

    private static @Nullable Double darkShare(Hotspot found) {
        Double share = found.darkShare();
        return share == null || found.count() < LEAST_FOR_SHARE
                ? null
                : Double.valueOf(Math.rint(share * STEPS) / STEPS);
    }

    private static Map<String, @Nullable Object> entry(String name, String value, @Nullable CountBand band) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(name, value);
        entry.put("count", null);
        put(entry, band);
        return entry;
    }

    private static void put(Map<String, @Nullable Object> properties, @Nullable CountBand band) {
        properties.put("countFrom", band == null ? null : band.from());
        properties.put("countTo", band == null ? null : band.to());
    }

    private static int from(@Nullable CountBand band) {
        return band == null ? 0 : band.from();
    }

    /** Square metres of the squares, in whole hectares. */
    private static long squareMetres(PlacedHotspot placed) {
        double perLon = Math.cos(Math.toRadians(placed.centre().lat()));
        double area = placed.outline().getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * perLon;
        return Math.round(area / HECTARE) * HECTARE;
    }
}
