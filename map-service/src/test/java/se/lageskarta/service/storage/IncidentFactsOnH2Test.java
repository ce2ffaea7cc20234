package se.lageskarta.service.storage;

import java.nio.file.Path;

class IncidentFactsOnH2Test extends IncidentFactsContract {
    @Override
    Stores open(Path where) {
        return Stores.onH2(where, CLOCK);
    }
}
