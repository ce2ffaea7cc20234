package se.lageskarta.service.areachecks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.followups.DataMonths;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * The months that a check is about: whole calendar years, up to five; where data cover no whole year, the months they cover.
 *
 * @param note why it is no whole years; null when it is
 */
record WantedPeriod(YearMonth from, YearMonth to, @Nullable Plain note) {
    private static final int MOST_YEARS = 5;
    private static final int JANUARY = 1;
    private static final int DECEMBER = 12;

    /**
     * @param from first day asked for; null for the usual
     * @param to last day asked for; null for the usual
     * @throws RefusedRequestException 422 when it is no whole years, or years that data do not cover
     */
    static WantedPeriod of(@Nullable LocalDate from, @Nullable LocalDate to, DataMonths covered) {
        int first = covered.first().getYear() + (covered.first().getMonthValue() == JANUARY ? 0 : 1);
        int last = covered.last().getYear() - (covered.last().getMonthValue() == DECEMBER ? 0 : 1);
        if (last < first) {
            if (from != null || to != null) {
                throw refused(from != null ? "from" : "to", String.valueOf(from != null ? from : to), covered, null);
            }
            if (covered.last().isBefore(covered.first())) {
                throw AreaShape.refused("from", "", "areacheck.no-months");
            }
            return new WantedPeriod(covered.first(), covered.last(), months(covered));
        }
        int end = to == null ? last : to.getYear();
        int start = from == null ? Math.max(first, end - MOST_YEARS + 1) : from.getYear();
        String years = first + "–" + last;
        if (from != null && (from.getDayOfYear() != 1 || start < first || start > last)) {
            throw refused("from", from.toString(), covered, years);
        }
        if (to != null && (!to.equals(LocalDate.of(end, DECEMBER, 31)) || end < start || end > last || end < first)) {
            throw refused("to", to.toString(), covered, years);
        }
        if (end - start + 1 > MOST_YEARS) {
            throw refused("from", String.valueOf(from), covered, years);
        }
        return new WantedPeriod(YearMonth.of(start, JANUARY), YearMonth.of(end, DECEMBER), null);
    }

    private static RefusedRequestException refused(
            String field, String value, DataMonths covered, @Nullable String years) {
        return new RefusedRequestException(
                422,
                List.of(
                        years == null
                                ? FieldFault.of(
                                        field,
                                        value,
                                        "areacheck.period-months",
                                        covered.first().toString(),
                                        covered.last().toString())
                                : FieldFault.of(field, value, "areacheck.period", years, MOST_YEARS)));
    }

    private static Plain months(DataMonths covered) {
        return new Plain(
                "Uppgifterna täcker inget helt kalenderår. Talen gäller de hela månader som finns, %s till %s, och säger inget om årstider eller utveckling."
                        .formatted(covered.first(), covered.last()),
                "The data cover no whole calendar year. The numbers are of the whole months there are, %s to %s, and say nothing about seasons or trend."
                        .formatted(covered.first(), covered.last()));
    }
}
