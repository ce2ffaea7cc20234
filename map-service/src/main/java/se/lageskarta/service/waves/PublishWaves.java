package se.lageskarta.service.waves;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.lageskarta.service.settings.SurveySettings;

/** Puts new answers on the map now and then; what was missed while the service stood still is taken up at its start. */
@Component
class PublishWaves {
    private static final Logger LOG = LoggerFactory.getLogger(PublishWaves.class);

    private final SurveyMarks marks;
    private final PublishWave publishing;
    private final SurveySettings settings;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lageskarta-waves");
        thread.setDaemon(true);
        return thread;
    });

    PublishWaves(SurveyMarks marks, PublishWave publishing, SurveySettings settings) {
        this.marks = marks;
        this.publishing = publishing;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        long millis = settings.mapAfter().toMillis();
        clock.scheduleWithFixedDelay(this::publishAll, Math.min(millis, 1_000), millis, TimeUnit.MILLISECONDS);
    }

    /** Every wave whose map is behind. A failure is told in the log and tried again next time; other waves do not wait. */
    private void publishAll() {
        try {
            marks.behind().forEach(this::publish);
        } catch (RuntimeException failed) {
            LOG.warn("New survey answers are not on the map yet: {}", failed.toString());
        }
    }

    private void publish(long waveId) {
        try {
            publishing.publish(waveId);
        } catch (RuntimeException failed) {
            LOG.warn("New answers of survey {} are not on the map yet: {}", waveId, failed.toString());
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
