package se.lageskarta.service.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.geocode.FoundPlace;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The candidates of a waiting row as they are kept in one column. */
final class CandidatesJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<StoredCandidate>> CANDIDATES = new TypeReference<>() {};

    private CandidatesJson() {}

    static String write(List<FoundPlace> candidates, Map<Geometry, Long> numbers) {
        List<StoredCandidate> stored = new ArrayList<>();
        for (FoundPlace found : candidates) {
            String name = found.name();
            stored.add(new StoredCandidate(
                    name.length() <= SettledPlace.LONGEST_NAME ? name : name.substring(0, SettledPlace.LONGEST_NAME),
                    found.lon(),
                    found.lat(),
                    found.precision(),
                    found.score(),
                    found.shape() == null ? null : numbers.get(found.shape())));
        }
        return JSON.writeValueAsString(stored);
    }

    static List<StoredCandidate> read(String json) {
        return JSON.readValue(json, CANDIDATES);
    }
}
