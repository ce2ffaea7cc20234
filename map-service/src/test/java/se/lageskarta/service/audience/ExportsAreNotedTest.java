package se.lageskarta.service.audience;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;

class ExportsAreNotedTest {
    @TempDir
    Path folder;

    @Test
    void the_log_says_who_took_points_out_of_the_house_and_says_nothing_of_outlines() {
        try (RunningService service = RunningService.onH2(folder)) {
            InventedEvidence.into(service);
            Logger log = (Logger) LoggerFactory.getLogger("se.lageskarta.service.downloads.DownloadsController");
            ListAppender<ILoggingEvent> noted = new ListAppender<>();
            noted.start();
            log.addAppender(noted);

            service.as("est-member").get("/data/incidents.csv?types=SKA");
            service.as("est-member").get("/data/hotspots.csv");
            service.as("planner").get("/data/incidents.csv");

            log.detachAppender(noted);
            List<String> lines =
                    noted.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
            assertThat(lines).containsExactly("GET incidents as csv by demo-est-member, asked for with types=SKA");
        }
    }
}
