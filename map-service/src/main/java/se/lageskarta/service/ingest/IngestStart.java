package se.lageskarta.service.ingest;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.lageskarta.service.storage.Imports;

/**
 * When the service starts: fails the imports that were running when it died, and removes what they left. Only the
 * service does so; a command beside a running service must not stop its imports.
 */
@Component
@ConditionalOnWebApplication
@Order(IngestStart.BEFORE_DEMO)
class IngestStart implements ApplicationRunner {
    static final int BEFORE_DEMO = 100;

    private static final Logger LOG = LoggerFactory.getLogger(IngestStart.class);

    private final Imports imports;
    private final Uploads uploads;

    IngestStart(Imports imports, Uploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        int abandoned = imports.abandonRunning();
        if (abandoned > 0) {
            LOG.warn("{} imports were interrupted when the service stopped; nothing of them was kept", abandoned);
        }
        uploads.removeAll();
    }
}
