package se.lageskarta.service.storage;

/** Facts were to be added to an import, or it was to be ended, after it had ended. */
public final class ImportEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportEndedException(long importId) {
        super("Import " + importId + " is not running");
    }
}
