package se.lageskarta.service.measures;

import com.zaxxer.hikari.HikariDataSource;
import se.lageskarta.service.storage.PostgisServer;

class MeasuresOnPostgisTest extends MeasuresContract {
    @Override
    Database database() {
        PostgisServer.Database fresh = PostgisServer.freshDatabase();
        var source = new HikariDataSource();
        source.setJdbcUrl(fresh.url());
        source.setUsername(fresh.user());
        source.setPassword(fresh.password());
        return new Database(source, "classpath:db/postgresql");
    }
}
