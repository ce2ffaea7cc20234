package se.lageskarta.service.storage;

import java.nio.file.Path;

class ImportsOnH2Test extends ImportsContract {
    @Override
    Stores open(Path where) {
        return Stores.onH2(where, CLOCK);
    }
}
