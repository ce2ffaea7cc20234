package se.lageskarta.service.measures;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** What a measure looks like on the map (punkt, linje, yta); the measure catalogue says which a kind may have. */
public enum MeasureShape {
    POINT("P", "Point"),
    LINE("L", "LineString"),
    AREA("A", "Polygon");

    private final String letter;
    private final String geoJsonType;

    MeasureShape(String letter, String geoJsonType) {
        this.letter = letter;
        this.geoJsonType = geoJsonType;
    }

    /** The letter of the measure catalogue. */
    public String letter() {
        return letter;
    }

    /** What GeoJSON calls it. */
    public String geoJsonType() {
        return geoJsonType;
    }

    /** The shape with this letter, or empty when there is none. */
    public static Optional<MeasureShape> ofLetter(String letter) {
        return Arrays.stream(values()).filter(s -> s.letter.equals(letter)).findFirst();
    }

    /** The shape of a geometry, or empty when a measure cannot have it (a collection or several parts). */
    public static Optional<MeasureShape> of(Geometry geometry) {
        if (geometry instanceof Point) {
            return Optional.of(POINT);
        }
        if (geometry instanceof LineString) {
            return Optional.of(LINE);
        }
        return geometry instanceof Polygon ? Optional.of(AREA) : Optional.empty();
    }
}
