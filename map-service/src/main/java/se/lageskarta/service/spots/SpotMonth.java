package se.lageskarta.service.spots;

import java.time.YearMonth;
import java.util.List;

/**
 * A spot in one month.
 *
 * @param month the last month of the period that was looked at
 * @param count incidents, or people for unsafe places, in that period; 0 when the spot was gone
 * @param status as in {@link Spot}
 * @param merged numbers of spots that lay in it without a hotspot of their own, ascending
 */
public record SpotMonth(YearMonth month, int count, String status, List<Long> merged) {
    public SpotMonth {
        merged = List.copyOf(merged);
    }
}
