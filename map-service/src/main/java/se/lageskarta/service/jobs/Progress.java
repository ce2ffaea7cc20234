package se.lageskarta.service.jobs;

import java.util.concurrent.TimeUnit;

/** How far a job has come: written by its work, read by whoever asks. Safe for several threads. */
public final class Progress {
    private final long begunNanos = System.nanoTime();
    private volatile String phase = "";
    private volatile long done;
    private volatile long total;
    private volatile long rows;
    private volatile boolean cancelled;

    Progress() {}

    /**
     * The work tells where it is, and hears whether to go on.
     *
     * @param newPhase what it is doing, a word the page knows
     * @param newDone how much is done, in bytes
     * @param newTotal how much there is, in bytes; 0 when not known
     * @param newRows rows seen so far
     * @throws JobCancelledException when somebody asked it to stop
     */
    public void tell(String newPhase, long newDone, long newTotal, long newRows) {
        phase = newPhase;
        done = newDone;
        total = newTotal;
        rows = newRows;
        throwIfCancelled();
    }

    /**
     * The work asks whether to go on.
     *
     * @throws JobCancelledException when somebody asked it to stop
     */
    public void throwIfCancelled() {
        if (cancelled) {
            throw new JobCancelledException();
        }
    }

    public String phase() {
        return phase;
    }

    /** Bytes done. */
    public long done() {
        return done;
    }

    /** Bytes there are, 0 when not known. */
    public long total() {
        return total;
    }

    public long rows() {
        return rows;
    }

    /** Rows a second since the job began to run. */
    public double rowsPerSecond() {
        double seconds = seconds();
        return seconds > 0 ? rows / seconds : 0;
    }

    /** Seconds until all bytes are done at the pace so far; -1 when that cannot be told. */
    public long secondsLeft() {
        return done <= 0 || total <= 0 ? -1 : Math.round(seconds() * (total - done) / done);
    }

    void cancel() {
        cancelled = true;
    }

    private double seconds() {
        return (System.nanoTime() - begunNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
