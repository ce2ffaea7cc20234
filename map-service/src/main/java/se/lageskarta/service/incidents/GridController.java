package se.lageskarta.service.incidents;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.geo.incident.SpreadIncidents;
import se.lageskarta.service.evidence.FilterParameters;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * How many incidents fall in each square of a grid on the ground. One that is known to the street or the area counts in
 * parts in the squares that it lies in.
 */
@RestController
class GridController {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double DEFAULT_CELL_METRES = 250;
    private static final double MIN_CELL_METRES = 10;
    private static final double MAX_CELL_METRES = 100_000;
    /** Some 40 MB of polygons. */
    private static final int MAX_CELLS = 200_000;

    private final Questions questions;
    private final Answers answers;

    GridController(Questions questions, Answers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    @FilterParameters
    @Parameter(
            name = "cell",
            in = ParameterIn.QUERY,
            description = "Side of a square, 10 to 100000 metres; default 250")
    @GetMapping("/api/grid")
    void grid(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Set<String> allowed = new TreeSet<>(Questions.PARAMETERS);
        allowed.add("cell");
        Parameters parameters = Parameters.of(request.getParameterMap(), allowed);
        Question question = questions.of(parameters);
        double cell = parameters.number("cell", DEFAULT_CELL_METRES, MIN_CELL_METRES, MAX_CELL_METRES);
        EntityTag tag = EntityTag.of("grid", question.key(), Double.toString(cell));
        answers.geoJson(request, response, tag, out -> {
            List<SpreadIncidents> sets = PointSet.of(question, cell);
            List<SquareCounts> counts =
                    sets.stream().map(set -> SquareCounts.of(set, cell)).toList();
            int cells = counts.stream().mapToInt(SquareCounts::size).sum();
            if (cells > MAX_CELLS) {
                throw new RefusedRequestException(
                        422, List.of(FieldFault.of("cell", Double.toString(cell), "grid.too-large", (long) cells, (long)
                                MAX_CELLS)));
            }
            try (FeatureWriter writer = new FeatureWriter(out)) {
                for (int i = 0; i < counts.size(); i++) {
                    write(counts.get(i), sets.get(i).points().crs(), writer);
                }
                writer.member("numberMatched", cells);
                writer.member("numberReturned", cells);
                writer.member("cellMetres", cell);
                writer.member(
                        "incidents",
                        sets.stream().mapToInt(SpreadIncidents::size).sum());
                writer.member(
                        "spread",
                        sets.stream().mapToInt(SpreadIncidents::spread).sum());
                writer.member(
                        "notPlaced",
                        sets.stream().mapToInt(SpreadIncidents::left).sum());
                writer.member("invented", question.invented());
            }
        });
    }

    private static void write(SquareCounts counts, Crs crs, FeatureWriter writer) throws IOException {
        int n = counts.size();
        double side = counts.cellMetres();
        double[] x = new double[4 * n];
        double[] y = new double[4 * n];
        for (int i = 0; i < n; i++) {
            for (int corner = 0; corner < 4; corner++) {
                x[4 * i + corner] = (counts.column()[i] + (corner == 1 || corner == 2 ? 1 : 0)) * side;
                y[4 * i + corner] = (counts.row()[i] + (corner >= 2 ? 1 : 0)) * side;
            }
        }
        Projection.of(crs).toLonLat(x, y, 0, 4 * n, x, y);
        for (int i = 0; i < n; i++) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("count", counts.count()[i]);
            properties.put("spread", Math.rint(counts.spread()[i] * 1e9) / 1e9);
            properties.put("x", counts.column()[i] * side);
            properties.put("y", counts.row()[i] * side);
            properties.put("crs", crs.toString());
            writer.feature(new Feature(null, square(x, y, 4 * i), properties));
        }
    }

    private static Polygon square(double[] lon, double[] lat, int from) {
        Coordinate[] corners = new Coordinate[5];
        for (int corner = 0; corner < 5; corner++) {
            corners[corner] = new Coordinate(lon[from + corner % 4], lat[from + corner % 4]);
        }
        return GEOMETRY.createPolygon(corners);
    }
}
