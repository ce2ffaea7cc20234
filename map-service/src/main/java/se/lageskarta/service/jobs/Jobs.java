package se.lageskarta.service.jobs;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import se.lageskarta.service.settings.JobSettings;
import se.lageskarta.service.web.ProblemException;

/** Takes work and does it in the background, some at a time, in the order it came. Safe for several threads. */
@Component
public class Jobs {
    private static final long IDLE_SECONDS = 30;
    private static final long STOP_WITHIN_SECONDS = 20;

    private final ThreadPoolExecutor threads;
    private volatile boolean stopping;

    Jobs(JobSettings settings) {
        threads = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.queue()),
                task -> new Thread(task, "lageskarta-job"));
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Takes work. What has not begun when the service stops never does.
     *
     * @throws ProblemException 429 when too much waits already
     */
    public void submit(Work work) {
        try {
            threads.submit(() -> {
                throwIfStopping();
                work.run();
                return null;
            });
        } catch (RejectedExecutionException full) {
            throw ProblemException.of(429, "busy");
        }
    }

    /**
     * Work asks whether to go on.
     *
     * @throws ServiceStopsException when it shall not
     */
    public void throwIfStopping() {
        if (stopping) {
            throw new ServiceStopsException();
        }
    }

    /** The service stops: work is given time to hear it and to clean up. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
