package se.lageskarta.geo.privacy;

/**
 * What is known of a cell before it is decided what may be told.
 *
 * @param mostHit how many belong to the dwelling with the most of them
 * @param keys sum of the records' keys, wrapped around
 */
record CellCount(int count, int mostHit, long keys) {}
