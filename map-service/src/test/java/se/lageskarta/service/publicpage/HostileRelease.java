package se.lageskarta.service.publicpage;

import java.time.LocalDate;
import java.util.List;

/** Releases that nobody should make, or that hold next to nothing. */
final class HostileRelease {
    private static final Release TOWN = InventedRelease.town();

    private HostileRelease() {}

    /** Every word that a person can write is this one. */
    static Release of(String words) {
        Words both = new Words(words, words);
        List<Release.Area> areas = TOWN.areas().stream()
                .map(area -> new Release.Area(area.id(), words, area.households(), area.rings()))
                .toList();
        List<Release.Series> series = TOWN.series().stream()
                .map(one -> new Release.Series(one.code(), both, both))
                .toList();
        Release.Backdrop land = TOWN.backdrop();
        List<Release.Place> places = land.places().stream()
                .map(place -> new Release.Place(words, place.at()))
                .toList();
        return new Release(
                TOWN.slug(),
                both,
                TOWN.from(),
                TOWN.to(),
                TOWN.published(),
                words,
                words,
                true,
                true,
                series,
                areas,
                TOWN.cells(),
                TOWN.totals(),
                TOWN.perceived(),
                List.of(new Release.Measure(words, words, words, null, null, null)),
                List.of(new Release.Walk(words, TOWN.from(), 1, 1, null)),
                both,
                both,
                both,
                new Release.Backdrop(land.border(), land.water(), land.roads(), places),
                null);
    }

    /** A town whose only walk names this path. */
    static Release withProtocol(String path) {
        return with(List.of(), List.of(new Release.Walk("Vandring", LocalDate.of(2025, 5, 1), 1, 0, path)));
    }

    static Release empty() {
        return with(List.of(), List.of());
    }

    private static Release with(List<Release.Area> areas, List<Release.Walk> walks) {
        return new Release(
                TOWN.slug(),
                TOWN.title(),
                TOWN.from(),
                TOWN.to(),
                TOWN.published(),
                TOWN.publisher(),
                TOWN.contact(),
                false,
                false,
                TOWN.series(),
                areas,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                walks,
                TOWN.text(),
                TOWN.method(),
                TOWN.report(),
                new Release.Backdrop(List.of(), List.of(), List.of(), List.of()),
                null);
    }
}
