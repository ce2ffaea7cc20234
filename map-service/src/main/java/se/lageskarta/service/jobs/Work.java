package se.lageskarta.service.jobs;

/** What a job does. It asks {@link Jobs#throwIfStopping()} often; what it fails with is its own to record. */
@FunctionalInterface
public interface Work {
    void run() throws Exception;
}
