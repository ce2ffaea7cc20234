package se.lageskarta.service.jobs;

/** Somebody asked the job to stop, and it did. */
public final class JobCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobCancelledException() {
        super("the job was cancelled");
    }
}
