package se.lageskarta.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void keeps_its_data_and_its_password_over_a_restart() {
        try (Stores stores = Stores.onH2(folder, Clock.systemUTC())) {
            stores.datasets.create(new NewDataset(
                    "kept", DatasetKind.INCIDENTS, null, se.lageskarta.geo.crs.Crs.SWEREF99_TM, "EST", "test", false));
        }

        try (Stores stores = Stores.onH2(folder, Clock.systemUTC())) {
            assertThat(stores.datasets.named("kept", DatasetKind.INCIDENTS)).isPresent();
        }
    }

    @Test
    void its_password_is_random_and_readable_by_its_owner_alone() throws IOException {
        String first = EmbeddedDatabase.in(folder.resolve("a")).password();
        String second = EmbeddedDatabase.in(folder.resolve("b")).password();

        assertThat(first).hasSizeGreaterThan(30).isNotEqualTo(second);
        assertThat(Files.getPosixFilePermissions(folder.resolve("a/password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void says_so_when_another_process_has_it_open() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("open");

            assertThatThrownBy(() -> EmbeddedDatabase.in(folder))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("--data-dir")
                    .hasMessageContaining("already in use");
        } finally {
            other.destroy();
            other.waitFor();
        }
    }

    /** The migration that registers H2GIS's functions runs again when this number in it changes. */
    @Test
    void registers_the_functions_of_the_very_h2gis_that_is_on_board() throws IOException {
        Properties jar = new Properties();
        try (InputStream in = resource("/META-INF/maven/org.orbisgis/h2gis/pom.properties")) {
            jar.load(in);
        }
        try (InputStream in = resource("/db/h2/R__h2gis_functions.sql")) {
            String migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(migration).contains("H2GIS " + jar.getProperty("version") + ".");
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(EmbeddedDatabaseTest.class.getResourceAsStream(name), name);
    }

    /** Another process that has the database open until it is ended. */
    static final class Holder {
        public static void main(String[] folder) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.in(Path.of(folder[0]));
            try (var connection =
                    java.sql.DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, database.password())) {
                System.out.println(connection.isValid(1) ? "open" : "closed");
                Thread.sleep(60_000);
            }
        }
    }
}
