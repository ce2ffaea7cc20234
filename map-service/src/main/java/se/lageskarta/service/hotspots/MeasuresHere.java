package se.lageskarta.service.hotspots;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.stereotype.Component;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.Measures;

/** Which measures are at a hotspot, under way or done: those drawn inside or near its outline, or planned for it. */
@Component
class MeasuresHere {
    /** A lamp post on the other side of the street belongs to the place. */
    private static final double NEAR_METRES = 25;

    private static final double METRES_PER_DEGREE = 111_195;

    private record Known(long revision, List<Measure> measures, STRtree byPlace) {}

    /**
     * @param ids all of them, ascending
     * @param open how many of them are not closed
     */
    record Here(List<Long> ids, int open) {}

    private final Measures measures;
    private volatile @Nullable Known kept;

    MeasuresHere(Measures measures) {
        this.measures = measures;
    }

    /** Rises with every change of a measure. */
    long revision() {
        return measures.revision();
    }

    Here at(PlacedHotspot hotspot, long revision) {
        SortedMap<Long, Measure> here = near(hotspot.outline(), revision);
        for (Measure measure : known(revision).measures) {
            if (hotspot.id().equals(measure.hotspotId())) {
                here.put(measure.id(), measure);
            }
        }
        int open = (int) here.values().stream().filter(Measure::isOpen).count();
        return new Here(List.copyOf(here.keySet()), open);
    }

    /** Those in or beside an area in degrees, by their numbers. */
    SortedMap<Long, Measure> near(Geometry outline, long revision) {
        Known known = known(revision);
        SortedMap<Long, Measure> here = new TreeMap<>();
        double middle = outline.getEnvelopeInternal().centre().y;
        double perLon = Math.max(0.01, Math.cos(Math.toRadians(middle)));
        double near = NEAR_METRES / METRES_PER_DEGREE;
        Envelope reach = outline.getEnvelopeInternal().copy();
        reach.expandBy(near / perLon, near);
        for (Object candidate : known.byPlace.query(reach)) {
            Measure measure = (Measure) candidate;
            if (metresBetween(outline, measure.shape(), perLon) <= NEAR_METRES) {
                here.put(measure.id(), measure);
            }
        }
        return here;
    }

    private Known known(long revision) {
        Known known = kept;
        if (known == null || known.revision != revision) {
            List<Measure> all = measures.all(MeasureFilter.ALL);
            STRtree tree = new STRtree();
            all.forEach(measure -> tree.insert(measure.shape().getEnvelopeInternal(), measure));
            tree.build();
            known = new Known(revision, all, tree);
            kept = known;
        }
        return known;
    }

    /** In a plane that touches the globe at the hotspot: true to some centimetres over a street's width. */
    private static double metresBetween(Geometry one, Geometry other, double perLon) {
        return flat(one, perLon).distance(flat(other, perLon)) * METRES_PER_DEGREE;
    }

    private static Geometry flat(Geometry degrees, double perLon) {
        return AffineTransformation.scaleInstance(perLon, 1).transform(degrees);
    }
}
