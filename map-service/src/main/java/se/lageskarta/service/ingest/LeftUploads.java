package se.lageskarta.service.ingest;

import java.io.IOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When the service starts: removes the uploads that it was reading when it died, and those that are too old. */
@Component
@ConditionalOnWebApplication
@Order(1)
class LeftUploads implements ApplicationRunner {
    private final StageUpload stage;

    LeftUploads(StageUpload stage) {
        this.stage = stage;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        stage.tidy();
    }
}
