package se.lageskarta.service.command;

/** The command line makes no sense; the message says why, to the person who typed it. Exit code 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
