package se.lageskarta.service.ingest;

import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.storage.ImportCounts;

/** How far an import has come, for those who watch it; and the button that stops it. Safe for several threads. */
public final class RunningImport {
    private final long rowsTotal;
    private final long bytesTotal;
    private final LongSupplier nanoTime;
    private volatile long startedNanos;
    private volatile String phase = "waiting";
    private volatile long rows;
    private volatile long bytesRead;
    private volatile ImportCounts counts = ImportCounts.NONE;
    private volatile boolean cancelled;
    private volatile Runnable furtherCheck = () -> {};

    RunningImport(long rowsTotal, long bytesTotal, LongSupplier nanoTime) {
        this.rowsTotal = rowsTotal;
        this.bytesTotal = bytesTotal;
        this.nanoTime = nanoTime;
        this.startedNanos = nanoTime.getAsLong();
    }

    /** {@code waiting}, {@code reading} or {@code finishing}. */
    public String phase() {
        return phase;
    }

    public long rows() {
        return rows;
    }

    public long rowsTotal() {
        return rowsTotal;
    }

    public long bytesRead() {
        return bytesRead;
    }

    public long bytesTotal() {
        return bytesTotal;
    }

    public long rowsPerSecond() {
        double seconds = (nanoTime.getAsLong() - startedNanos) / 1e9;
        return seconds <= 0 ? 0 : Math.round(rows / seconds);
    }

    /** Null while nothing can be said. */
    public @Nullable Long secondsLeft() {
        long perSecond = rowsPerSecond();
        return perSecond == 0 ? null : (long) Math.ceil((double) Math.max(0, rowsTotal - rows) / perSecond);
    }

    ImportCounts counts() {
        return counts;
    }

    /** @throws CancellationException when somebody has asked to stop */
    void progress(long rowsRead, long bytes, ImportCounts soFar) {
        rows = rowsRead;
        bytesRead = bytes;
        counts = soFar;
        if (cancelled) {
            throw new CancellationException();
        }
        furtherCheck.run();
    }

    /** Something else that may throw to stop it, asked at every report of progress. */
    void alsoStoppedBy(Runnable check) {
        furtherCheck = check;
    }

    /** Its turn has come. */
    void reading() {
        startedNanos = nanoTime.getAsLong();
        phase = "reading";
    }

    /** How long it has been read. */
    long millis() {
        return (nanoTime.getAsLong() - startedNanos) / 1_000_000;
    }

    boolean isCancelled() {
        return cancelled;
    }

    void finishing() {
        phase = "finishing";
    }

    void cancel() {
        cancelled = true;
    }
}
