package se.lageskarta.service.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.Lageskarta;

/** Whoever starts the service learns in one line, in both languages, what is wrong and what to do. */
class ServiceStartTest {
    @Test
    void a_database_without_postgis_says_what_an_administrator_has_to_run() {
        String line =
                ServiceStart.database(new SQLException("ERROR: permission denied to create extension \"postgis\"\n"
                        + "  Hint: Must be superuser to create this extension."));

        assertThat(line).contains("create extension postgis", "lacks PostGIS").doesNotContain("\n");
    }

    @Test
    void a_host_that_nobody_knows_is_called_that() {
        assertThat(ServiceStart.database(new UnknownHostException("db.example.invalid")))
                .contains("kan inte användas", "cannot be used", "Unknown host: db.example.invalid");
    }

    @Test
    void a_data_folder_that_is_a_file_is_named_with_the_option_that_helps(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        ServiceStart start = new ServiceStart(Lageskarta.class);
        Arguments arguments = Arguments.parse(new ImportCommand(start), List.of("--data-dir", file.toString()));

        assertThatThrownBy(() -> start.withoutWeb(arguments, List.of()))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContainingAll("Datamappen " + file, "cannot be written to", "--data-dir");
    }
}
