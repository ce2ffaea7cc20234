package se.lageskarta.service.hotspots;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.hotspot.Count;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.geo.stats.WeekHour;
import se.lageskarta.service.spots.Spot;

/** Turns a hotspot into what they see who may see single incidents. Numbers keep no more digits than they deserve. */
final class HotspotFeature implements HotspotShape {
    @Override
    public Feature listed(PlacedHotspot placed, MeasuresHere.Here here, @Nullable Spot spot) {
        return new Feature(placed.id(), placed.outline(), properties(placed, here, spot));
    }

    @Override
    public Feature explained(PlacedHotspot placed, MeasuresHere.Here here, @Nullable Spot spot) {
        Map<String, @Nullable Object> properties = properties(placed, here, spot);
        Hotspot found = placed.found();
        properties.put("places", found.places());
        Incidents incidents = placed.analysed().incidents();
        if (incidents == null) {
            properties.put("weekHour", null);
            properties.put("weekHourKnown", 0);
            properties.put("weekday", null);
        } else {
            WeekHour week = WeekHour.of(incidents, found.rows());
            properties.put("weekHour", weekHour(week));
            properties.put("weekHourKnown", week.known());
            properties.put("weekday", WeekHour.weekdays(incidents, found.rows()));
        }
        return new Feature(placed.id(), placed.outline(), properties);
    }

    private static Map<String, @Nullable Object> properties(
            PlacedHotspot placed, MeasuresHere.Here here, @Nullable Spot spot) {
        Hotspot found = placed.found();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("rank", placed.rank());
        properties.put("stream", found.stream().code());
        properties.put("name", SpotsHere.name(placed, spot));
        properties.put("spot", named(spot));
        properties.put("count", found.count());
        properties.put("weight", rounded(found.weight(), 3));
        properties.put("areaM2", Math.round(found.areaM2()));
        properties.put("perKm2", rounded(found.perKm2(), 1));
        properties.put("share", rounded(found.share(), 4));
        properties.put("types", mix(found.types(), type -> type));
        properties.put("months", months(found));
        properties.put("firstDay", found.firstDay());
        properties.put("lastDay", found.lastDay());
        properties.put("datasets", found.datasets());
        properties.put(
                "centre",
                List.of(
                        rounded(placed.centre().lon(), 6),
                        rounded(placed.centre().lat(), 6)));
        properties.put("comparison", comparison(found.comparison()));
        properties.put("darkShare", found.darkShare() == null ? null : rounded(found.darkShare(), 3));
        properties.put("openMeasures", here.open());
        properties.put("measureIds", here.ids());
        if (found.stream() == Evidence.UNSAFETY) {
            properties.put("respondents", found.respondents());
            properties.put("reasons", mix(found.reasons(), reason -> reason.toLowerCase(Locale.ROOT)));
        }
        properties.put("evidence", placed.evidence().code());
        properties.put("spread", found.spread());
        properties.put("possible", found.possible());
        return properties;
    }

    private static List<Map<String, @Nullable Object>> mix(List<Count> counts, UnaryOperator<String> code) {
        List<Map<String, @Nullable Object>> mix = new ArrayList<>();
        counts.forEach(count -> mix.add(entry("code", code.apply(count.code()), count.count())));
        return mix;
    }

    private static List<Map<String, @Nullable Object>> months(Hotspot found) {
        int[] count = found.months().count();
        List<Map<String, @Nullable Object>> months = new ArrayList<>();
        for (int i = 0; i < count.length; i++) {
            YearMonth month = found.months().month(i);
            months.add(entry("month", month.toString(), count[i]));
        }
        return months;
    }

    private static @Nullable Object weekHour(WeekHour week) {
        if (week.known() == 0) {
            return null;
        }
        return List.of(week.count());
    }

    private static @Nullable Map<String, @Nullable Object> comparison(@Nullable PoissonComparison made) {
        if (made == null) {
            return null;
        }
        Map<String, @Nullable Object> comparison = new LinkedHashMap<>();
        comparison.put("status", made.status().code());
        comparison.put("expected", rounded(made.expected(), 2));
        comparison.put("low", rounded(made.low(), 2));
        comparison.put("high", rounded(made.high(), 2));
        comparison.put("ratio", rounded(made.ratio(), 3));
        comparison.put("p", made.p());
        comparison.put("years", made.years());
        comparison.put("counts", made.counts());
        return comparison;
    }

    static @Nullable Map<String, Object> named(@Nullable Spot spot) {
        if (spot == null) {
            return null;
        }
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("id", spot.id());
        named.put("name", spot.name());
        return named;
    }

    private static Map<String, @Nullable Object> entry(String name, String value, int count) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(name, value);
        entry.put("count", count);
        return entry;
    }

    /** A number with so many decimals; one that is not finite stays so and is written as null. */
    static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        double scaled = value * scale;
        return Math.abs(scaled) < 1e15 ? Math.rint(scaled) / scale : value;
    }
}
