package se.lageskarta.service.storage;

/** Somebody else has decided about the waiting place meanwhile; nothing was written. */
public final class StalePlaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WaitingPlace current;

    StalePlaceException(WaitingPlace current) {
        super("waiting place " + current.id() + " is at version " + current.version() + " by now");
        this.current = current;
    }

    /** The place as it is stored. */
    public WaitingPlace current() {
        return current;
    }
}
