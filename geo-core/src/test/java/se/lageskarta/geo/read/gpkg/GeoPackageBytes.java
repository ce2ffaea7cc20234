package se.lageskarta.geo.read.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes GeoPackages, right and wrong, so that tests say what they are about. */
public final class GeoPackageBytes implements AutoCloseable {
    private final Connection connection;

    private GeoPackageBytes(Connection connection) {
        this.connection = connection;
    }

    /** The three tables every package has, with SWEREF 99 TM. */
    public static GeoPackageBytes create(Path file) throws SQLException {
        GeoPackageBytes made = new GeoPackageBytes(DriverManager.getConnection("jdbc:sqlite:" + file));
        made.run("pragma application_id = 1196444487");
        made.run("create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text,"
                + " organization_coordsys_id integer, definition text, description text)");
        made.run("create table gpkg_contents (table_name text primary key, data_type text, identifier text,"
                + " description text, last_change datetime, min_x double, min_y double, max_x double, max_y double,"
                + " srs_id integer)");
        made.run("create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text,"
                + " srs_id integer, z tinyint, m tinyint)");
        made.system(-1, "NONE", -1, "undefined");
        made.system(0, "NONE", 0, "undefined");
        made.system(3006, "EPSG", 3006, "PROJCS[\"SWEREF99 TM\"]");
        return made;
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public void system(int srs, String organisation, int number, String definition) throws SQLException {
        insert(
                "insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, '')",
                organisation,
                srs,
                organisation,
                number,
                definition);
    }

    /** Registers a layer; the table is somebody else's to make. */
    public void register(String table, String column, int srs) throws SQLException {
        insert(
                "insert into gpkg_contents (table_name, data_type, identifier, srs_id) values (?, 'features', ?, ?)",
                table,
                table,
                srs);
        insert("insert into gpkg_geometry_columns values (?, ?, 'GEOMETRY', ?, 0, 0)", table, column, srs);
    }

    /** @param columns with their types, as SQL writes them */
    public void layer(String table, int srs, String columns) throws SQLException {
        run("create table \"" + table.replace("\"", "\"\"") + "\" (fid integer primary key, geom GEOMETRY"
                + (columns.isEmpty() ? "" : ", " + columns) + ")");
        register(table, "geom", srs);
    }

    public void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    public static byte[] point(double x, double y) {
        return blob(little(21).put((byte) 1).putInt(1).putDouble(x).putDouble(y));
    }

    public static byte[] line(double... ordinates) {
        return blob(positions(little(9 + 8 * ordinates.length).put((byte) 1).putInt(2), ordinates, 2));
    }

    public static byte[] area(double... ordinates) {
        return blob(positions(
                little(13 + 8 * ordinates.length).put((byte) 1).putInt(3).putInt(1), ordinates, 2));
    }

    static ByteBuffer positions(ByteBuffer into, double[] ordinates, int each) {
        into.putInt(ordinates.length / each);
        for (double ordinate : ordinates) {
            into.putDouble(ordinate);
        }
        return into;
    }

    /** The header of a GeoPackage before Well-Known Binary. */
    static byte[] blob(ByteBuffer wkb) {
        byte[] geometry = wkb.array();
        ByteBuffer whole = little(8 + geometry.length);
        whole.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(3006);
        return whole.put(geometry).array();
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
