package se.lageskarta.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileLayout;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.ImportRun;
import tools.jackson.databind.json.JsonMapper;

/** A municipality's own layers, from the GeoPackage to the map: each with its role, replaced and never doubled. */
class OwnLayersInServiceTest {
    private static final double E = 383_619;
    private static final double N = 6_439_162;

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void open() {
        service = RunningService.onH2(folder.resolve("data"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void the_layers_of_one_file_become_layers_of_the_map_and_a_newer_one_takes_its_place() throws Exception {
        Path file = folder.resolve("karta.gpkg");
        write(file, "Storgatan", "Skolgatan");
        read(file, "vaglinje", false);
        read(file, "belysningspunkter", false);
        read(file, "kommunyta", false);
        assertThat(names(BaseRole.ROADS)).containsExactlyInAnyOrder("Storgatan", "Skolgatan");
        BaseFeature lamp = features(BaseRole.LAMPS).get(0);
        assertThat(lamp.kind()).isEqualTo("lamp-broken");
        assertThat(lamp.attributes()).containsEntry("lit", "no").containsEntry("lamptyp", "Natrium");
        assertThat(names(BaseRole.BOUNDARY)).containsExactly("Herrljunga");
        assertThat(found("Skolgatan")).isTrue();

        ImportRun again = read(file, "vaglinje", false);
        assertThat(again.counts().duplicates()).isEqualTo(2);
        assertThat(names(BaseRole.ROADS)).hasSize(2);

        Path newer = folder.resolve("nyare").resolve("karta.gpkg");
        newer.getParent().toFile().mkdirs();
        write(newer, "Storgatan", "Nygatan");
        read(newer, "vaglinje", true);
        assertThat(names(BaseRole.ROADS)).containsExactlyInAnyOrder("Storgatan", "Nygatan");
        assertThat(names(BaseRole.BOUNDARY)).containsExactly("Herrljunga");
        assertThat(features(BaseRole.LAMPS)).hasSize(1);
        assertThat(found("Skolgatan")).isFalse();
        assertThat(found("Nygatan")).isTrue();
    }

    private static boolean found(String name) {
        String typed = URLEncoder.encode(name, StandardCharsets.UTF_8);
        String body = service.as("planner").get("/api/places?q=" + typed).body();
        return JsonMapper.shared().readTree(body).get("places").valueStream().anyMatch(place -> place.get("name")
                .asString()
                .equals(name));
    }

    private static List<BaseFeature> features(BaseRole role) {
        return service.part(BaseFeatures.class).of(EnumSet.of(role));
    }

    private static List<String> names(BaseRole role) {
        return features(role).stream().map(BaseFeature::name).toList();
    }

    private static ImportRun read(Path file, String layer, boolean replace)
            throws UnreadableFileException, IOException {
        FileWishes wishes = new FileWishes(
                null, null, null, null, ColumnMapping.NONE, new FileLayout(null, null, null, layer, null), Map.of());
        ImportOrder order =
                new ImportOrder(file.getFileName().toString(), wishes, false, "Kommunen", "", "", replace, "test");
        return service.part(ImportFile.class).prepare(file, order).carryOut();
    }

    private static void write(Path file, String... streets) throws SQLException {
        try (Connection made = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = made.createStatement()) {
            statement.execute("create table gpkg_spatial_ref_sys (srs_id integer primary key, organization text,"
                    + " organization_coordsys_id integer, definition text)");
            statement.execute("create table gpkg_contents (table_name text primary key, data_type text)");
            statement.execute("create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer)");
            statement.execute("insert into gpkg_spatial_ref_sys values (3006, 'EPSG', 3006, '')");
            layer(statement, "vaglinje", "gatunamn text, vagtyp text");
            layer(statement, "belysningspunkter", "lamptyp text, tand text");
            layer(statement, "kommunyta", "kommunkod text, kommunnamn text");
            for (int i = 0; i < streets.length; i++) {
                insert(made, "vaglinje", shape(2, E, N + 10 * i, E + 99, N + 10 * i), streets[i], "Lokalgata");
            }
            insert(made, "belysningspunkter", shape(1, E, N), "Natrium", "nej");
            double far = 5000;
            insert(
                    made,
                    "kommunyta",
                    shape(3, E - far, N - far, E - far, N + far, E + far, N + far, E - far, N - far),
                    "1466",
                    "Herrljunga");
        }
    }

    private static void layer(Statement statement, String table, String columns) throws SQLException {
        statement.execute("create table " + table + " (fid integer primary key, geom blob, " + columns + ")");
        statement.execute("insert into gpkg_contents values ('" + table + "', 'features')");
        statement.execute("insert into gpkg_geometry_columns values ('" + table + "', 'geom', 3006)");
    }

    private static void insert(Connection made, String table, byte[] shape, String... texts) throws SQLException {
        try (PreparedStatement row = made.prepareStatement("insert into " + table + " values (null, ?, ?, ?)")) {
            row.setBytes(1, shape);
            row.setString(2, texts[0]);
            row.setString(3, texts[1]);
            row.executeUpdate();
        }
    }

    /** A point, a line or an area of one ring, as a GeoPackage holds it. */
    private static byte[] shape(int type, double... ordinates) {
        ByteBuffer bytes = ByteBuffer.allocate(13 + 8 + 8 * ordinates.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) 1)
                .putInt(3006)
                .put((byte) 1)
                .putInt(type);
        if (type == 3) {
            bytes.putInt(1);
        }
        if (type > 1) {
            bytes.putInt(ordinates.length / 2);
        }
        for (double ordinate : ordinates) {
            bytes.putDouble(ordinate);
        }
        return bytes.array();
    }
}
