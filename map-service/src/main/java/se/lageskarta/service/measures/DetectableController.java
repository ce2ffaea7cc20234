package se.lageskarta.service.measures;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.web.Parameters;

/** Says, before a goal is chosen, how small a reduction could be shown at a place. */
@RestController
class DetectableController {
    private static final Set<String> PARAMETERS = Set.of("outline", "within", "types", "months");
    /** More corners make an address longer than servers take. */
    private static final int MOST_CORNERS = 200;

    private static final int USUAL_METRES = 100;
    private static final int USUAL_MONTHS = 12;
    private static final int RING = 4;
    private static final GeometryFactory WGS84 = new GeometryFactory();

    private final FindDetectable find;
    private final IncidentTypes types;

    DetectableController(FindDetectable find, IncidentTypes types) {
        this.find = find;
        this.types = types;
    }

    @GetMapping("/api/measures/detectable")
    @Parameter(
            name = "outline",
            in = ParameterIn.QUERY,
            required = true,
            description =
                    "Where: longitude and latitude of each corner, such as 13.02 58.08,13.03 58.08; one corner is a"
                            + " point, a closed ring an area, at most 200 corners")
    @Parameter(name = "within", in = ParameterIn.QUERY, description = "How far around it is counted, 0 to 500 metres")
    @Parameter(name = "types", in = ParameterIn.QUERY, description = "Taxonomy codes, such as SKA,KLO; absent for all")
    @Parameter(name = "months", in = ParameterIn.QUERY, description = "How many months before and after, 1 to 60")
    Detectable detectable(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), PARAMETERS);
        return find.at(new DetectableQuestion(
                outline(parameters),
                parameters.whole("within", USUAL_METRES, 0, MeasureGoal.FARTHEST_METRES),
                List.copyOf(parameters.words("types", types.codes())),
                parameters.whole("months", USUAL_MONTHS, 1, MeasureGoal.MOST_MONTHS)));
    }

    private static Geometry outline(Parameters parameters) {
        String text = parameters.text("outline");
        String[] corners = text == null ? new String[0] : text.split(",", -1);
        if (corners.length == 0 || corners.length > MOST_CORNERS) {
            throw parameters.refused("outline", "measure.outline");
        }
        List<Coordinate> places = new ArrayList<>();
        Arrays.stream(corners).map(corner -> place(corner, parameters)).forEach(places::add);
        Coordinate[] ring = places.toArray(new Coordinate[0]);
        if (ring.length == 1) {
            return WGS84.createPoint(ring[0]);
        }
        boolean closed = ring[0].equals2D(ring[ring.length - 1]);
        if (!closed || ring.length < RING) {
            return WGS84.createLineString(ring);
        }
        Geometry area = WGS84.createPolygon(ring).buffer(0);
        if (area.isEmpty()) {
            throw parameters.refused("outline", "measure.outline");
        }
        return area;
    }

    private static Coordinate place(String corner, Parameters parameters) {
        try {
            String[] lonLat = corner.strip().split("\\s+");
            double lon = Double.parseDouble(lonLat[0]);
            double lat = Double.parseDouble(lonLat[1]);
            if (lonLat.length == 2 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85) {
                return new Coordinate(lon, lat);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            // told below, as any other corner that is none
        }
        throw parameters.refused("outline", "measure.outline");
    }
}
