package se.lageskarta.service.command;

/** The service could not start, for a reason that the person who started it can mend; the message says it. */
public final class StartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
