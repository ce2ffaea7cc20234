package se.lageskarta.service.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import se.lageskarta.service.web.FieldFault;

/** What a drawn shape must fulfil, whatever kind of measure it is: in range, not too detailed, not crossing itself. */
final class ShapeRules {
    /** A hand-drawn measure has tens of corners; 5,000 leaves room for an imported street and keeps a list answer small. */
    static final int MAX_VERTICES = 5_000;

    private static final String FIELD = "geometry";

    private ShapeRules() {}

    /**
     * What is wrong with the shape; empty when nothing is. Reports the first fault only, because the next often
     * follows from it. O(n log n) in the number of vertices.
     *
     * @param shape WGS 84 degrees, longitude first
     */
    static List<FieldFault> faults(Geometry shape) {
        List<FieldFault> faults = new ArrayList<>(1);
        if (MeasureShape.of(shape).isEmpty()) {
            faults.add(FieldFault.of(FIELD, shape.getGeometryType(), "measure.geometry.type"));
        } else if (shape.isEmpty()) {
            faults.add(FieldFault.of(FIELD, shape.getGeometryType(), "measure.geometry.empty"));
        } else if (shape.getNumPoints() > MAX_VERTICES) {
            String vertices = Integer.toString(shape.getNumPoints());
            faults.add(FieldFault.of(FIELD, vertices, "measure.geometry.vertices", MAX_VERTICES));
        } else {
            addPlaceFault(shape, faults);
        }
        return faults;
    }

    private static void addPlaceFault(Geometry shape, List<FieldFault> faults) {
        for (Coordinate c : shape.getCoordinates()) {
            if (!(Math.abs(c.x) <= 180 && Math.abs(c.y) <= 90)) {
                faults.add(FieldFault.of(FIELD, text(c), "measure.geometry.range"));
                return;
            }
            if (c.x == 0 && c.y == 0) {
                faults.add(FieldFault.of(FIELD, text(c), "measure.geometry.zero"));
                return;
            }
        }
        if (shape instanceof Polygon) {
            TopologyValidationError error = new IsValidOp(shape).getValidationError();
            if (error != null) {
                faults.add(FieldFault.of(FIELD, text(error.getCoordinate()), "measure.geometry.crossing"));
            }
        } else if (shape.getDimension() == 1 && shape.getLength() == 0) {
            faults.add(FieldFault.of(FIELD, text(shape.getCoordinate()), "measure.geometry.no-length"));
        }
    }

    private static String text(Coordinate c) {
        return String.format(Locale.ROOT, "%.6f %.6f", c.x, c.y);
    }
}
