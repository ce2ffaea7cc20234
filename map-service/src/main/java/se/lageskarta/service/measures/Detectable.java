package se.lageskarta.service.measures;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How small a reduction could be shown at a place.
 *
 * @param from first day counted; null when there are no data
 * @param to last day counted; null when there are no data
 * @param months how many there are between them
 * @param withinMetres how far around the place was counted
 * @param count incidents at the place in that time
 * @param comparison incidents elsewhere in the same data, farther than twice the reach away
 * @param comparisonTimes how many times the place's count the comparison is taken to be, at most 10
 * @param tests the smallest reduction by how cautious the test is
 * @param advice {@code process} when no reduction would show or fewer than {@value #FEW} are counted: choose a process goal
 *     and ask the residents; otherwise {@code incidents}
 * @param invented true when made up
 */
record Detectable(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int months,
        double withinMetres,
        int count,
        long comparison,
        double comparisonTimes,
        List<Test> tests,
        String advice,
        boolean invented) {
    /** With fewer before, process indicators and a survey tell more (Poisson, 80 % power). */
    static final int FEW = 15;

    /**
     * One test.
     *
     * @param assumption {@code poisson}, {@code observed} (variance 1.3 times the mean, as counts of places usually have) or
     *     {@code cautious} (twice the mean)
     * @param variance by which Poisson's variance is multiplied
     * @param percent smallest reduction that would show in 80 cases of 100; null when none would
     */
    record Test(
            String assumption, double variance, @Nullable Integer percent) {}

    Detectable {
        tests = List.copyOf(tests);
    }

    /** The smallest reduction that any of the tests could show, per cent; null when none could. */
    @Nullable
    Integer percent() {
        return tests.isEmpty() ? null : tests.get(0).percent();
    }
}
