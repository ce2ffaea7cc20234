package se.lageskarta.service.reports;

/** Someone has saved the report since the version that a change was made from; nothing was written. */
final class StaleReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Report current;

    StaleReportException(Report current) {
        super("report " + current.id() + " is at version " + current.version() + " by now");
        this.current = current;
    }

    /** The report as it is stored. */
    Report current() {
        return current;
    }
}
