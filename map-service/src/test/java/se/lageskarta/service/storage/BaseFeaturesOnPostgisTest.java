package se.lageskarta.service.storage;

import java.nio.file.Path;

class BaseFeaturesOnPostgisTest extends BaseFeaturesContract {
    @Override
    Stores open(Path where) {
        return Stores.onPostgis(where, CLOCK);
    }
}
