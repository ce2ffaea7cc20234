package se.lageskarta.service.areachecks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.hotspots.FoundHotspots;
import se.lageskarta.service.hotspots.PlacedHotspot;
import se.lageskarta.service.measures.Measure;

/** What lies in and around a drawn area besides counted incidents: hotspots, places felt, lamps, measures. */
@Component
class PlaceSurroundings {
    private static final int MOST_MEASURES = 100;

    private final FoundHotspots hotspots;
    private final LitWays ways;

    PlaceSurroundings(FoundHotspots hotspots, LitWays ways) {
        this.hotspots = hotspots;
        this.ways = ways;
    }

    /** @param buffered degrees */
    record Found(
            Geometry buffered,
            List<CheckAnswer.Hotspot> hotspots,
            CheckAnswer.Felt unsafe,
            CheckAnswer.Felt safe,
            CheckAnswer.Lighting lighting,
            List<CheckAnswer.MeasureNear> measures) {}

    Found of(ComputeCheck.Drawn drawn, int buffer, Town town, PlannerAreas areas, ToldNumbers numbers) {
        Geometry buffered = drawn.shape().widened(buffer);
        FeltPlaces felt = FeltPlaces.of(town.question(null, null).unsafePlacesOfAllTime(), areas);
        return new Found(
                buffered,
                hotspots(drawn, buffered, town, numbers),
                felt.unsafe(drawn.touched()),
                felt.safe(drawn.touched()),
                ways.in(buffered, areas, town.facts().revision()),
                measures(drawn, buffered));
    }

    /** Those of the last year of the period; of smaller ones nothing is told. */
    private List<CheckAnswer.Hotspot> hotspots(
            ComputeCheck.Drawn drawn, Geometry buffered, Town town, ToldNumbers numbers) {
        LocalDate to = numbers.cover().to().atEndOfMonth();
        LocalDate year = numbers.cover().to().minusMonths(11).atDay(1);
        LocalDate from = year.isBefore(numbers.cover().from().atDay(1))
                ? numbers.cover().from().atDay(1)
                : year;
        return hotspots.toldIn(town.question(from, to).withStream(EvidenceStream.BOTH)).stream()
                .filter(hotspot -> isLarge(hotspot) && hotspot.outline().intersects(buffered))
                .map(hotspot -> new CheckAnswer.Hotspot(
                        hotspot.name(),
                        hotspot.found().stream().code(),
                        status(hotspot),
                        ShapeJson.of(hotspot.outline()),
                        metres(drawn, hotspot.outline())))
                .toList();
    }

    private static boolean isLarge(PlacedHotspot hotspot) {
        boolean felt = hotspot.found().stream() == Evidence.UNSAFETY;
        return (felt ? hotspot.found().respondents() : hotspot.found().count()) >= Told.LEAST;
    }

    private static String status(PlacedHotspot hotspot) {
        PoissonComparison comparison = hotspot.found().comparison();
        return comparison == null ? "no-history" : comparison.status().code();
    }

    private List<CheckAnswer.MeasureNear> measures(ComputeCheck.Drawn drawn, Geometry buffered) {
        return hotspots.measuresNear(buffered).stream()
                .map(measure -> near(drawn, measure))
                .sorted(Comparator.comparingLong(CheckAnswer.MeasureNear::distance)
                        .thenComparingLong(CheckAnswer.MeasureNear::id))
                .limit(MOST_MEASURES)
                .toList();
    }

    private static CheckAnswer.MeasureNear near(ComputeCheck.Drawn drawn, Measure measure) {
        return new CheckAnswer.MeasureNear(
                measure.id(),
                measure.title(),
                measure.status().code(),
                measure.owner(),
                metres(drawn, measure.shape()));
    }

    private static long metres(ComputeCheck.Drawn drawn, Geometry other) {
        Projection projection = AreaShape.projectionAt(drawn.shape().degrees());
        return Math.round(ProjectedGeometry.fromLonLat(drawn.shape().degrees(), projection)
                .distance(ProjectedGeometry.fromLonLat(other, projection)));
    }
}
