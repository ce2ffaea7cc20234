package se.lageskarta.service.causes;

import java.util.function.BiPredicate;
import se.lageskarta.geo.analysis.Words;
import se.lageskarta.geo.stats.AoristicWeek;

/** Hours of the week that a hypothesis is about; days count from 0, Monday. */
enum TimeWindow {
    SCHOOL(
            "school",
            new Words("måndag–fredag 14–17", "Monday to Friday 14–17"),
            (day, hour) -> day < 5 && hour >= 14 && hour < 17),
    NIGHTLIFE(
            "nightlife",
            new Words("natten mot lördag och söndag, 21–05", "the nights to Saturday and Sunday, 21–05"),
            (day, hour) -> (day == 4 || day == 5) && hour >= 21 || (day == 5 || day == 6) && hour < 5),
    DAYTIME(
            "daytime",
            new Words("måndag–lördag 10–18", "Monday to Saturday 10–18"),
            (day, hour) -> day < 6 && hour >= 10 && hour < 18);

    private final String hypothesis;
    private final Words words;
    private final BiPredicate<Integer, Integer> holds;

    TimeWindow(String hypothesis, Words words, BiPredicate<Integer, Integer> holds) {
        this.hypothesis = hypothesis;
        this.words = words;
        this.holds = holds;
    }

    String hypothesis() {
        return hypothesis;
    }

    Words words() {
        return words;
    }

    /** Incidents within, each by the part of its span; 0 to {@code week.known()}. */
    double of(AoristicWeek week) {
        double within = 0;
        for (int day = 0; day < 7; day++) {
            for (int hour = 0; hour < 24; hour++) {
                within += holds.test(day, hour) ? week.weight()[day][hour] : 0;
            }
        }
        return within;
    }
}
