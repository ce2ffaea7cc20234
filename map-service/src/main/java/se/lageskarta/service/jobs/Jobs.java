package se.lageskarta.service.jobs;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import se.lageskarta.service.settings.JobSettings;
import se.lageskarta.service.web.ProblemException;

/** Takes work and does it in the background, some at a time, in the order it came. */
@Component
public class Jobs {
    private static final long IDLE_SECONDS = 30;
    private static final long STOP_WITHIN_SECONDS = 20;

    private final ThreadPoolExecutor threads;
    private final Set<Job> unfinished = ConcurrentHashMap.newKeySet();

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
     * Takes work.
     *
     * @param name what it is, for the log
     * @throws ProblemException 429 when too much waits already
     */
    public Job submit(String name, Work work) {
        Job job = new Job(name, work);
        unfinished.add(job);
        try {
            threads.execute(() -> {
                try {
                    job.run();
                } finally {
                    unfinished.remove(job);
                }
            });
        } catch (RejectedExecutionException full) {
            unfinished.remove(job);
            throw ProblemException.of(429, "busy");
        }
        return job;
    }

    /** The service stops: jobs are asked to, and given time to clean up. */
    @PreDestroy
    void stop() throws InterruptedException {
        unfinished.forEach(Job::cancel);
        threads.shutdown();
        if (!threads.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
