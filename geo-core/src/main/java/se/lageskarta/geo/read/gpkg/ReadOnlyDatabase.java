package se.lageskarta.geo.read.gpkg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteOpenMode;
import se.lageskarta.geo.read.feature.RefusedContentException;

/**
 * An SQLite file of a stranger's, opened so that it can do nothing: read-only and immutable (no journal is looked for
 * or written beside it), without extensions, without functions of its schema's own that do more than compute, with
 * small limits on what one row, statement and expression may be, and with its work counted.
 */
final class ReadOnlyDatabase implements AutoCloseable {
    /** A row with the largest shape within the limits, heights and measures has some 7 MB. */
    private static final int MAX_ROW_BYTES = 16 << 20;

    private static final int STEPS_BETWEEN_COUNTS = 100_000;
    /** Some ten seconds without a single row. */
    private static final int MAX_COUNTS_WITHOUT_ROW = 10_000;

    private static final int HEADER_BYTES = 100;
    private static final String[] SETTINGS = {
        "trusted_schema = off",
        "cell_size_check = on",
        "query_only = on",
        "mmap_size = 0",
        "temp_store = memory",
        "cache_size = -8192",
        "automatic_index = off"
    };

    private final Connection connection;
    private final Work work = new Work();

    private ReadOnlyDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Stops a statement that works on and on without telling anything. */
    private static final class Work extends ProgressHandler {
        private int counts;

        @Override
        protected int progress() {
            return ++counts > MAX_COUNTS_WITHOUT_ROW ? 1 : 0;
        }
    }

    /** @throws RefusedContentException when the file is cut off or no database */
    static ReadOnlyDatabase open(Path file) throws IOException, RefusedContentException {
        refuseCut(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.enableLoadExtension(false);
        config.setPragma(Pragma.LIMIT_LENGTH, Integer.toString(MAX_ROW_BYTES));
        config.setPragma(Pragma.LIMIT_SQL_LENGTH, "100000");
        config.setPragma(Pragma.LIMIT_COLUMN, "500");
        config.setPragma(Pragma.LIMIT_EXPR_DEPTH, "50");
        config.setPragma(Pragma.LIMIT_COMPOUND_SELECT, "5");
        config.setPragma(Pragma.LIMIT_ATTACHED, "0");
        String address = "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + "?mode=ro&immutable=1";
        try {
            ReadOnlyDatabase database = new ReadOnlyDatabase(config.createConnection(address));
            database.settle();
            return database;
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private void settle() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute("pragma " + setting);
            }
            ProgressHandler.setHandler(connection, STEPS_BETWEEN_COUNTS, work);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The first page says how many there are; what was written by an old program says nothing. */
    private static void refuseCut(Path file) throws IOException, RefusedContentException {
        long size = Files.size(file);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int read = channel.read(header, 0);
            if (read < HEADER_BYTES) {
                throw new RefusedContentException("file.gpkg.cut");
            }
        }
        int said = Short.toUnsignedInt(header.getShort(16));
        long pageBytes = said == 1 ? 65_536 : said;
        boolean current = header.getInt(24) == header.getInt(92);
        long pages = current ? Math.max(1, Integer.toUnsignedLong(header.getInt(28))) : 1;
        if (pageBytes < 512 || Long.bitCount(pageBytes) != 1) {
            throw new RefusedContentException("file.gpkg.damaged");
        }
        if (size < pageBytes * pages) {
            throw new RefusedContentException("file.gpkg.cut");
        }
    }

    Connection connection() {
        return connection;
    }

    /** A row has come: counting begins again. */
    void rowTold() {
        work.counts = 0;
    }

    /** What a database's complaint means for who sent the file. */
    static RefusedContentException damaged(SQLException why) {
        int code = why.getErrorCode() & 0xFF;
        boolean interrupted = code == 9;
        RefusedContentException refused =
                new RefusedContentException(interrupted ? "file.gpkg.work" : "file.gpkg.damaged");
        refused.initCause(why);
        return refused;
    }

    @Override
    public void close() throws RefusedContentException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw damaged(e);
        }
    }
}
