package se.lageskarta.service.storage;

import java.nio.file.Path;

class IncidentFactsOnPostgisTest extends IncidentFactsContract {
    @Override
    Stores open(Path where) {
        return Stores.onPostgis(where, CLOCK);
    }
}
