package se.lageskarta.service.jobs;

/** The service stops, and the work that heard it with it. */
public final class ServiceStopsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceStopsException() {
        super("the service stops");
    }
}
