package se.lageskarta.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lageskarta.service.settings.JobSettings;
import se.lageskarta.service.web.ProblemException;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class JobsTest {
    private final Jobs jobs = new Jobs(new JobSettings(1, 1));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        mayEnd.countDown();
        jobs.stop();
    }

    @Test
    void work_ends_at_its_next_look_when_the_service_stops() throws InterruptedException {
        AtomicReference<Throwable> heard = new AtomicReference<>();
        jobs.submit(() -> {
            begun.countDown();
            try {
                while (true) {
                    jobs.throwIfStopping();
                    Thread.onSpinWait();
                }
            } catch (ServiceStopsException stops) {
                heard.set(stops);
            }
        });
        begun.await();

        jobs.stop();

        assertThat(heard.get()).isInstanceOf(ServiceStopsException.class);
    }

    @Test
    void work_that_waits_when_the_service_stops_never_begins() throws InterruptedException {
        AtomicBoolean ran = new AtomicBoolean();
        jobs.submit(() -> {
            begun.countDown();
            while (true) {
                jobs.throwIfStopping();
                Thread.onSpinWait();
            }
        });
        begun.await();
        jobs.submit(() -> ran.set(true));

        jobs.stop();

        assertThat(ran).isFalse();
    }

    @Test
    void refuses_more_than_may_wait_and_says_to_try_later() throws InterruptedException {
        jobs.submit(this::holdTheThread);
        begun.await();
        jobs.submit(() -> {});

        assertThatThrownBy(() -> jobs.submit(() -> {}))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.status())
                        .isEqualTo(429));
    }

    @Test
    void work_that_fails_leaves_the_next_its_turn() throws InterruptedException {
        jobs.submit(() -> {
            begun.countDown();
            throw new IllegalStateException("broken");
        });
        begun.await();
        CountDownLatch next = new CountDownLatch(1);

        jobs.submit(next::countDown);

        assertThat(next.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void holdTheThread() throws InterruptedException {
        begun.countDown();
        mayEnd.await();
    }
}
