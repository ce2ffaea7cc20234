package se.lageskarta.service.spots;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.service.evidence.CountBand;
import se.lageskarta.service.evidence.Mask;
import se.lageskarta.service.storage.RegisterChanges;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A spot as the outside sees it.
 *
 * @param namedBy {@code places} or {@code people}
 * @param outline GeoJSON geometry, where it was last seen
 * @param months those that the person may know of, the first first
 * @param names every name it had, the newest first; null where they are not told
 */
record SpotAnswer(
        long id,
        long version,
        String stream,
        String name,
        String namedBy,
        String status,
        String firstMonth,
        String lastMonth,
        boolean invented,
        JsonNode outline,
        List<Month> months,
        @Nullable List<Naming> names) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @param count null for who may not see single incidents
     * @param countFrom for them, the least that it may be; null when it is below {@value Mask#LEAST}, and when it was counted with
     *     a filter of somebody's own
     * @param countTo likewise the greatest
     * @param followed true when no look through all hotspots found it: somebody began to follow it then, with a filter
     */
    record Month(
            String month,
            @Nullable Integer count,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer countFrom,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer countTo,

            String status,
            List<Long> merged,
            boolean followed) {}

    record Naming(String name, String namedBy, Instant savedAt, String savedBy) {}

    /**
     * @param page with the months that the person may know of
     * @param coarse its outline for who may not see single incidents; null for who may
     * @param history names as they were saved; null to leave them out
     */
    static SpotAnswer of(
            SpotBook.Page page, @Nullable Geometry coarse, @Nullable List<RegisterChanges.Change> history) {
        Spot spot = page.spot();
        return new SpotAnswer(
                spot.id(),
                spot.version(),
                spot.stream(),
                spot.name(),
                spot.namedByPeople() ? SpotRows.PEOPLE : SpotRows.PLACES,
                spot.status(),
                spot.firstMonth().toString(),
                spot.lastMonth().toString(),
                spot.invented(),
                json(coarse == null ? spot.outline() : coarse),
                page.months().stream()
                        .map(month -> month(page, month, coarse != null))
                        .toList(),
                history == null
                        ? null
                        : history.stream().map(SpotAnswer::naming).toList());
    }

    private static Month month(SpotBook.Page page, SpotMonth month, boolean masked) {
        boolean followed = page.seen().stream()
                .anyMatch(seen -> seen.followed() && seen.month().equals(month.month()));
        CountBand band = masked && !followed ? CountBand.of(month.count()) : null;
        return new Month(
                month.month().toString(),
                masked ? null : Integer.valueOf(month.count()),
                band == null ? null : Integer.valueOf(band.from()),
                band == null ? null : Integer.valueOf(band.to()),
                month.status(),
                month.merged(),
                followed);
    }

    private static Naming naming(RegisterChanges.Change change) {
        SpotNames.Name name = JSON.readValue(change.state(), SpotNames.Name.class);
        return new Naming(name.name(), name.namedBy(), change.savedAt(), change.savedBy());
    }

    private static JsonNode json(Geometry outline) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try {
            FeatureWriter.writeAlone(outline, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return JSON.readTree(bytes.toByteArray());
    }
}
