package se.lageskarta.service.geocoding;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.service.storage.StoredCandidate;
import se.lageskarta.service.storage.WaitingPlace;
import se.lageskarta.service.storage.WaitingPlaces;

/** A waiting row as it is told over HTTP. */
record ToldPlace(
        long id,
        long version,
        long importId,
        Dataset dataset,
        long line,
        Words written,
        String type,
        @Nullable When when,
        long sameText,
        String state,
        List<Candidate> candidates,
        @Nullable Settled settled,
        @Nullable Left left) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    record Dataset(long id, String name) {}

    record Words(String text, String locality, String property) {}

    /** Wall-clock time: the first minute, and the minute after the last. */
    record When(String from, String to) {
        static @Nullable When of(TimeSpan time) {
            return time.isKnown()
                    ? new When(
                            MINUTE.format(TimeSpan.timeOf(time.fromMinute())),
                            MINUTE.format(TimeSpan.timeOf(time.toMinute())))
                    : null;
        }
    }

    /** @param shape GeoJSON geometry of the street or area; null when it is a point */
    record Candidate(
            String name,
            double lon,
            double lat,
            String precision,
            double score,
            @Nullable Object shape) {}

    record Settled(String name, double lon, double lat, String precision, String by, Instant at) {}

    record Left(String reason, String by, Instant at) {}

    static ToldPlace of(WaitingPlace place, WaitingPlaces places) {
        WaitingPlace.Decision decision = place.decision();
        return new ToldPlace(
                place.id(),
                place.version(),
                place.importId(),
                new Dataset(place.datasetId(), place.datasetName()),
                place.line(),
                new Words(
                        place.written().text(),
                        place.written().locality(),
                        place.written().property()),
                place.type(),
                When.of(place.time()),
                place.sameText(),
                place.state().code(),
                place.candidates().stream()
                        .map(candidate -> candidate(candidate, places))
                        .toList(),
                settled(decision),
                decision == null || decision.place() != null
                        ? null
                        : new Left(decision.reason(), decision.by(), decision.at()));
    }

    private static @Nullable Settled settled(WaitingPlace.@Nullable Decision decision) {
        if (decision == null || decision.place() == null) {
            return null;
        }
        return new Settled(
                decision.place().name(),
                decision.place().lon(),
                decision.place().lat(),
                SentPlace.code(decision.place().precision()),
                decision.by(),
                decision.at());
    }

    private static Candidate candidate(StoredCandidate candidate, WaitingPlaces places) {
        Long number = candidate.shape();
        return new Candidate(
                candidate.name(),
                candidate.lon(),
                candidate.lat(),
                SentPlace.code(candidate.precision()),
                candidate.score(),
                number == null ? null : places.shape(number).map(ShapeJson::of).orElse(null));
    }
}
