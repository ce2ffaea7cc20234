package se.lageskarta.service.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import se.lageskarta.service.evidence.PlacedIncidents;
import se.lageskarta.service.storage.PostgisServer;

/** The same incidents in a table of PostGIS with a spatial index, asked the way tile servers ask. */
final class PostgisPeer implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement tile;

    private PostgisPeer(Connection connection) throws SQLException {
        this.connection = connection;
        tile = connection.prepareStatement("select ST_AsMVT(t, 'incidents') from (select id, type,"
                + " ST_AsMVTGeom(shape, ST_TileEnvelope(?, ?, ?), 4096, 64) as geom from peer"
                + " where shape && ST_TileEnvelope(?, ?, ?)) t");
    }

    static PostgisPeer with(PlacedIncidents set) throws SQLException, IOException {
        PostgisServer.Database database = PostgisServer.freshDatabase();
        Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        try (Statement sql = connection.createStatement()) {
            sql.execute("create extension if not exists postgis");
            sql.execute("create table peer (id bigint, type text, lon double precision, lat double precision)");
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < set.incidents().size(); i++) {
                rows.append(set.incidents().ids()[i]).append('\t');
                rows.append(set.incidents().type(i)).append('\t');
                rows.append(set.positions().lon()[i]).append('\t');
                rows.append(set.positions().lat()[i]).append('\n');
            }
            new CopyManager(connection.unwrap(BaseConnection.class))
                    .copyIn("copy peer from stdin", new StringReader(rows.toString()));
            sql.execute("alter table peer add column shape geometry(Point, 3857)");
            sql.execute("alter table peer add column place geometry(Point, 4326)");
            sql.execute("update peer set place = ST_SetSRID(ST_MakePoint(lon, lat), 4326)");
            sql.execute("update peer set shape = ST_Transform(place, 3857)");
            sql.execute("create index on peer using gist (shape)");
            sql.execute("vacuum analyze peer");
        }
        return new PostgisPeer(connection);
    }

    byte[] tile(String path) throws SQLException {
        String[] zxy = path.split("/");
        for (int i = 0; i < 6; i++) {
            tile.setInt(i + 1, Integer.parseInt(zxy[i % 3]));
        }
        try (ResultSet row = tile.executeQuery()) {
            row.next();
            return row.getBytes(1);
        }
    }

    /** Every row as GeoJSON; how many. */
    int geoJson() throws SQLException {
        int rows = 0;
        try (Statement sql = connection.createStatement();
                ResultSet all = sql.executeQuery("select ST_AsGeoJSON(t) from (select id, type, place from peer) t")) {
            while (all.next()) {
                all.getBytes(1);
                rows++;
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
