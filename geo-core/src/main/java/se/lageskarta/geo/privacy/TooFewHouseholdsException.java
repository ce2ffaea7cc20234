package se.lageskarta.geo.privacy;

/** There are too few homes within the border to make a single area that may be told of. */
public final class TooFewHouseholdsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long households;
    private final int least;

    TooFewHouseholdsException(long households, int least) {
        super("households is " + households + " within the border, but must be at least " + least);
        this.households = households;
        this.least = least;
    }

    /** Homes within the border. */
    public long households() {
        return households;
    }

    /** Homes that an area must hold. */
    public int least() {
        return least;
    }
}
