package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Distance to the nearest of many features, metres; 0 inside an area. O(log corners) a question. */
final class FeatureDistance {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** An area and its locator. */
    private record Area(Envelope box, IndexedPointInAreaLocator inside) {}

    private final IndexedFacetDistance outlines;
    private final STRtree areas = new STRtree();

    /** @param features at least one, metres */
    FeatureDistance(List<Geometry> features) {
        List<Geometry> parts = new ArrayList<>();
        for (Geometry feature : features) {
            for (int i = 0; i < feature.getNumGeometries(); i++) {
                Geometry part = feature.getGeometryN(i);
                if (!part.isEmpty()) {
                    parts.add(part);
                    if (part instanceof Polygonal) {
                        areas.insert(
                                part.getEnvelopeInternal(),
                                new Area(part.getEnvelopeInternal(), new IndexedPointInAreaLocator(part)));
                    }
                }
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("features is empty, but must hold at least one");
        }
        outlines = new IndexedFacetDistance(GEOMETRY.createGeometryCollection(parts.toArray(new Geometry[0])));
    }

    double[] of(double[] x, double[] y) {
        double[] metres = new double[x.length];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = of(x[i], y[i]);
        }
        return metres;
    }

    private double of(double x, double y) {
        Coordinate place = new Coordinate(x, y);
        for (Object one : areas.query(new Envelope(place))) {
            Area area = (Area) one;
            if (area.box.covers(place) && area.inside.locate(place) != Location.EXTERIOR) {
                return 0;
            }
        }
        Point point = GEOMETRY.createPoint(place);
        return outlines.distance(point);
    }
}
