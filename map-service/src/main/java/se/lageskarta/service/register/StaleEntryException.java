package se.lageskarta.service.register;

/** Somebody has saved the entry since the version that a change was made from; nothing was written. */
public final class StaleEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Entry<?> current;

    StaleEntryException(Entry<?> current) {
        super("entry " + current.id() + " is at version " + current.version() + " by now");
        this.current = current;
    }

    /** The entry as it is stored. */
    public Entry<?> current() {
        return current;
    }
}
