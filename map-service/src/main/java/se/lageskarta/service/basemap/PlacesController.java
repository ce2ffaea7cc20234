package se.lageskarta.service.basemap;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.Parameters;

/** Finds addresses, streets, places and positions for the search field. */
@RestController
class PlacesController {
    private static final Set<String> PARAMETERS = Set.of("q", "limit", "bbox");
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 50;
    /** Longer than any address. */
    private static final int MAX_QUERY = 200;

    private final PlaceNames places;

    PlacesController(PlaceNames places) {
        this.places = places;
    }

    /**
     * One place found.
     *
     * @param name as the source writes it
     * @param kind {@code place}, {@code street}, {@code address} or {@code coordinates}
     * @param lon degrees
     * @param lat degrees
     * @param bounds west, south, east, north, degrees
     */
    record Found(String name, String kind, double lon, double lat, double[] bounds) {
        static Found of(NamedPlace place) {
            Bounds b = place.bounds();
            double[] bounds = {b.west(), b.south(), b.east(), b.north()};
            return new Found(
                    place.name(),
                    place.kind().code(),
                    place.at().lon(),
                    place.at().lat(),
                    bounds);
        }
    }

    /** The answer. */
    record Places(List<Found> places) {}

    @GetMapping("/api/places")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            required = true,
            description = "The beginning of a name, or a position in WGS 84 or SWEREF 99 TM")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most this many, 1 to 50; 10 when absent")
    @Parameter(
            name = "bbox",
            in = ParameterIn.QUERY,
            description = "What the map shows, as west,south,east,north; the nearer of two equal names comes first")
    Places places(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), PARAMETERS);
        String typed = parameters.text("q");
        if (typed == null) {
            throw Parameters.refused("q", "", "places.q.missing");
        }
        if (typed.length() > MAX_QUERY) {
            throw Parameters.refused("q", typed, "places.q.long", MAX_QUERY);
        }
        int limit = parameters.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        return new Places(places.search(typed, limit, middle(parameters.box("bbox"))).stream()
                .map(Found::of)
                .toList());
    }

    /**
     * What a spot is called; never a house number.
     *
     * @param name null when nothing with a name is within walking distance
     */
    record Called(@Nullable String name) {}

    @GetMapping("/api/places/near")
    @Parameter(name = "lon", in = ParameterIn.QUERY, required = true, description = "Degrees east, WGS 84")
    @Parameter(name = "lat", in = ParameterIn.QUERY, required = true, description = "Degrees north, WGS 84")
    Called near(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("lon", "lat"));
        return new Called(places.nameOf(degrees(parameters, "lon", 180), degrees(parameters, "lat", 90))
                .orElse(null));
    }

    private static double degrees(Parameters parameters, String name, double most) {
        Double degrees = parameters.number(name, -most, most);
        if (degrees == null) {
            throw Parameters.refused(name, "", "places.position.missing");
        }
        return degrees;
    }

    private static @Nullable LonLat middle(@Nullable Bounds box) {
        return box == null ? null : new LonLat((box.west() + box.east()) / 2, (box.south() + box.north()) / 2);
    }
}
