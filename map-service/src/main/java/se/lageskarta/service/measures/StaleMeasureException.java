package se.lageskarta.service.measures;

/** Someone has saved the measure since the version that a change was made from; nothing was written. */
final class StaleMeasureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Measure current;

    StaleMeasureException(Measure current) {
        super("measure " + current.id() + " is at version " + current.version() + " by now");
        this.current = current;
    }

    /** The measure as it is stored. */
    Measure current() {
        return current;
    }
}
