package se.lageskarta.service.jobs;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.TransactionException;

/** Does the rooms' nightly work a minute after the start and then every 24 hours, one after the other. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EachNight implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(EachNight.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(24);

    private final List<Nightly> works;

    EachNight(List<Nightly> works) {
        this.works = List.copyOf(works);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        for (Nightly work : works) {
            tasks.addFixedDelayTask(new IntervalTask(() -> attempt(work), EVERY, FIRST));
        }
    }

    private static void attempt(Nightly work) {
        try {
            work.doNightly();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("{} failed; tried again in {}: {}", work.what(), EVERY, away.getMessage());
        }
    }
}
