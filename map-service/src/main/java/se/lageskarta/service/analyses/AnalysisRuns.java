package se.lageskarta.service.analyses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.ProblemException;

/**
 * Runs analyses, a few at a time. Two who ask the same wait for one run; a run goes on for as long as somebody waits
 * for it and its time is not up; what was found is kept. Safe for several threads.
 */
@Component
class AnalysisRuns implements DisposableBean {
    /** An answer that takes longer is no answer for somebody at a screen. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    /** Runs at a time: one a core, and never so many that the map waits for them. */
    private static final int MOST_AT_ONCE = 4;
    /** Runs that wait for their turn. */
    private static final int MOST_QUEUED = 8;
    /** Requests that wait, for runs of their own or of others; the service has 64 threads for all requests. */
    private static final int MOST_WAITING = 32;
    /** After the deadline a run is given this long to hear of it. */
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** Values kept: some 200 MB at most. */
    private static final long KEPT_VALUES = 5_000_000;

    private static final long IDLE_SECONDS = 30;

    private final Duration deadline;
    private final ThreadPoolExecutor threads;
    private final Cache<String, Answered> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_VALUES)
            .weigher((String key, Answered answered) -> answered.weight())
            .build();
    private final Map<String, Run> running = new HashMap<>();
    private final List<Waiter> waiting = new ArrayList<>();

    @Autowired
    AnalysisRuns() {
        this(DEADLINE, Math.max(1, Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors())));
    }

    AnalysisRuns(Duration deadline, int atOnce) {
        this.deadline = deadline;
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_QUEUED),
                task -> new Thread(task, "lageskarta-analysis"));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Computes an answer. */
    interface Work {
        /** @param stop answers true once the run shall end */
        Answered run(BooleanSupplier stop);
    }

    /**
     * The answer of a question, computed now or kept from before.
     *
     * @param key names the question: equal keys have equal answers
     * @param account who asks
     * @param id by which the same account may cancel it, null for none
     * @throws ProblemException 409 when it was cancelled, 422 when its time was up, 429 when too many wait already
     */
    Answered answer(String key, String account, @Nullable String id, Work work) {
        Answered known = kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Waiter waiter = join(key, account, id, work);
        try {
            return waiter.answer.get(longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (CancellationException cancelled) {
            throw ProblemException.of(409, "analysis.cancelled");
        } catch (TimeoutException late) {
            throw tooSlow();
        } catch (ExecutionException failed) {
            throw cause(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(409, "analysis.cancelled");
        } finally {
            leave(waiter);
        }
    }

    /** Stops what an account waits for under an id; false when it waits for no such thing. */
    boolean cancel(String account, String id) {
        List<Waiter> stopped;
        synchronized (this) {
            stopped = waiting.stream().filter(waiter -> waiter.is(account, id)).toList();
            stopped.forEach(this::forget);
        }
        stopped.forEach(waiter -> waiter.answer.cancel(false));
        return !stopped.isEmpty();
    }

    /** True while somebody of that account waits under that id. */
    synchronized boolean isWaiting(String account, String id) {
        return waiting.stream().anyMatch(waiter -> waiter.is(account, id));
    }

    @Override
    public void destroy() {
        synchronized (this) {
            running.values().forEach(run -> run.stopped = true);
        }
        threads.shutdownNow();
    }

    private synchronized Waiter join(String key, String account, @Nullable String id, Work work) {
        if (waiting.size() >= MOST_WAITING) {
            throw ProblemException.of(429, "busy");
        }
        Run run = running.get(key);
        if (run == null || run.stopped) {
            run = new Run(key, work);
            try {
                threads.execute(run);
            } catch (RejectedExecutionException full) {
                throw ProblemException.of(429, "busy");
            }
            running.put(key, run);
        }
        Waiter waiter = new Waiter(run, account, id);
        waiting.add(waiter);
        return waiter;
    }

    private synchronized void leave(Waiter waiter) {
        forget(waiter);
    }

    /** A run that nobody waits for stops. */
    private void forget(Waiter waiter) {
        waiting.remove(waiter);
        if (waiting.stream().noneMatch(other -> other.run == waiter.run)) {
            waiter.run.stopped = true;
        }
    }

    private void ended(Run run, @Nullable Answered answered, @Nullable Throwable failure) {
        List<Waiter> told;
        synchronized (this) {
            if (answered != null) {
                kept.put(run.key, answered);
            }
            running.remove(run.key, run);
            told = waiting.stream().filter(waiter -> waiter.run == run).toList();
        }
        for (Waiter waiter : told) {
            if (answered != null) {
                waiter.answer.complete(answered);
            } else if (failure != null) {
                waiter.answer.completeExceptionally(failure);
            }
        }
    }

    private Duration longestWait() {
        return deadline.plus(deadline).plus(GRACE);
    }

    private ProblemException tooSlow() {
        return ProblemException.of(422, "analysis.too-slow", deadline.toSeconds());
    }

    private static RuntimeException cause(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
    }

    /** Somebody who waits. */
    private static final class Waiter {
        private final Run run;
        private final String account;
        private final @Nullable String id;
        private final CompletableFuture<Answered> answer = new CompletableFuture<>();

        private Waiter(Run run, String account, @Nullable String id) {
            this.run = run;
            this.account = account;
            this.id = id;
        }

        private boolean is(String byAccount, String underId) {
            return account.equals(byAccount) && underId.equals(id);
        }
    }

    /** One run, for everyone who asks the same meanwhile. */
    private final class Run implements Runnable {
        private final String key;
        private final Work work;
        private volatile boolean stopped;

        private Run(String key, Work work) {
            this.key = key;
            this.work = work;
        }

        @Override
        public void run() {
            if (stopped) {
                ended(this, null, new CancellationException());
                return;
            }
            long until = System.nanoTime() + deadline.toNanos();
            try {
                ended(this, work.run(() -> stopped || System.nanoTime() - until > 0), null);
            } catch (CancellationException cancelled) {
                ended(this, null, stopped ? cancelled : tooSlow());
            } catch (RuntimeException | Error failure) {
                ended(this, null, failure);
            }
        }
    }
}
