package se.lageskarta.service.storage;

import java.nio.file.Path;

class ImportsOnPostgisTest extends ImportsContract {
    @Override
    Stores open(Path where) {
        return Stores.onPostgis(where, CLOCK);
    }
}
