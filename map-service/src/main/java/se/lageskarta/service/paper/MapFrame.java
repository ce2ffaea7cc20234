package se.lageskarta.service.paper;

import java.util.Collection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WorkingCrs;
import se.lageskarta.service.storage.Bounds;

/**
 * The piece of land that a printed map shows, in the metres of its working system.
 *
 * @param projection between those metres and degrees
 * @param box what is shown, metres, as wide in its height as the map's picture
 */
public record MapFrame(Projection projection, Envelope box) {
    /** Less than this shows no street one could know the place by. */
    private static final double LEAST_METRES = 900;

    private static final double MARGIN = 0.14;
    /** Width of a printed map in its height. */
    static final double SHAPE = (double) MapPicture.WIDTH / MapPicture.HEIGHT;

    private static final double STRIP_SHAPE = (double) MapPicture.WIDTH / MapPicture.STRIP_HEIGHT;

    /**
     * The frame that holds all of some shapes with room around them.
     *
     * @param shapes WGS 84 degrees, at least one that is not empty
     */
    public static MapFrame around(Collection<? extends Geometry> shapes) {
        return around(shapes, SHAPE);
    }

    /**
     * The same for a low map, where a page has little room. Its legend names no places: what stands beside it must tell
     * what the numbers are.
     */
    public static MapFrame strip(Collection<? extends Geometry> shapes) {
        return around(shapes, STRIP_SHAPE);
    }

    private static MapFrame around(Collection<? extends Geometry> shapes, double shape) {
        Envelope degrees = new Envelope();
        shapes.forEach(each -> degrees.expandToInclude(each.getEnvelopeInternal()));
        if (degrees.isNull()) {
            throw new IllegalArgumentException("shapes hold no place, but a map must show one");
        }
        Coordinate centre = degrees.centre();
        Projection projection = Projection.of(WorkingCrs.choose(Crs.WGS84, centre.x, centre.y));
        Envelope metres = new Envelope();
        for (Geometry each : shapes) {
            metres.expandToInclude(
                    ProjectedGeometry.fromLonLat(each, projection).getEnvelopeInternal());
        }
        return new MapFrame(projection, widened(metres, shape));
    }

    private static Envelope widened(Envelope metres, double shape) {
        double width = Math.max(LEAST_METRES, metres.getWidth() * (1 + 2 * MARGIN));
        double height = Math.max(LEAST_METRES / shape, metres.getHeight() * (1 + 2 * MARGIN));
        width = Math.max(width, height * shape);
        height = width / shape;
        Coordinate centre = metres.centre();
        return new Envelope(centre.x - width / 2, centre.x + width / 2, centre.y - height / 2, centre.y + height / 2);
    }

    /** What the base map is to be asked for. */
    public Bounds bounds() {
        Geometry corners = new GeometryFactory().toGeometry(box);
        Envelope degrees = ProjectedGeometry.toLonLat(corners, projection).getEnvelopeInternal();
        return new Bounds(degrees.getMinX(), degrees.getMinY(), degrees.getMaxX(), degrees.getMaxY());
    }

    /** A shape in degrees as it lies on the picture, pixels from its upper left corner. */
    Geometry onPicture(Geometry degrees) {
        Geometry metres = ProjectedGeometry.fromLonLat(degrees, projection);
        double scale = MapPicture.WIDTH / box.getWidth();
        for (Coordinate corner : metres.getCoordinates()) {
            corner.setX((corner.getX() - box.getMinX()) * scale);
            corner.setY((box.getMaxY() - corner.getY()) * scale);
        }
        metres.geometryChanged();
        return metres;
    }

    /** Of the picture, pixels. */
    int height() {
        return (int) Math.round(MapPicture.WIDTH * box.getHeight() / box.getWidth());
    }

    boolean isStrip() {
        return height() < MapPicture.HEIGHT;
    }

    double metresPerPixel() {
        return box.getWidth() / MapPicture.WIDTH;
    }
}
