package se.lageskarta.service.storage;

import java.nio.file.Path;

class UnsafePlaceFactsOnH2Test extends UnsafePlaceFactsContract {
    @Override
    Stores open(Path where) {
        return Stores.onH2(where, CLOCK);
    }
}
