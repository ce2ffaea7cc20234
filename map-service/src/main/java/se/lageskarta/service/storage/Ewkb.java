package se.lageskarta.service.storage;

import net.postgis.jdbc.geometry.Point;
import net.postgis.jdbc.geometry.binary.BinaryWriter;
import net.postgis.jdbc.geometry.binary.ValueSetter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Geometry as extended well-known binary with SRID 4326, the form that PostGIS and H2 both take. Points go through
 * PostGIS JDBC's binary writer, which makes no JTS object first. Not safe for several threads.
 */
final class Ewkb {
    private static final int SRID = 4326;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final BinaryWriter points = new BinaryWriter();
    private final WKBWriter shapes = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true);
    private final WKBReader reader = new WKBReader();

    byte[] point(double lon, double lat) {
        Point point = new Point(lon, lat);
        point.setSrid(SRID);
        return points.writeBinary(point, ValueSetter.NDR.NUMBER);
    }

    byte[] shape(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.setSRID(SRID);
        return shapes.write(copy);
    }

    byte[] box(Bounds bounds) {
        return shape(FACTORY.toGeometry(new Envelope(bounds.west(), bounds.east(), bounds.south(), bounds.north())));
    }

    Geometry read(byte[] ewkb) {
        try {
            return reader.read(ewkb);
        } catch (ParseException unreadable) {
            throw new IllegalStateException("The database returned a geometry that cannot be read", unreadable);
        }
    }
}
