package se.lageskarta.geo.read.gpkg;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.SQLiteJDBCLoader;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.feature.CrsText;
import se.lageskarta.geo.read.feature.FeatureVisitor;
import se.lageskarta.geo.read.feature.RawFeature;
import se.lageskarta.geo.read.feature.RefusedContentException;

/**
 * A GeoPackage and its layers of features.
 *
 * <p>Known limits: views, tables without geometry, rasters and tiles are not read; of a table at most
 * {@value #MAX_COLUMNS} columns; arcs are refused row by row.
 */
public final class GeoPackage implements AutoCloseable {
    /** Wider tables are crosstabs or mistakes; the rest is not looked at. */
    private static final int MAX_COLUMNS = 200;

    private static final int MAX_LAYERS = 100;
    private static final int LONGEST_NAME = 500;

    private final ReadOnlyDatabase database;

    private GeoPackage(ReadOnlyDatabase database) {
        this.database = database;
    }

    /**
     * A layer of features.
     *
     * @param name of its table
     * @param rows how many it has
     * @param crs its system; null when the package does not say one that is known
     */
    public record Layer(
            String name,
            String geometryColumn,
            long rows,
            @Nullable Crs crs) {}

    /**
     * Loads the engine of the database, whose native part is unpacked into a folder that must be there now and need
     * not be later; without it the machine's temporary folder is used. The first call in a JVM counts.
     *
     * @throws IOException when it cannot be loaded on this machine
     */
    public static void loadEngine(Path directory) throws IOException {
        System.getProperties()
                .putIfAbsent("org.sqlite.tmpdir", directory.toAbsolutePath().toString());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new IOException("the engine that reads GeoPackages cannot be loaded", e);
        }
    }

    /** @throws RefusedContentException when it is cut off, damaged, or no GeoPackage */
    public static GeoPackage open(Path file) throws IOException, RefusedContentException {
        ReadOnlyDatabase database = ReadOnlyDatabase.open(file);
        try {
            GeoPackage opened = new GeoPackage(database);
            opened.refuseOther();
            return opened;
        } catch (SQLException e) {
            database.close();
            throw ReadOnlyDatabase.damaged(e);
        } catch (RefusedContentException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void refuseOther() throws SQLException, RefusedContentException {
        for (String table : List.of("gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys")) {
            if (kindOf(table) == null && table.equals("gpkg_contents")) {
                throw new RefusedContentException("file.gpkg.none");
            }
            if ("view".equals(kindOf(table))) {
                throw new RefusedContentException("file.gpkg.damaged");
            }
        }
    }

    /**
     * The layers that can be read, in the order of the package's register.
     *
     * @throws RefusedContentException when there is none, with what there is instead
     */
    public List<Layer> layers() throws RefusedContentException {
        try {
            List<Layer> layers = new ArrayList<>();
            if (kindOf("gpkg_geometry_columns") != null) {
                for (Registered one : registered()) {
                    String kind = kindOf(one.table());
                    if ("view".equals(kind)) {
                        throw new RefusedContentException("file.gpkg.view", Map.of("layer", one.table()));
                    }
                    if (kind != null && hasColumn(one.table(), one.column())) {
                        layers.add(new Layer(one.table(), one.column(), count(one.table()), crs(one.srs())));
                    }
                }
            }
            if (layers.isEmpty()) {
                throw new RefusedContentException("file.gpkg.no-layers", Map.of("contents", contents()));
            }
            return layers;
        } catch (SQLException e) {
            throw ReadOnlyDatabase.damaged(e);
        }
    }

    private record Registered(String table, String column, int srs) {}

    private List<Registered> registered() throws SQLException {
        List<Registered> found = new ArrayList<>();
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "select c.table_name, g.column_name, g.srs_id from gpkg_contents c join gpkg_geometry_columns g"
                                + " on lower(g.table_name) = lower(c.table_name) where c.data_type = 'features'"
                                + " order by c.rowid limit " + MAX_LAYERS)) {
            while (rows.next()) {
                database.rowTold();
                String table = rows.getString(1);
                String column = rows.getString(2);
                boolean named = table != null
                        && column != null
                        && !table.isBlank()
                        && table.length() <= LONGEST_NAME
                        && column.length() <= LONGEST_NAME;
                boolean own = named
                        && !table.toLowerCase(Locale.ROOT).startsWith("gpkg_")
                        && !table.toLowerCase(Locale.ROOT).startsWith("sqlite_");
                if (own) {
                    found.add(new Registered(table, column, rows.getInt(3)));
                }
            }
        }
        return found;
    }

    private String contents() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "select substr(table_name, 1, 60), substr(data_type, 1, 20) from gpkg_contents limit 5")) {
            while (rows.next()) {
                names.add(rows.getString(1) + " (" + rows.getString(2) + ")");
            }
        }
        return names.isEmpty() ? "–" : String.join(", ", names);
    }

    /** {@code table} or {@code view}; null when there is no such thing, or a virtual one. */
    private @Nullable String kindOf(String name) throws SQLException {
        try (PreparedStatement statement = database.connection()
                .prepareStatement("select type from sqlite_master where lower(name) = lower(?)"
                        + " and type in ('table', 'view') and sql not like 'create virtual%'")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private long count(String table) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + quoted(table))) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** As the organisation numbers it, or as it is described. */
    private @Nullable Crs crs(int srs) throws SQLException {
        if (kindOf("gpkg_spatial_ref_sys") == null) {
            return null;
        }
        try (PreparedStatement statement = database.connection()
                .prepareStatement("select organization, organization_coordsys_id, substr(definition, 1, 65536)"
                        + " from gpkg_spatial_ref_sys where srs_id = ?")) {
            statement.setInt(1, srs);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return null;
                }
                String organisation = rows.getString(1);
                int number = rows.getInt(2);
                if ("EPSG".equalsIgnoreCase(organisation) && number >= 1024 && number <= 32_767) {
                    return CrsText.asUsed(new Crs(number));
                }
                String definition = rows.getString(3);
                return definition == null ? null : CrsText.read(definition);
            }
        }
    }

    private boolean hasColumn(String table, String column) throws SQLException {
        return columns(table).stream().anyMatch(known -> known.name().equalsIgnoreCase(column));
    }

    private record Column(String name, String type) {
        boolean isText() {
            String upper = type.toUpperCase(Locale.ROOT);
            return !upper.startsWith("BLOB")
                    && !upper.contains("GEOMETRY")
                    && !upper.contains("POINT")
                    && !upper.contains("LINESTRING")
                    && !upper.contains("POLYGON")
                    && !upper.contains("CURVE")
                    && !upper.contains("SURFACE");
        }
    }

    /** Its stored columns: those that would be computed when they are read are left out. */
    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery("pragma table_info(" + quoted(table) + ")")) {
            while (rows.next()) {
                String name = rows.getString("name");
                String type = rows.getString("type");
                if (name.length() <= LONGEST_NAME) {
                    columns.add(new Column(name, type == null ? "" : type));
                }
            }
        }
        return columns;
    }

    /**
     * Reads a layer from its first row to its last.
     *
     * @param fileBytes length of the file, to say how far it is
     * @throws RefusedContentException when the database is damaged; features told before that must be forgotten
     */
    public void each(Layer layer, long fileBytes, FeatureVisitor visitor) throws RefusedContentException {
        try {
            List<Column> columns = columns(layer.name()).stream()
                    .filter(Column::isText)
                    .filter(column -> !column.name().equalsIgnoreCase(layer.geometryColumn()))
                    .limit(MAX_COLUMNS)
                    .toList();
            StringBuilder select = new StringBuilder("select ").append(quoted(layer.geometryColumn()));
            columns.forEach(column -> select.append(", ").append(quoted(column.name())));
            select.append(" from ").append(quoted(layer.name()));
            try (Statement statement = database.connection().createStatement();
                    ResultSet rows = statement.executeQuery(select.toString())) {
                long number = 0;
                while (rows.next()) {
                    number++;
                    database.rowTold();
                    tell(number, rows, columns, visitor);
                    visitor.progress((long) ((double) number / Math.max(layer.rows(), number) * fileBytes));
                }
            }
        } catch (SQLException e) {
            throw ReadOnlyDatabase.damaged(e);
        }
    }

    private static void tell(long number, ResultSet rows, List<Column> columns, FeatureVisitor visitor)
            throws SQLException {
        try {
            Object shape = rows.getObject(1);
            if (shape != null && !(shape instanceof byte[])) {
                throw BrokenGeometryException.broken();
            }
            Geometry geometry = shape == null ? null : BinaryGeometry.read((byte[]) shape);
            Map<String, String> texts = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                texts.put(columns.get(i).name(), text(rows.getObject(i + 2), columns.get(i)));
            }
            visitor.feature(new RawFeature(number, "", geometry, texts));
        } catch (BrokenGeometryException e) {
            visitor.refused(number, e.code(), e.args());
        }
    }

    private static String text(@Nullable Object value, Column column) {
        if (value == null || value instanceof byte[]) {
            return "";
        }
        if (column.type().equalsIgnoreCase("BOOLEAN") && value instanceof Number number) {
            return number.longValue() == 0 ? "false" : "true";
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return value.toString().strip();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws RefusedContentException {
        database.close();
    }
}
