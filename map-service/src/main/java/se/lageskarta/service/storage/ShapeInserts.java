package se.lageskarta.service.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Projection;

/** Stores the streets and areas of one import's incidents, each once. Not safe for several threads. */
final class ShapeInserts {
    /** Shapes remembered as stored; a municipality has fewer streets. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Vendor vendor;
    private final Ewkb ewkb = new Ewkb();
    private final Map<Geometry, Long> stored = new IdentityHashMap<>();

    ShapeInserts(Vendor vendor) {
        this.vendor = vendor;
    }

    /** Writes the shapes of a batch whose rows have ids from {@code firstId} on, within the caller's transaction. */
    void write(Connection connection, long importId, long firstId, IncidentBatch batch) throws SQLException {
        Map<Long, Geometry> shapes = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            Geometry shape = batch.shape(i);
            if (shape != null) {
                shapes.put(firstId + i, shape);
            }
        }
        Map<Geometry, Long> numbers = store(connection, importId, shapes.values());
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into incident_shape (incident_id, import_id, shape_id) values (?, ?, ?)")) {
            for (Map.Entry<Long, Geometry> shape : shapes.entrySet()) {
                insert.setLong(1, shape.getKey());
                insert.setLong(2, importId);
                insert.setLong(3, numbers.getOrDefault(shape.getValue(), 0L));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Stores those shapes that are not yet; the numbers of all of them, by object. */
    Map<Geometry, Long> store(Connection connection, long importId, Iterable<Geometry> shapes) throws SQLException {
        if (stored.size() > MOST_REMEMBERED) {
            stored.clear();
        }
        Map<Geometry, Long> fresh = new IdentityHashMap<>();
        for (Geometry shape : shapes) {
            if (!stored.containsKey(shape)) {
                fresh.put(shape, 0L);
            }
        }
        if (!fresh.isEmpty()) {
            insert(connection, importId, fresh.keySet());
        }
        return stored;
    }

    private void insert(Connection connection, long importId, java.util.Set<Geometry> shapes) throws SQLException {
        long id = FactNumbers.take(connection, "place_shape", shapes.size());
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into place_shape (id, import_id, shape) values (?, ?, " + vendor.geometryParameter() + ")")) {
            for (Geometry shape : shapes) {
                stored.put(shape, id);
                insert.setLong(1, id++);
                insert.setLong(2, importId);
                insert.setBytes(3, ewkb.shape(shape));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The same shape in metres. */
    static Geometry metres(Geometry lonLat, Projection projection) {
        Geometry metres = lonLat.copy();
        double[] x = new double[1];
        double[] y = new double[1];
        metres.apply((Coordinate c) -> {
            x[0] = c.x;
            y[0] = c.y;
            projection.fromLonLat(x, y, 0, 1, x, y);
            c.x = x[0];
            c.y = y[0];
        });
        metres.geometryChanged();
        return metres;
    }
}
