package se.lageskarta.service.storage;

import java.nio.file.Path;

class UnsafePlaceFactsOnPostgisTest extends UnsafePlaceFactsContract {
    @Override
    Stores open(Path where) {
        return Stores.onPostgis(where, CLOCK);
    }
}
