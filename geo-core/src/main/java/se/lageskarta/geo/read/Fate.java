package se.lageskarta.geo.read;

/** What became of a row that something is to be said about. */
public enum Fate {
    /** Read as it should be; there is only something to know about it. */
    NOTED,
    /** Kept and counted, but its place or time is not good enough for every method. */
    UNCERTAIN,
    /** Not kept. */
    REJECTED
}
