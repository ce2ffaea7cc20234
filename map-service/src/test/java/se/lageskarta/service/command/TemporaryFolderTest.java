package se.lageskarta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    private final String before = System.getProperty(TemporaryFolder.SETTING);

    @TempDir
    Path data;

    @AfterEach
    void putBack() {
        System.setProperty(TemporaryFolder.SETTING, before);
    }

    @Test
    void what_libraries_write_for_a_moment_lies_in_the_data_folder() {
        TemporaryFolder.use(data);
        assertThat(Path.of(System.getProperty(TemporaryFolder.SETTING))).isEqualTo(data.resolve("temporary"));
        assertThat(data.resolve("temporary")).isDirectory();
    }

    @Test
    void what_a_process_that_died_left_is_removed_and_nothing_else() throws IOException {
        Path folder = Files.createDirectories(data.resolve("temporary"));
        Path left = Files.writeString(folder.resolve("h2tmp.123.temp.db"), "rows");
        Path other = Files.writeString(folder.resolve("something.else"), "kept");
        TemporaryFolder.use(data);
        assertThat(left).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void a_data_folder_that_cannot_be_written_to_changes_nothing() throws IOException {
        TemporaryFolder.use(Files.writeString(data.resolve("a file"), ""));
        assertThat(System.getProperty(TemporaryFolder.SETTING)).isEqualTo(before);
    }
}
