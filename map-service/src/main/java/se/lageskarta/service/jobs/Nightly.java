package se.lageskarta.service.jobs;

/** Work that is done once a day as long as the service runs, such as erasing what has been kept long enough. */
public interface Nightly {
    /** What it does, for the log: {@code erase old reports}. */
    String what();

    /** Does what is due; what is interrupted is due again the next time. */
    void doNightly();
}
