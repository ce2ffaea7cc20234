package se.lageskarta.service.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.PlaceShapes;
import se.lageskarta.geo.incident.TimeSpan;

/** The incidents of this installation: written in bulk, read whole as columns. */
@Repository
public class IncidentFacts {
    private static final PlacePrecision[] PRECISIONS = PlacePrecision.values();

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Snapshots snapshots;
    private final FactReader reader;
    private final Vendor vendor;

    IncidentFacts(
            JdbcTemplate template,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Snapshots snapshots,
            FactReader reader,
            DataSource database) {
        this.template = template;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.snapshots = snapshots;
        this.reader = reader;
        vendor = Vendor.of(database);
    }

    /**
     * Begins to write the incidents of a running import.
     *
     * @param workingCrs system of their x and y: the dataset's
     */
    public IncidentLoad load(long importId, Crs workingCrs) {
        return new IncidentLoad(
                template,
                transactions,
                IncidentWriter.of(vendor),
                new ShapeInserts(vendor),
                Projection.of(workingCrs),
                importId);
    }

    /** All visible incidents, one set for each working system. O(n) in time, 45 bytes a row. */
    public List<Incidents> visible() {
        return snapshots.read(() -> FactRun.visibleByCrs(jdbc, DatasetKind.INCIDENTS, this::read));
    }

    /** The keys of a dataset's visible incidents. O(n log n). */
    public SourceKeys sourceKeys(long datasetId) {
        return KeyColumn.read(reader, FactTable.INCIDENT, FactRun.visibleOf(jdbc, DatasetKind.INCIDENTS, datasetId));
    }

    Incidents read(Crs crs, List<FactRun> runs) {
        Map<Long, Long> datasetByImport = FactRun.datasetByImport(runs);
        long ids = runs.stream().mapToLong(run -> run.last() - run.first() + 1).sum();
        Incidents.Builder columns = Incidents.builder(crs, Math.toIntExact(ids));
        reader.read(
                FactTable.INCIDENT,
                "x, y, precision_no, from_minute, to_minute, type, weight",
                runs,
                row -> add(columns, datasetByImport, row));
        return columns.shapes(PlaceShapes.lazily(() -> shapes(crs, runs))).build();
    }

    /** The streets and areas of the incidents of some imports, metres; those that share a row share the object. */
    private Map<Long, Geometry> shapes(Crs crs, List<FactRun> runs) {
        Ewkb ewkb = new Ewkb();
        Projection projection = Projection.of(crs);
        Map<Long, Geometry> shapeByNumber = new HashMap<>();
        Map<Long, Geometry> shapeByIncident = new HashMap<>();
        for (FactRun run : runs) {
            jdbc.sql("select id, " + vendor.geometryBytes("shape") + " from place_shape where import_id = :id"
                            + " and id in (select shape_id from incident_shape where import_id = :id)")
                    .param("id", run.importId())
                    .query((ResultSet row) -> {
                        shapeByNumber.put(row.getLong(1), ShapeInserts.metres(ewkb.read(row.getBytes(2)), projection));
                    });
            jdbc.sql("select incident_id, shape_id from incident_shape where import_id = :id")
                    .param("id", run.importId())
                    .query((ResultSet row) -> {
                        Geometry shape = shapeByNumber.get(row.getLong(2));
                        if (shape != null) {
                            shapeByIncident.put(row.getLong(1), shape);
                        }
                    });
        }
        return shapeByIncident;
    }

    private static void add(Incidents.Builder columns, Map<Long, Long> datasetByImport, ResultSet row)
            throws SQLException {
        Long dataset = datasetByImport.get(row.getLong(2));
        if (dataset == null) {
            return;
        }
        int from = row.getInt(6);
        boolean timeKnown = !row.wasNull();
        columns.add(
                row.getLong(1),
                dataset,
                row.getDouble(3),
                row.getDouble(4),
                PRECISIONS[row.getShort(5)],
                timeKnown ? from : TimeSpan.UNKNOWN_MINUTE,
                timeKnown ? row.getInt(7) : TimeSpan.UNKNOWN_MINUTE,
                row.getString(8),
                row.getFloat(9));
    }
}
