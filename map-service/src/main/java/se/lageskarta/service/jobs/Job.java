package se.lageskarta.service.jobs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One piece of work in the background. */
public final class Job {
    private final String name;
    private final Work work;
    private final Progress progress = new Progress();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    Job(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    public String name() {
        return name;
    }

    public Progress progress() {
        return progress;
    }

    public boolean hasEnded() {
        return end.isDone();
    }

    /** Asks it to stop; it does so at its next look. One that has not begun never does. */
    public void cancel() {
        progress.cancel();
    }

    /**
     * Waits until it has ended.
     *
     * @throws JobCancelledException when it was cancelled
     * @throws CompletionException when it failed, with the cause
     */
    public void await() {
        try {
            end.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof JobCancelledException cancelled) {
                throw cancelled;
            }
            throw failure;
        }
    }

    void run() {
        try {
            progress.throwIfCancelled();
            work.run(progress);
            end.complete(null);
        } catch (Throwable failure) {
            end.completeExceptionally(failure);
        }
    }
}
