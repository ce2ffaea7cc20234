package se.lageskarta.geo.read;

/**
 * How many rows came in and what became of them.
 *
 * @param placed kept, with a place good enough for its purpose; a repetition of a row already read counts as placed
 * @param uncertain kept, but something about place or time is not known well
 * @param rejected not kept
 * @param repeated of the placed and uncertain: said the same as an earlier row under the same number, and not handed on
 */
public record ReadTally(long placed, long uncertain, long rejected, long repeated) {
    /** {@code placed + uncertain + rejected}: empty rows are not counted. */
    public long rows() {
        return placed + uncertain + rejected;
    }
}
