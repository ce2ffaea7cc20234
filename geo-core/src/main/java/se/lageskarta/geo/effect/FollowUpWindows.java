package se.lageskarta.geo.effect;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which months stand before a measure and which after it: whole calendar months, the same ones on both sides, with the
 * months in which it was put in place left out. Each month after is met by the latest month of the same name that ended
 * before the work began; with several years before, by the ones before that too.
 *
 * @param firstLeftOut first month of putting in place
 * @param lastLeftOut the month in which it was done
 * @param months how many months after, 1 to {@link #MOST_MONTHS}
 * @param years how many times as many months before, 1 to {@link #MOST_YEARS}
 */
public record FollowUpWindows(YearMonth firstLeftOut, YearMonth lastLeftOut, int months, int years) {
    public static final int MOST_MONTHS = 36;
    public static final int MOST_LEFT_OUT = 12;
    public static final int MOST_YEARS = 3;

    private static final int MONTHS_A_YEAR = 12;

    public FollowUpWindows {
        if (lastLeftOut.isBefore(firstLeftOut)) {
            throw new IllegalArgumentException(
                    "lastLeftOut is " + lastLeftOut + ", but must not be before " + firstLeftOut);
        }
        require("months", months, MOST_MONTHS);
        require("years", years, MOST_YEARS);
    }

    /**
     * @param doneOn the day the measure was in place
     * @param leftOut months of putting in place, that of the day included; 1 to {@link #MOST_LEFT_OUT}
     */
    public static FollowUpWindows of(LocalDate doneOn, int leftOut, int months, int years) {
        require("leftOut", leftOut, MOST_LEFT_OUT);
        YearMonth done = YearMonth.from(doneOn);
        return new FollowUpWindows(done.minusMonths(leftOut - 1L), done, months, years);
    }

    /** The months after, in order. */
    public List<YearMonth> after() {
        List<YearMonth> after = new ArrayList<>();
        for (int i = 1; i <= months; i++) {
            after.add(lastLeftOut.plusMonths(i));
        }
        return List.copyOf(after);
    }

    /** The months before, in order: {@link #years} times as many as after. */
    public List<YearMonth> before() {
        return before(0, years);
    }

    /**
     * As many months as after, further back.
     *
     * @param round 0 for the latest, 1 for those before them
     */
    public List<YearMonth> before(int round) {
        return before(round, 1);
    }

    public YearMonth firstBefore() {
        return before().get(0);
    }

    public YearMonth lastAfter() {
        return lastLeftOut.plusMonths(months);
    }

    private List<YearMonth> before(int passed, int rounds) {
        Map<Integer, YearMonth> next = new HashMap<>();
        List<YearMonth> chosen = new ArrayList<>();
        for (int round = 0; round < passed + rounds; round++) {
            for (YearMonth month : after()) {
                YearMonth met = next.getOrDefault(month.getMonthValue(), latest(month));
                next.put(month.getMonthValue(), met.minusMonths(MONTHS_A_YEAR));
                if (round >= passed) {
                    chosen.add(met);
                }
            }
        }
        return chosen.stream().sorted().toList();
    }

    /** The latest month of that name before the work began. */
    private YearMonth latest(YearMonth month) {
        YearMonth back = month;
        while (!back.isBefore(firstLeftOut)) {
            back = back.minusMonths(MONTHS_A_YEAR);
        }
        return back;
    }

    private static void require(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be 1 to " + most);
        }
    }
}
