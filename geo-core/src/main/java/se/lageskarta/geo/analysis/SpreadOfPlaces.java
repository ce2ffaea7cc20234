package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

/**
 * Places inside a study area: the boundary when it is known, else the convex hull of the places. When positions are
 * snapped, each shared place counts once.
 *
 * @param x metres east
 * @param y metres north
 * @param area polygon, metres; without area when the places lie on a line
 * @param bounded true when the area is the boundary
 * @param once true when each shared place counts once
 * @param outside places outside the boundary, which do not count
 */
record SpreadOfPlaces(double[] x, double[] y, Geometry area, boolean bounded, boolean once, int outside) {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    static final Setting ONCE = Setting.flag("distinct");

    static SpreadOfPlaces of(AnalysisQuestion question, Usable usable, Chosen chosen) {
        boolean once = chosen.flag("distinct", usable.snapped());
        double[] allX = once ? usable.shared().x() : usable.x();
        double[] allY = once ? usable.shared().y() : usable.y();
        Geometry boundary = question.boundary();
        if (boundary == null || boundary.getArea() == 0) {
            return new SpreadOfPlaces(allX, allY, hull(allX, allY), false, once, 0);
        }
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(boundary);
        int[] inside = IntStream.range(0, allX.length)
                .filter(i -> area.locate(new Coordinate(allX[i], allY[i])) != Location.EXTERIOR)
                .toArray();
        return new SpreadOfPlaces(
                Arrays.stream(inside).mapToDouble(i -> allX[i]).toArray(),
                Arrays.stream(inside).mapToDouble(i -> allY[i]).toArray(),
                boundary,
                true,
                once,
                allX.length - inside.length);
    }

    int size() {
        return x.length;
    }

    Geometry hull() {
        return hull(x, y);
    }

    Envelope box() {
        return hull().getEnvelopeInternal();
    }

    private static Geometry hull(double[] x, double[] y) {
        Coordinate[] places = IntStream.range(0, x.length)
                .mapToObj(i -> new Coordinate(x[i], y[i]))
                .toArray(Coordinate[]::new);
        return GEOMETRY.createMultiPointFromCoords(places).convexHull();
    }

    /** Says in the answer which places were looked at, and in which area. */
    void describe(AnalysisResult.Builder answer, Chosen chosen) {
        answer.parameter(
                "distinct",
                once,
                "",
                !chosen.has("distinct"),
                once
                        ? new Words(
                                "Varje plats räknas en gång: annars mäts hur lägena är flyttade.",
                                "Each place counts once: otherwise the snapping is what is measured.")
                        : new Words("Varje händelse räknas.", "Each incident counts."));
        answer.parameter(
                "area",
                bounded ? "boundary" : "hull",
                "",
                true,
                bounded
                        ? new Words("Innanför kommunens gräns.", "Inside the boundary.")
                        : new Words(
                                "Ingen gräns är känd: den minsta yta utan inbuktningar som rymmer alla.",
                                "No boundary is known: the smallest area without dents that holds all."));
        answer.figure("places", size());
        answer.figure("areaKm2", area.getArea() / 1e6);
        if (outside > 0) {
            answer.advice(new Words(
                    outside + " lägen ligger utanför gränsen och räknas inte.",
                    outside + " places lie outside the boundary and do not count."));
        }
    }

    static AnalysisResult tooFew(AnalysisResult.Builder answer, int have, int least) {
        return answer.status(AnalysisResult.Status.TOO_FEW)
                .headline("För få platser för att säga något om mönstret.", "Too few places to tell a pattern.")
                .sentence(
                        have + " olika platser på en yta; det krävs minst " + least + ".",
                        have + " places in an area; it takes at least " + least + ".")
                .build();
    }
}
