package se.lageskarta.service.storage;

import java.nio.file.Path;

class ChangesAtOnceOnH2Test extends ChangesAtOnceContract {
    @Override
    Stores open(Path where) {
        return Stores.onH2(where, CLOCK);
    }
}
