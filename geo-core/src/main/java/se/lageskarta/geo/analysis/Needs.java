package se.lageskarta.geo.analysis;

/** What an analysis works on. */
public enum Needs {
    /** Recorded incidents. */
    INCIDENTS,
    /** Survey marks of unsafe places. */
    MARKS,
    /** Incidents, or marks when there are no incidents. */
    EITHER,
    /** Incidents and marks. */
    BOTH,
    /** Only numbers that are given as settings. */
    NUMBERS
}
