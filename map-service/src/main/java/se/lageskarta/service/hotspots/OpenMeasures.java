package se.lageskarta.service.hotspots;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.stereotype.Component;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.Measures;

/** Which measures are under way at a hotspot: those drawn inside or near its outline, or planned for it by name. */
@Component
class OpenMeasures {
    /** A lamp post on the other side of the street belongs to the place. */
    private static final double NEAR_METRES = 25;

    private static final double METRES_PER_DEGREE = 111_195;

    private record Known(long revision, List<Measure> open, STRtree byPlace) {}

    private final Measures measures;
    private volatile @Nullable Known kept;

    OpenMeasures(Measures measures) {
        this.measures = measures;
    }

    /** Rises with every change of a measure. */
    long revision() {
        return measures.revision();
    }

    /** Numbers of the open measures at a hotspot, ascending. */
    List<Long> at(PlacedHotspot hotspot, long revision) {
        Known known = known(revision);
        SortedSet<Long> ids = new TreeSet<>();
        for (Measure measure : known.open) {
            if (hotspot.id().equals(measure.hotspotId())) {
                ids.add(measure.id());
            }
        }
        Geometry outline = hotspot.outline();
        double perLon = Math.max(0.01, Math.cos(Math.toRadians(hotspot.centre().lat())));
        double near = NEAR_METRES / METRES_PER_DEGREE;
        Envelope reach = outline.getEnvelopeInternal().copy();
        reach.expandBy(near / perLon, near);
        for (Object candidate : known.byPlace.query(reach)) {
            Measure measure = (Measure) candidate;
            if (metresBetween(outline, measure.shape(), perLon) <= NEAR_METRES) {
                ids.add(measure.id());
            }
        }
        return new ArrayList<>(ids);
    }

    private Known known(long revision) {
        Known known = kept;
        if (known == null || known.revision != revision) {
            List<Measure> open = measures.all(MeasureFilter.ALL).stream()
                    .filter(Measure::isOpen)
                    .toList();
            STRtree tree = new STRtree();
            open.forEach(measure -> tree.insert(measure.shape().getEnvelopeInternal(), measure));
            tree.build();
            known = new Known(revision, open, tree);
            kept = known;
        }
        return known;
    }

    /** In a plane that touches the globe at the hotspot: true to some centimetres over a street's width. */
    private static double metresBetween(Geometry one, Geometry other, double perLon) {
        return flat(one, perLon).distance(flat(other, perLon)) * METRES_PER_DEGREE;
    }

    private static Geometry flat(Geometry degrees, double perLon) {
        Geometry flat = degrees.copy();
        flat.apply((Coordinate c) -> c.x *= perLon);
        flat.geometryChanged();
        return flat;
    }
}
