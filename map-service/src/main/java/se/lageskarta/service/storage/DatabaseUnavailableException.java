package se.lageskarta.service.storage;

/** The database cannot be opened; the message is for whoever starts the service. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
