package se.lageskarta.geo.read;

import java.util.Map;
import java.util.function.LongSupplier;

/** How long somebody waits for a file to be looked through. For one reading by one thread. */
public final class Patience {
    private static final int ROWS_BETWEEN_LOOKS_AT_THE_CLOCK = 512;

    private final LongSupplier nanoTime;
    private final long seconds;
    private final long endNanos;
    private int rows;

    /**
     * Begins now.
     *
     * @param nanoTime a clock that only goes forward
     * @param seconds how long
     */
    public Patience(LongSupplier nanoTime, long seconds) {
        this.nanoTime = nanoTime;
        this.seconds = seconds;
        this.endNanos = nanoTime.getAsLong() + seconds * 1_000_000_000L;
    }

    /** As long as it takes. */
    static Patience endless() {
        return new Patience(() -> 0, 1);
    }

    /** Called for each row. */
    void row() {
        if (++rows % ROWS_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && nanoTime.getAsLong() - endNanos > 0) {
            throw new EndedException(seconds);
        }
    }

    /** Comes out of any format's reading; the reader tells it as a file that cannot be read. */
    static final class EndedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long seconds;

        EndedException(long seconds) {
            super("more than " + seconds + " s");
            this.seconds = seconds;
        }

        UnreadableFileException asUnreadable() {
            return new UnreadableFileException("file.too-slow", Map.of("seconds", seconds));
        }
    }
}
