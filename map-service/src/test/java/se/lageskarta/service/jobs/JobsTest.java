package se.lageskarta.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    void tells_how_far_it_has_come_and_that_it_has_ended() {
        Job job = jobs.submit("count", progress -> progress.tell("reading", 50, 100, 7));

        job.await();

        assertThat(job.hasEnded()).isTrue();
        assertThat(job.progress().phase()).isEqualTo("reading");
        assertThat(job.progress().rows()).isEqualTo(7);
        assertThat(job.progress().secondsLeft()).isNotNegative();
    }

    @Test
    void stops_at_its_next_look_when_cancelled() throws InterruptedException {
        Job job = jobs.submit("long", progress -> {
            begun.countDown();
            while (true) {
                progress.tell("reading", 1, 2, 1);
                Thread.onSpinWait();
            }
        });
        begun.await();

        job.cancel();

        assertThatThrownBy(job::await).isInstanceOf(JobCancelledException.class);
    }

    @Test
    void one_that_is_cancelled_while_it_waits_never_begins() throws InterruptedException {
        jobs.submit("first", this::holdTheThread);
        begun.await();
        boolean[] ran = {false};
        Job waiting = jobs.submit("second", progress -> ran[0] = true);

        waiting.cancel();
        mayEnd.countDown();

        assertThatThrownBy(waiting::await).isInstanceOf(JobCancelledException.class);
        assertThat(ran[0]).isFalse();
    }

    @Test
    void refuses_more_than_may_wait_and_says_to_try_later() throws InterruptedException {
        jobs.submit("runs", this::holdTheThread);
        begun.await();
        jobs.submit("waits", progress -> {});

        assertThatThrownBy(() -> jobs.submit("one too many", progress -> {}))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.status())
                        .isEqualTo(429));
    }

    @Test
    void a_failure_reaches_who_waits_for_it() {
        Job job = jobs.submit("fails", progress -> {
            throw new IllegalStateException("broken");
        });

        assertThatThrownBy(job::await).isInstanceOf(CompletionException.class).hasRootCauseMessage("broken");
    }

    private void holdTheThread(Progress progress) throws InterruptedException {
        begun.countDown();
        mayEnd.await();
    }
}
