package se.lageskarta.service.ingest;

import java.io.IOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When the service starts: removes the uploads that it was reading when it died. */
@Component
@ConditionalOnWebApplication
@Order(1)
class LeftUploads implements ApplicationRunner {
    private final Uploads uploads;

    LeftUploads(Uploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        uploads.removeAll();
    }
}
