package se.lageskarta.geo.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.stats.Centrography;
import se.lageskarta.geo.stats.NearestNeighbour;
import se.lageskarta.geo.stats.RipleyK;

/** Answers the cases of nearest neighbours, Ripley's K and centrography. */
final class PatternCases {
    private static final int ORDERS = 6;
    private static final double SPATSTAT_DONNELLY = 0.0412;

    private PatternCases() {}

    static Map<String, Object> nearestNeighbour(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        int n = points.x().length;
        double[] means = NearestNeighbour.meanDistances(points.x(), points.y(), Math.min(ORDERS, n - 1));
        Geometry box = box(points);
        Geometry boundary = boundary(question, "boundary");
        Geometry window = boundary == null ? box : boundary;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("n", n);
        answer.put(
                "boundaryWindow",
                against(means[0], n, window, window.isRectangle() ? "bounding rectangle" : "polygon"));
        answer.put("convexHull", against(means[0], n, hull(points), "convex hull"));
        answer.put("boundingBox", against(means[0], n, box, "bounding box"));
        answer.put(
                "spatstatClarkEvansNaive",
                NearestNeighbour.of(means[0], n, window.getArea()).ratio());
        if (window.isRectangle()) {
            NearestNeighbour donnelly = NearestNeighbour.donnelly(means[0], n, window.getArea(), window.getLength());
            Map<String, Object> edge = new LinkedHashMap<>();
            edge.put("meanExpected", donnelly.meanExpected());
            edge.put("ratio", donnelly.ratio());
            edge.put("se", donnelly.standardError());
            answer.put("donnelly", edge);
            double spatstat = NearestNeighbour.donnelly(
                            means[0], n, window.getArea(), window.getLength(), SPATSTAT_DONNELLY)
                    .ratio();
            answer.put("spatstatAll", Map.of("Donnelly", spatstat));
        }
        answer.put("distinctPointsOnly", distinct(points));
        answer.put("kthMeanObserved", Arrays.stream(means).boxed().toList());
        return answer;
    }

    static Map<String, Object> ripley(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        Geometry boundary = boundary(question, "window");
        Geometry window = boundary == null ? box(points) : boundary;
        double[] radius = numbers(question.asked("r").get("r"));
        RipleyK k = RipleyK.of(points.x(), points.y(), window, radius, () -> false);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("r", list(k.radiusMetres()));
        answer.put("un", list(k.un()));
        answer.put("border", list(CoarseBorder.of(points.x(), points.y(), window, radius)));
        answer.put(
                "iso",
                list(
                        window.isRectangle()
                                ? k.iso()
                                : SinglePrecisionCircle.isotropic(points.x(), points.y(), window, radius)));
        answer.put("trans", list(k.trans()));
        answer.put("theo", list(k.theo()));
        answer.put("ownUn", list(k.un()));
        return answer;
    }

    static Map<String, Object> centrography(CaseFile question, Path out) throws IOException {
        CasePoints points = question.points();
        Centrography c = Centrography.of(points.x(), points.y(), points.weight());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("meanCentreWeighted", List.of(c.weightedMeanX(), c.weightedMeanY()));
        answer.put("meanCentre", List.of(c.meanX(), c.meanY()));
        answer.put("coordinateMedian", List.of(c.medianX(), c.medianY()));
        answer.put("geometricMedianWeighted", List.of(c.geometricMedianX(), c.geometricMedianY()));
        answer.put("standardDistance_n", c.standardDistance());
        answer.put("standardDistance_n_minus_2_CrimeStat", c.standardDistanceCrimeStat());
        answer.put("sdeThetaDegClockwiseFromNorth", c.majorDegrees());
        answer.put("sde_axes_n", axes(c, 1));
        answer.put("sde_axes_esri_sqrt2_n", axes(c, Centrography.esri()));
        answer.put("sde_axes_crimestat_2_n_minus_2", axes(c, c.crimeStat()));
        answer.put("covEigen", axes(c, 1));
        return answer;
    }

    private static List<Double> axes(Centrography c, double factor) {
        return List.of(c.minorAxis() * factor, c.majorAxis() * factor);
    }

    private static Map<String, Object> against(double mean, int n, Geometry area, String type) {
        NearestNeighbour result = NearestNeighbour.of(mean, n, area.getArea());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("area", result.areaM2());
        members.put("areaType", type);
        members.put("meanObserved", result.meanObserved());
        members.put("meanExpected", result.meanExpected());
        members.put("ratio", result.ratio());
        members.put("se", result.standardError());
        members.put("z", result.z());
        return members;
    }

    private static Map<String, Object> distinct(CasePoints points) {
        int[] rows = NearestNeighbour.distinct(points.x(), points.y());
        double[] x = Arrays.stream(rows).mapToDouble(i -> points.x()[i]).toArray();
        double[] y = Arrays.stream(rows).mapToDouble(i -> points.y()[i]).toArray();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("n", rows.length);
        members.put("meanObserved", NearestNeighbour.meanDistances(x, y, 1)[0]);
        return members;
    }

    /** The boundary file that a parameter names; null when it names the points' own box. */
    private static @Nullable Geometry boundary(CaseFile question, String parameter) throws IOException {
        String named = question.text(parameter);
        if (named.endsWith(".json") || named.endsWith(".geojson")) {
            return DensityCases.boundary(question.named(named));
        }
        if (named.contains("boundary file")) {
            return DensityCases.boundary(question.beside("_boundary"));
        }
        return null;
    }

    private static Geometry box(CasePoints points) {
        Envelope box = new Envelope();
        IntStream.range(0, points.x().length).forEach(i -> box.expandToInclude(points.x()[i], points.y()[i]));
        return new GeometryFactory().toGeometry(box);
    }

    private static Geometry hull(CasePoints points) {
        Coordinate[] places = IntStream.range(0, points.x().length)
                .mapToObj(i -> new Coordinate(points.x()[i], points.y()[i]))
                .toArray(Coordinate[]::new);
        return new GeometryFactory().createMultiPointFromCoords(places).convexHull();
    }

    static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static double[] numbers(@Nullable Object list) {
        if (!(list instanceof List<?> values)) {
            throw new IllegalArgumentException("a list of numbers is " + list + ", but must be there");
        }
        return values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
    }
}
