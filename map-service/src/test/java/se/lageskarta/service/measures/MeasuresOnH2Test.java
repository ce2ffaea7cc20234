package se.lageskarta.service.measures;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class MeasuresOnH2Test extends MeasuresContract {
    @TempDir
    static Path folder;

    @Override
    Database database() {
        var source = new HikariDataSource();
        source.setJdbcUrl("jdbc:h2:file:" + folder.resolve("measures") + ";DB_CLOSE_DELAY=0");
        source.setUsername("sa");
        return new Database(source, "classpath:db/h2");
    }
}
