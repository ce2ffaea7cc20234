package se.lageskarta.geo.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** When things happen: by hour of the day, day of the week and month. The figures are invented, their shapes are not. */
enum Rhythm {
    /** Friday and Saturday nights. */
    NIGHT_OUT("997410000001111111233589", "1122997", "667788889879"),
    /** After dark on any day. */
    EVENING("531000000111223457899876", "5567886", "776678889999"),
    /** While shops are open. */
    SHOP_HOURS("000000001358888999753100", "6677986", "667777878899"),
    /** While people are at work; burglars too. */
    WORK_HOURS("000000013689999886432100", "8888754", "998764456899"),
    /** While nobody is at the works. */
    SMALL_HOURS("789985310000000000112456", "6666678", "887666678998"),
    /** Around school, in term. */
    SCHOOL_DAY("000000001578898974210000", "9999900", "889878138998"),
    /** Evenings and weekends by a school, long summer evenings most. */
    SCHOOL_YARD("420000000001112346789987", "4445799", "456799978754"),
    /** Any time people are up. */
    ANY("432111234566777788888765", "6666787", "667788888877");

    private static final int MINUTES_AN_HOUR = 60;

    private final int[] hours;
    private final int[] days;
    private final int[] months;

    Rhythm(String hours, String days, String months) {
        this.hours = hours.chars().map(c -> c - '0').toArray();
        this.days = days.chars().map(c -> c - '0').toArray();
        this.months = months.chars().map(c -> c - '0').toArray();
    }

    /** A moment between two days, both included. */
    LocalDateTime moment(SplittableRandom random, LocalDate from, LocalDate to) {
        long length = ChronoUnit.DAYS.between(from, to) + 1;
        LocalDate day = from.plusDays(random.nextLong(length));
        for (int tries = 0; tries < 60 && random.nextInt(81) >= weight(day); tries++) {
            day = from.plusDays(random.nextLong(length));
        }
        int hour = random.nextInt(24);
        while (random.nextInt(10) >= hours[hour]) {
            hour = random.nextInt(24);
        }
        return day.atTime(hour, random.nextInt(MINUTES_AN_HOUR));
    }

    private int weight(LocalDate day) {
        return days[day.getDayOfWeek().getValue() - 1] * months[day.getMonthValue() - 1];
    }
}
