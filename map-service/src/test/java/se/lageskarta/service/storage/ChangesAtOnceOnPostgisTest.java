package se.lageskarta.service.storage;

import java.nio.file.Path;

class ChangesAtOnceOnPostgisTest extends ChangesAtOnceContract {
    @Override
    Stores open(Path where) {
        return Stores.onPostgis(where, CLOCK);
    }
}
