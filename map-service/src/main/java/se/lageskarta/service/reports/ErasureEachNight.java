package se.lageskarta.service.reports;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.TransactionException;

/** Lets old words be erased a minute after the start and then every 24 hours, as long as the service runs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ErasureEachNight implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureEachNight.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(24);

    private final EraseOldReports erasing;

    ErasureEachNight(EraseOldReports erasing) {
        this.erasing = erasing;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new org.springframework.scheduling.config.IntervalTask(this::erase, EVERY, FIRST));
    }

    private void erase() {
        try {
            erasing.erase();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("old reports could not be erased; tried again in {}: {}", EVERY, away.getMessage());
        }
    }
}
