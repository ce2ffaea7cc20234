package se.lageskarta.service.ingest;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.ProblemException;

/** Lets a few look at files at a time, so that who waits for a tile of the map does not wait for them. */
@Component
class LooksAtOnce {
    static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    /** Threads that answer requests are few; these many may wait for their turn. */
    static final int WAITING = 8;

    private static final long PATIENCE_SECONDS = 20;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** A place among those who look; given back by closing it. */
    final class Place implements AutoCloseable {
        private Place() {}

        @Override
        public void close() {
            places.release();
        }
    }

    /**
     * Waits for a place.
     *
     * @throws ProblemException 429 when too many wait already
     */
    Place enter() {
        try {
            if (places.tryAcquire()
                    || (places.getQueueLength() < WAITING && places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))) {
                return new Place();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw ProblemException.of(429, "busy");
    }

    /** How many wait for their turn. */
    int waiting() {
        return places.getQueueLength();
    }
}
