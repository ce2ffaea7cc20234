package se.lageskarta.service.pictures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The twelve months that end with a month.
 *
 * @param month the last of them
 */
record Twelve(YearMonth month) {
    private static final int MONTHS = 12;

    LocalDate from() {
        return first().atDay(1);
    }

    LocalDate to() {
        return month.atEndOfMonth();
    }

    /** 0 for the first month, 11 for the last; -1 for any other. */
    int indexOf(YearMonth other) {
        long at = ChronoUnit.MONTHS.between(first(), other);
        return at >= 0 && at < MONTHS ? (int) at : -1;
    }

    private YearMonth first() {
        return month.minusMonths(MONTHS - 1);
    }
}
