package se.lageskarta.geo.incident;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Points that stand for a street or an area, evenly spread over it: what lies somewhere in it lies at each of them with
 * the same chance. At most {@value #MOST_PIECES} of a street, and about as many of an area.
 */
public final class PlacePieces {
    /** A street of two kilometres in steps of twenty metres. */
    private static final int MOST_PIECES = 100;

    private static final double LEAST_STEP_METRES = 5;

    private PlacePieces() {}

    /**
     * @param shape a street or an area, metres
     * @param stepMetres wanted distance between neighbours, greater than 0; wider where there would be too many
     * @return at least one
     */
    public static List<Coordinate> of(Geometry shape, double stepMetres) {
        double step = Math.max(stepMetres, LEAST_STEP_METRES);
        return switch (shape.getDimension()) {
            case 2 -> onArea(shape, step);
            case 1 -> onLines(LinearComponentExtracter.getGeometry(shape), step);
            default -> List.of(shape.getCentroid().getCoordinate());
        };
    }

    /** In the middle of each of so many equal lengths. */
    private static List<Coordinate> onLines(Geometry lines, double step) {
        double length = lines.getLength();
        int count = (int) Math.max(1, Math.min(MOST_PIECES, Math.ceil(length / step)));
        LengthIndexedLine along = new LengthIndexedLine(lines);
        List<Coordinate> pieces = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            pieces.add(along.extractPoint((k + 0.5) * length / count));
        }
        return pieces;
    }

    /** In the middle of each square of a grid that is tied to the origin, so that neighbours share it. */
    private static List<Coordinate> onArea(Geometry area, double step) {
        double side = Math.max(step, Math.sqrt(area.getArea() / MOST_PIECES));
        Envelope box = area.getEnvelopeInternal();
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        List<Coordinate> pieces = new ArrayList<>();
        double south = (Math.floor(box.getMinY() / side) + 0.5) * side;
        double west = (Math.floor(box.getMinX() / side) + 0.5) * side;
        for (double north = south; north <= box.getMaxY(); north += side) {
            for (double east = west; east <= box.getMaxX(); east += side) {
                Coordinate place = new Coordinate(east, north);
                if (inside.locate(place) != Location.EXTERIOR) {
                    pieces.add(place);
                }
            }
        }
        return pieces.isEmpty() ? List.of(area.getInteriorPoint().getCoordinate()) : pieces;
    }
}
