package se.lageskarta.service.register;

import java.nio.file.Path;
import java.time.Clock;
import se.lageskarta.service.storage.Stores;

class RegisterOnPostgisTest extends RegisterContract {
    @Override
    Stores open(Path where, Clock clock) {
        return Stores.onPostgis(where, clock);
    }
}
