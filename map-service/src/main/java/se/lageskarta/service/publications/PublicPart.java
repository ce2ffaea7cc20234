package se.lageskarta.service.publications;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which part of a calendar year a release is about. */
enum PublicPart {
    YEAR(1, 12),
    H1(1, 6),
    H2(7, 12),
    Q1(1, 3),
    Q2(4, 6),
    Q3(7, 9),
    Q4(10, 12);

    static final List<String> CODES =
            Arrays.stream(values()).map(PublicPart::code).toList();

    private final int firstMonth;
    private final int lastMonth;

    PublicPart(int firstMonth, int lastMonth) {
        this.firstMonth = firstMonth;
        this.lastMonth = lastMonth;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PublicPart> of(String code) {
        return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
    }

    /** True when counts must be changed a little: several releases a year could otherwise be taken from each other. */
    boolean needsNoise() {
        return this != YEAR;
    }

    LocalDate firstDay(int year) {
        return LocalDate.of(year, firstMonth, 1);
    }

    LocalDate lastDay(int year) {
        return LocalDate.of(year, lastMonth, 1).plusMonths(1).minusDays(1);
    }
}
