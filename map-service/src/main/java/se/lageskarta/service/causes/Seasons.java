package se.lageskarta.service.causes;

import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.MonthBars;

/** Incidents by month of the year, all years together. */
final class Seasons {
    private static final int JUNE = 5;
    private static final int AUGUST = 7;

    private Seasons() {}

    /** Twelve counts, January first, of those whose month is known. */
    static int[] of(Incidents set) {
        int[] seasons = new int[12];
        MonthBars bars = MonthBars.of(set);
        for (int i = 0; i < bars.count().length; i++) {
            seasons[bars.month(i).getMonthValue() - 1] += bars.count()[i];
        }
        return seasons;
    }

    /** June to August. */
    static int summer(int[] seasons) {
        int summer = 0;
        for (int month = JUNE; month <= AUGUST; month++) {
            summer += seasons[month];
        }
        return summer;
    }
}
