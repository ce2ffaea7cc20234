package se.lageskarta.service.walks;

/** Somebody has saved it since the version that a change was made from; nothing was written. */
final class StaleWalkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Object current;
    private final long version;
    private final String updatedBy;

    StaleWalkException(Object current, long version, String updatedBy) {
        super("it is at version " + version + " by now");
        this.current = current;
        this.version = version;
        this.updatedBy = updatedBy;
    }

    /** The {@link Walk} or {@link WalkFinding} as it is stored. */
    Object current() {
        return current;
    }

    long version() {
        return version;
    }

    String updatedBy() {
        return updatedBy;
    }
}
