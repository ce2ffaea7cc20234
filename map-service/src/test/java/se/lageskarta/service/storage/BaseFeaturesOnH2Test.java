package se.lageskarta.service.storage;

import java.nio.file.Path;

class BaseFeaturesOnH2Test extends BaseFeaturesContract {
    @Override
    Stores open(Path where) {
        return Stores.onH2(where, CLOCK);
    }
}
