package se.lageskarta.service.storage;

import java.nio.file.Path;

class WaitingPlacesOnH2Test extends WaitingPlacesContract {
    @Override
    Stores open(Path where) {
        return Stores.onH2(where, CLOCK);
    }
}
