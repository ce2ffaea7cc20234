package se.lageskarta.service.audience;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;

/** Every place that an answer tells, however it is written: pairs of numbers in any text, corners in a tile. */
final class ToldPlaces {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,7}(?:\\.\\d+)?(?:[eE]-?\\d+)?");
    private static final int TILE_UNITS = 4096;

    private ToldPlaces() {}

    /** Numbers beside each other that are degrees or SWEREF 99 TM metres within a box, in either order. */
    static List<Coordinate> inText(String text, Envelope box) {
        List<Coordinate> told = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(text);
        double before = Double.NaN;
        while (numbers.find()) {
            double number = Double.parseDouble(numbers.group());
            add(told, box, before, number);
            add(told, box, number, before);
            before = number;
        }
        return told;
    }

    static List<Coordinate> inTile(byte[] tile, int z, long x, long y) throws IOException {
        List<Coordinate> told = new ArrayList<>();
        var layers = MvtReader.loadMvt(
                        new ByteArrayInputStream(tile), new GeometryFactory(), new TagKeyValueMapConverter())
                .getLayers();
        for (var layer : layers) {
            for (Geometry geometry : layer.getGeometries()) {
                for (Coordinate corner : geometry.getCoordinates()) {
                    double worlds = Math.pow(2, z);
                    double worldX = (x + corner.x / TILE_UNITS) / worlds;
                    double worldY = (y + corner.y / TILE_UNITS) / worlds;
                    told.add(new Coordinate(
                            worldX * 360 - 180, Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * worldY))))));
                }
            }
        }
        return told;
    }

    private static void add(List<Coordinate> told, Envelope box, double one, double other) {
        if (box.contains(one, other)) {
            told.add(new Coordinate(one, other));
        } else if (one > 200_000 && one < 950_000 && other > 6_000_000 && other < 7_700_000) {
            LonLat at = Projection.of(Crs.SWEREF99_TM).toLonLat(one, other);
            told.add(new Coordinate(at.lon(), at.lat()));
        }
    }
}
