package se.lageskarta.service.storage;

import java.nio.file.Path;

class WaitingPlacesOnPostgisTest extends WaitingPlacesContract {
    @Override
    Stores open(Path where) {
        return Stores.onPostgis(where, CLOCK);
    }
}
