package se.lageskarta.service.storage;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Something made from the database and believed for a while. A change in this process is told and seen by the next who
 * asks; one in another process is seen when the while is over. A change that is told while the value is being made is
 * not lost: what was being made is given out, and the next who asks makes it anew. Safe for several threads.
 *
 * @param <T> immutable
 */
public final class Remembered<T> {
    /** Makes the value, or says that the one given still holds by giving it back. */
    @FunctionalInterface
    public interface Reading<T> {
        /** @param known what was made last; null at first and when it was forgotten since */
        T of(@Nullable T known);
    }

    /** @param told how many changes had been told before the value was begun; {@code forgotten}: those that forget it */
    private record Kept<T>(T value, long told, long forgotten, long at) {}

    private final Reading<T> reading;
    private final long nanos;
    private final LongSupplier clock;
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong forgotten = new AtomicLong();
    private volatile @Nullable Kept<T> kept;

    /**
     * @param reading never called by two threads at once
     * @param nanos how long the value is believed without asking
     * @param clock nanoseconds, as {@link System#nanoTime}
     */
    public Remembered(Reading<T> reading, long nanos, LongSupplier clock) {
        this.reading = reading;
        this.nanos = nanos;
        this.clock = clock;
    }

    public T now() {
        Kept<T> present = kept;
        return present != null && holds(present) ? present.value : read();
    }

    /** The next who asks has what is known checked. */
    public void check() {
        told.incrementAndGet();
    }

    /** The next who asks has it made anew, whatever is known. */
    public void forget() {
        forgotten.incrementAndGet();
        told.incrementAndGet();
    }

    private boolean holds(Kept<T> present) {
        return present.told == told.get() && clock.getAsLong() - present.at < nanos;
    }

    private synchronized T read() {
        Kept<T> present = kept;
        if (present != null && holds(present)) {
            return present.value;
        }
        // counted before anything is read: what is told from here on makes the value old as soon as it is made
        long changes = told.get();
        long reasons = forgotten.get();
        long at = clock.getAsLong();
        T value = reading.of(present != null && present.forgotten == reasons ? present.value : null);
        kept = new Kept<>(value, changes, reasons, at);
        return value;
    }
}
