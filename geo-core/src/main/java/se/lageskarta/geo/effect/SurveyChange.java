package se.lageskarta.geo.effect;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import se.lageskarta.geo.survey.UnsafePlace;

/**
 * Did fewer feel unsafe at the place after the measure? People of the survey waves before and after, not marks: who marks
 * a place three times is one. The interval of the difference of shares is Newcombe's hybrid score interval (Newcombe 1998,
 * Statistics in Medicine 17, method 10).
 *
 * <p>Known limits: only people who marked something are known; who answers chooses to; nothing compares the place with
 * another, so a change of the whole town shows here too. Told apart from crime and never added to it.
 *
 * @param before waves before the measure was begun, together
 * @param after waves after it was done, together
 * @param low lower end of the 95 % interval of the share after minus that before
 * @param high upper end
 * @param verdict {@link Verdict#TOO_FEW} below {@link #FEWEST} people in either
 */
public record SurveyChange(Wave before, Wave after, double low, double high, Verdict verdict) {
    /** With fewer respondents in a wave, or with fewer than this at the place in both, nothing is said. */
    public static final int FEWEST = 20;

    private static final int FEWEST_HERE = 5;
    private static final double Z = 1.959963984540054;

    /**
     * A survey wave.
     *
     * @param respondents people who marked anything anywhere
     * @param unsafeHere people of them who marked the place as unsafe
     * @param firstDay first day of a mark; null when none is known
     * @param lastDay last such day
     */
    public record Wave(
            int respondents,
            int unsafeHere,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {
        public Wave {
            if (unsafeHere < 0 || respondents < unsafeHere) {
                throw new IllegalArgumentException("unsafeHere is " + unsafeHere + ", but must be 0 to " + respondents);
            }
        }

        /** Part of the respondents, 0 to 1; 0 when there are none. */
        public double share() {
            return respondents == 0 ? 0 : (double) unsafeHere / respondents;
        }

        Wave and(Wave other) {
            return new Wave(
                    respondents + other.respondents,
                    unsafeHere + other.unsafeHere,
                    firstDay != null ? firstDay : other.firstDay,
                    other.lastDay != null ? other.lastDay : lastDay);
        }
    }

    /**
     * Counts people of one wave.
     *
     * @param marks of one survey, metres
     * @param place metres in the same system
     */
    public static Wave wave(List<UnsafePlace> marks, Geometry place) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(place);
        Set<Long> people = new HashSet<>();
        Set<Long> here = new HashSet<>();
        LocalDate first = null;
        LocalDate last = null;
        for (UnsafePlace mark : marks) {
            // who is not told is a person of their own; pseudonyms are above 0
            long person = mark.respondent() == 0 ? -1 - mark.id() : mark.respondent();
            people.add(person);
            if (!mark.safe() && prepared.covers(place.getFactory().createPoint(new Coordinate(mark.x(), mark.y())))) {
                here.add(person);
            }
            LocalDate day = mark.day();
            if (day != null) {
                first = first == null || day.isBefore(first) ? day : first;
                last = last == null || day.isAfter(last) ? day : last;
            }
        }
        return new Wave(people.size(), here.size(), first, last);
    }

    /** @param before and after at least one each; several are added up */
    public static SurveyChange of(List<Wave> before, List<Wave> after) {
        Wave first =
                before.stream().reduce(Wave::and).orElseThrow(() -> new IllegalArgumentException("no wave before"));
        Wave second = after.stream().reduce(Wave::and).orElseThrow(() -> new IllegalArgumentException("no wave after"));
        double[] one = wilson(first);
        double[] two = wilson(second);
        double change = second.share() - first.share();
        double low = change - Math.hypot(second.share() - two[0], one[1] - first.share());
        double high = change + Math.hypot(two[1] - second.share(), first.share() - one[0]);
        boolean few = Math.min(first.respondents, second.respondents) < FEWEST
                || Math.max(first.unsafeHere, second.unsafeHere) < FEWEST_HERE;
        Verdict verdict = few
                ? Verdict.TOO_FEW
                : high < 0 ? Verdict.DECREASE : low > 0 ? Verdict.INCREASE : Verdict.NO_SURE_CHANGE;
        return new SurveyChange(first, second, low, high, verdict);
    }

    /** Wilson's score interval of a share. */
    private static double[] wilson(Wave wave) {
        double n = wave.respondents;
        if (n == 0) {
            return new double[] {0, 1};
        }
        double p = wave.share();
        double middle = p + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double whole = 1 + Z * Z / n;
        return new double[] {(middle - reach) / whole, (middle + reach) / whole};
    }

    /** In words. */
    public Said said() {
        Object[] numbers = {before.unsafeHere, before.respondents, after.unsafeHere, after.respondents};
        return switch (verdict) {
            case TOO_FEW ->
                Said.of(
                        "too-few",
                        "För få svar för att säga något: {0} av {1} före och {2} av {3} efter.",
                        "Too few answers to say anything: {0} of {1} before and {2} of {3} after.",
                        numbers);
            case NO_SURE_CHANGE ->
                Said.of(
                        "no-sure-change",
                        "Ingen säker förändring i otrygghet: {0} av {1} svarande före och {2} av {3} efter.",
                        "No sure change in feeling unsafe: {0} of {1} respondents before and {2} of {3} after.",
                        numbers);
            case DECREASE ->
                Said.of(
                        "decrease",
                        "Färre känner sig otrygga här: {0} av {1} svarande före och {2} av {3} efter.",
                        "Fewer feel unsafe here: {0} of {1} respondents before and {2} of {3} after.",
                        numbers);
            case INCREASE ->
                Said.of(
                        "increase",
                        "Fler känner sig otrygga här: {0} av {1} svarande före och {2} av {3} efter.",
                        "More feel unsafe here: {0} of {1} respondents before and {2} of {3} after.",
                        numbers);
        };
    }
}
