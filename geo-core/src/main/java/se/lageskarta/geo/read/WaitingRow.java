package se.lageskarta.geo.read;

import java.util.List;
import se.lageskarta.geo.geocode.FoundPlace;
import se.lageskarta.geo.geocode.WrittenPlace;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * An incident that is understood but for its place: the words fit no place well enough, or several equally well. It
 * becomes an incident when a person has said where.
 *
 * @param sourceKey what makes it the same incident the next time the file arrives
 * @param written the place as it is written
 * @param candidates what it may mean, the likeliest first; may be empty
 * @param type code of the taxonomy
 * @param sourceType the type as the source wrote it
 * @param weight how much it counts
 */
public record WaitingRow(
        long sourceKey,
        WrittenPlace written,
        List<FoundPlace> candidates,
        TimeSpan time,
        String type,
        String sourceType,
        double weight) {
    public WaitingRow {
        candidates = List.copyOf(candidates);
    }
}
