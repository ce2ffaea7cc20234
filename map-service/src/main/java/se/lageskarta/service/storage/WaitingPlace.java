package se.lageskarta.service.storage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.geocode.WrittenPlace;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * A row of a file that is understood but for its place (rad som väntar på plats).
 *
 * @param version rises with every decision
 * @param line in the file, counted from 1
 * @param sameText rows that wait and say the same place, this one among them
 * @param candidates what the words may mean, the likeliest first
 * @param state whether it waits
 * @param decision what somebody has decided; null while it waits
 */
public record WaitingPlace(
        long id,
        long version,
        long importId,
        long datasetId,
        String datasetName,
        long line,
        WrittenPlace written,
        String type,
        String sourceType,
        TimeSpan time,
        long sameText,
        List<StoredCandidate> candidates,
        State state,
        @Nullable Decision decision) {
    /** Where it stands. */
    public enum State {
        WAITING,
        SETTLED,
        /** Nobody can say where it was. */
        LEFT;

        /** The word used in addresses and files. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public WaitingPlace {
        candidates = List.copyOf(candidates);
    }

    /**
     * @param place where it was; null when it was left
     * @param reason why it was left; empty when it was settled
     */
    public record Decision(@Nullable SettledPlace place, String reason, String by, Instant at) {}
}
