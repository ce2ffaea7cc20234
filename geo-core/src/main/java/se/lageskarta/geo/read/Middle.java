package se.lageskarta.geo.read;

import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** A place on a shape that stands for it: the point itself, halfway along a line, within an area. */
final class Middle {
    private Middle() {}

    /** @param geometry not empty; O(corners) but for areas that do not hold their centre of gravity */
    static Coordinate of(Geometry geometry) {
        if (geometry instanceof Point) {
            return geometry.getCoordinate();
        }
        return switch (geometry.getDimension()) {
            case 0 -> geometry.getInteriorPoint().getCoordinate();
            case 1 -> ofLine(geometry);
            default -> ofArea(geometry);
        };
    }

    private static Coordinate ofLine(Geometry lines) {
        Geometry longest = lines.getGeometryN(0);
        for (int i = 1; i < lines.getNumGeometries(); i++) {
            if (lines.getGeometryN(i).getLength() > longest.getLength()) {
                longest = lines.getGeometryN(i);
            }
        }
        if (!(longest.getLength() > 0) || longest.getNumGeometries() > 1) {
            return lines.getCoordinate();
        }
        return new LengthIndexedLine(longest).extractPoint(longest.getLength() / 2);
    }

    private static Coordinate ofArea(Geometry area) {
        Point centre = area.getCentroid();
        if (!centre.isEmpty() && SimplePointInAreaLocator.locate(centre.getCoordinate(), area) != Location.EXTERIOR) {
            return centre.getCoordinate();
        }
        Point within = area.getInteriorPoint();
        return within.isEmpty() ? area.getCoordinate() : within.getCoordinate();
    }
}
