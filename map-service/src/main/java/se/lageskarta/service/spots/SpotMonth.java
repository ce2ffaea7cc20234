package se.lageskarta.service.spots;

import java.time.YearMonth;

/**
 * A spot in one month.
 *
 * @param month the last month of the period that was looked at
 * @param count incidents, or people for unsafe places, in that period; 0 when the spot was gone
 * @param status as in {@link Spot}
 */
public record SpotMonth(YearMonth month, int count, String status) {}
