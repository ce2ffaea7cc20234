package se.lageskarta.service.coverage;

/**
 * A number of reported crimes that somebody has published.
 *
 * @param type code of the taxonomy
 * @param year calendar year
 * @param quarter 1 to 4; 0 for the whole year
 * @param number how many, 0 or more
 * @param source where it is from, in words
 */
record PublishedCount(String type, int year, int quarter, long number, String source) {
    static final int FIRST_YEAR = 1975;
    static final int LAST_YEAR = 2100;
    static final long MAX_NUMBER = 100_000_000;

    PublishedCount {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("year is " + year + ", but must be " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        if (quarter < 0 || quarter > 4) {
            throw new IllegalArgumentException("quarter is " + quarter + ", but must be 0 to 4");
        }
        if (number < 0 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("number is " + number + ", but must be 0 to " + MAX_NUMBER);
        }
    }

    /** What it is a count of: {@code SKA 2025} or {@code SKA 2025 q1}. */
    String item() {
        return type + " " + year + (quarter == 0 ? "" : " q" + quarter);
    }
}
