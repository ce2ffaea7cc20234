package se.lageskarta.service.command;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import se.lageskarta.service.ingest.RunningImport;

/** Tells every two seconds how far an import has come, until it is closed. */
final class ProgressLine implements AutoCloseable {
    private static final long EVERY_SECONDS = 2;

    private final ScheduledExecutorService clock;

    private ProgressLine(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    static ProgressLine begin(RunningImport running, PrintStream to) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(() -> to.println(line(running)), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return new ProgressLine(clock);
    }

    private static String line(RunningImport running) {
        Long left = running.secondsLeft();
        return "  " + running.rows() + " / " + running.rowsTotal() + " rader/rows, " + running.rowsPerSecond() + "/s, "
                + (running.phase().equals("finishing") ? "avslutar/finishing" : left == null ? "" : left + " s");
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
