package se.lageskarta.service.causes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.Darkness;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.geo.survey.UnsafePlace;

/**
 * What is known of a spot and of what it is compared with.
 *
 * @param here incidents of the period whose place is known as a point within the outline
 * @param elsewhere those of the same types outside of it
 * @param possible incidents of the period known to a street or an area that the outline touches; not among {@code here}
 * @param everHere the same as {@code here} of all whole years
 * @param everElsewhere the same as {@code elsewhere} of all whole years
 * @param marksHere places felt to be unsafe, of all surveys, within the outline or near it
 * @param safeHere how many marks there say that it feels safe
 * @param marksElsewhere places felt to be unsafe, of all surveys, farther away
 * @param change the period against the same of earlier years
 * @param around streets, lamps and what else is near
 * @param reports what was reported there lately by type: how many, and how many of them nobody has put right
 * @param standsFor the type that rules take a type for; types that are not in it stand for themselves
 * @param darkness when the sun is down there
 */
record Scene(
        Incidents here,
        Incidents elsewhere,
        int possible,
        Incidents everHere,
        Incidents everElsewhere,
        List<UnsafePlace> marksHere,
        int safeHere,
        List<UnsafePlace> marksElsewhere,
        @Nullable PoissonComparison change,
        Around around,
        Map<String, Reported> reports,
        Map<String, String> standsFor,
        Darkness darkness) {
    /** Reports of one type. */
    record Reported(int count, int open) {
        static final Reported NONE = new Reported(0, 0);

        Reported and(Reported other) {
            return new Reported(count + other.count, open + other.open);
        }
    }

    /** Reports of several types together, and of those that are like them. */
    Reported reported(List<String> types) {
        return reports.entrySet().stream()
                .filter(each -> types.contains(standsFor.getOrDefault(each.getKey(), each.getKey())))
                .map(Map.Entry::getValue)
                .reduce(Reported.NONE, Reported::and);
    }

    /** Numbers of all rows of a set. */
    static int[] rows(Incidents set) {
        return java.util.stream.IntStream.range(0, set.size()).toArray();
    }
}
