package se.lageskarta.service.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import org.h2.api.ErrorCode;
import se.lageskarta.service.settings.OwnerOnlyFile;

/**
 * The H2 database in the data folder. Its password is made once and kept beside it, readable by the owner alone; H2's
 * spatial functions can read files, so nobody else may get a connection.
 */
final class EmbeddedDatabase {
    static final String USER = "lageskarta";

    private static final String FILE = "lageskarta";
    private static final String PASSWORD_FILE = "password";
    private static final int PASSWORD_BYTES = 24;
    /**
     * The page cache in KiB: the default takes a share of the heap. No close on exit: Spring closes the pool, and H2's
     * own shutdown hook would race it. No write delay: what is committed is in the file when the commit returns, so that
     * a process killed a moment later has lost nothing that was acknowledged; the default may keep it back for a second.
     * Who writes what another is writing waits for it, ms, as with PostgreSQL: the default refuses after two seconds, while a
     * large import takes longer to become visible.
     */
    private static final String OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=65536;WRITE_DELAY=0;LOCK_TIMEOUT=30000";

    private final String url;
    private final String password;

    private EmbeddedDatabase(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /**
     * Opens the database once, to say clearly what is wrong when it cannot be.
     *
     * @throws DatabaseUnavailableException when another process has it open, or it cannot be read
     */
    static EmbeddedDatabase in(Path folder) {
        try {
            Files.createDirectories(folder);
            String url = "jdbc:h2:file:" + folder.resolve(FILE).toString().replace(";", "\\;") + OPTIONS;
            var database = new EmbeddedDatabase(url, password(folder.resolve(PASSWORD_FILE)));
            database.check(folder);
            return database;
        } catch (IOException failure) {
            throw new DatabaseUnavailableException(
                    "Datamappen " + folder + " går inte att skriva i; välj en annan med --data-dir. The data folder"
                            + " cannot be written to; choose another with --data-dir. (" + failure + ")",
                    failure);
        }
    }

    String url() {
        return url;
    }

    String password() {
        return password;
    }

    private void check(Path folder) {
        try {
            DriverManager.getConnection(url + ";DB_CLOSE_DELAY=10", USER, password)
                    .close();
        } catch (SQLException failure) {
            if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new DatabaseUnavailableException(
                        "Databasen i " + folder + " används redan av en annan process. Stoppa den, eller välj en annan"
                                + " mapp med --data-dir.\nThe database in " + folder + " is already in use by another"
                                + " process. Stop it, or choose another folder with --data-dir.",
                        failure);
            }
            throw new DatabaseUnavailableException(
                    "Databasen i " + folder + " går inte att öppna. The database there cannot be opened. (H2 error "
                            + failure.getErrorCode() + ")",
                    failure);
        }
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        OwnerOnlyFile.write(file, made);
        return made;
    }
}
