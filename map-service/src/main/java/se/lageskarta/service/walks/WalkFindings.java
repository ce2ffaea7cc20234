package se.lageskarta.service.walks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.service.basemap.PlaceNames;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.photos.Photo;
import se.lageskarta.service.photos.Photos;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells what walks have found: with their number in the protocol, their place's name, pictures and measure. */
@Component
class WalkFindings {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Walks walks;
    private final PlaceNames places;
    private final Photos photos;
    private final Measures measures;

    WalkFindings(Walks walks, PlaceNames places, Photos photos, Measures measures) {
        this.walks = walks;
        this.places = places;
        this.photos = photos;
        this.measures = measures;
    }

    /**
     * A finding.
     *
     * @param number its number in the protocol, from 1
     * @param place what people would call it; null when nothing near has a name
     * @param photos numbers of its pictures
     */
    record Told(
            long id,
            long version,
            int number,
            String key,
            String category,
            String words,
            List<String> masked,
            @Nullable String place,
            double lon,
            double lat,
            double accuracyMetres,
            String status,
            String owner,
            String plan,
            @Nullable Long measureId,
            @Nullable String measureTitle,
            List<Long> photos) {}

    /** A finding of the walk before, and {@code fixed}, {@code better} or {@code remains}; null while not looked at. */
    record Earlier(Told finding, @Nullable String outcome) {}

    List<Told> of(Walk walk) {
        return of(walk.id());
    }

    List<Earlier> earlier(Walk walk) {
        Long before = walk.earlierId();
        if (before == null) {
            return List.of();
        }
        Map<Long, String> outcomes = walks.rechecks(walk.id());
        return of(before).stream()
                .map(found -> new Earlier(found, outcomes.get(found.id())))
                .toList();
    }

    /** One finding as it is told in its walk. */
    Told of(WalkFinding finding) {
        return of(finding.walkId()).stream()
                .filter(told -> told.id() == finding.id())
                .findFirst()
                .orElseThrow();
    }

    private List<Told> of(long walkId) {
        List<WalkFinding> found = walks.findings(walkId);
        Map<Long, List<Photo>> pictures = photos.of(
                EditWalks.PHOTOS_OF, found.stream().map(WalkFinding::id).toList());
        List<Told> told = new ArrayList<>(found.size());
        for (WalkFinding finding : found) {
            List<Long> own = pictures.getOrDefault(finding.id(), List.of()).stream()
                    .map(Photo::id)
                    .toList();
            told.add(told(finding, told.size() + 1, own));
        }
        return told;
    }

    private Told told(WalkFinding finding, int number, List<Long> pictures) {
        Long measure = finding.measureId();
        return new Told(
                finding.id(),
                finding.version(),
                number,
                finding.key(),
                finding.category(),
                finding.words(),
                finding.masked().isEmpty()
                        ? List.of()
                        : List.of(finding.masked().split(" ")),
                places.nameOf(finding.lon(), finding.lat()).orElse(null),
                finding.lon(),
                finding.lat(),
                finding.accuracyMetres(),
                finding.status(),
                finding.owner(),
                finding.plan(),
                measure,
                measure == null
                        ? null
                        : measures.find(measure).map(Measure::title).orElse(null),
                pictures);
    }

    /** The geometry as GeoJSON; null for none. */
    @Nullable
    JsonNode json(@Nullable Geometry geometry) {
        if (geometry == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try {
            FeatureWriter.writeAlone(geometry, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JSON.readTree(bytes.toByteArray());
    }
}
