package se.lageskarta.service.areachecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.GeometryLimits;
import se.lageskarta.geo.geojson.GeometryReader;
import se.lageskarta.geo.geojson.InvalidGeoJsonException;
import se.lageskarta.geo.read.DrawnAreas;
import se.lageskarta.service.basemap.WrittenCoordinates;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Shapes that somebody has copied out of another program: GeoJSON, Well-Known Text, or one corner a line in WGS 84 or SWEREF
 * 99 TM. Numbers in WKT and GeoJSON that are no degrees are read as SWEREF 99 TM when they fit it.
 *
 * @param shapes degrees, at least one
 * @param crs system it was read in
 */
record PastedText(List<DrawnAreas.Shape> shapes, Crs crs) {
    /** Some 5,000 corners. */
    static final int MAX_CHARACTERS = 300_000;

    private static final String FIELD = "text";
    private static final Pattern WKT = Pattern.compile(
            "^(?:SRID\\s*=\\s*(\\d{4,5})\\s*;)?\\s*((?:MULTI)?(?:POLYGON|POINT|LINESTRING).*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final GeometryReader GEOJSON =
            new GeometryReader(new GeometryLimits(AreaShape.MAX_CORNERS, AreaShape.MAX_RINGS, false));
    private static final double LEAST_NORTHING = 6_050_000;
    private static final double MOST_NORTHING = 7_750_000;
    private static final int DEEPEST = 8;

    PastedText {
        shapes = List.copyOf(shapes);
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException 422 when nothing can be read from it */
    static PastedText of(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            throw AreaShape.refused(FIELD, "", "areacheck.text.empty");
        }
        if (plain.length() > MAX_CHARACTERS) {
            throw AreaShape.refused(FIELD, "" + plain.length(), "areacheck.text.long", MAX_CHARACTERS);
        }
        if (plain.startsWith("{")) {
            return geoJson(plain);
        }
        Matcher wkt = WKT.matcher(plain);
        return wkt.matches() ? wkt(plain, wkt.group(1), wkt.group(2)) : corners(plain);
    }

    private static PastedText geoJson(String text) {
        Found found = new Found();
        try (JsonParser parser = GeometryReader.factory().createParser(ObjectReadContext.empty(), text)) {
            GEOJSON.readAll(parser, found);
        } catch (InvalidGeoJsonException | JacksonException bad) {
            throw AreaShape.refused(FIELD, text, "areacheck.text.geojson");
        }
        if (found.shapes.isEmpty()) {
            throw AreaShape.refused(FIELD, text, "areacheck.text.geojson");
        }
        if (found.shapes.size() > DrawnAreas.MOST) {
            throw AreaShape.refused(FIELD, "" + found.shapes.size(), "areacheck.text.many", DrawnAreas.MOST);
        }
        Crs crs = crs(found.crs, found.shapes);
        return new PastedText(
                found.shapes.stream()
                        .map(shape -> new DrawnAreas.Shape(shape.name(), degrees(shape.degrees(), crs)))
                        .toList(),
                crs);
    }

    private static Crs crs(String said, List<DrawnAreas.Shape> shapes) {
        if (!said.isEmpty()) {
            return known(said);
        }
        return shapes.stream().allMatch(shape -> isSweref(shape.degrees())) ? Crs.SWEREF99_TM : Crs.WGS84;
    }

    private static Crs known(String said) {
        try {
            Crs crs = Crs.parse(said);
            Projection.of(crs);
            return crs;
        } catch (RuntimeException unknown) {
            throw AreaShape.refused(FIELD, said, "areacheck.crs");
        }
    }

    private static PastedText wkt(String text, @org.jspecify.annotations.Nullable String srid, String shape) {
        if (depth(shape) > DEEPEST) {
            throw AreaShape.refused(FIELD, text, "areacheck.text.wkt");
        }
        try {
            Geometry raw = new WKTReader().read(shape);
            if (raw.isEmpty() || raw.getNumPoints() > AreaShape.MAX_CORNERS) {
                throw AreaShape.refused(FIELD, "" + raw.getNumPoints(), "areacheck.corners", AreaShape.MAX_CORNERS);
            }
            List<DrawnAreas.Shape> shapes = List.of(new DrawnAreas.Shape("", raw));
            Crs crs = crs(srid == null ? "" : "EPSG:" + srid, shapes);
            return new PastedText(List.of(new DrawnAreas.Shape("", degrees(raw, crs))), crs);
        } catch (ParseException | IllegalArgumentException bad) {
            throw AreaShape.refused(FIELD, text, "areacheck.text.wkt");
        }
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /** One corner a line, or corners with semicolons between. */
    private static PastedText corners(String text) {
        String[] lines = text.lines().filter(line -> !line.isBlank()).toArray(String[]::new);
        if (lines.length == 1 && lines[0].chars().filter(c -> c == ';').count() > 1) {
            lines = lines[0].split(";");
        }
        if (lines.length > AreaShape.MAX_CORNERS) {
            throw AreaShape.refused(FIELD, "" + lines.length, "areacheck.corners", AreaShape.MAX_CORNERS);
        }
        List<Coordinate> places = new ArrayList<>();
        boolean metres = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            Optional<LonLat> place = WrittenCoordinates.place(line);
            if (place.isEmpty()) {
                throw AreaShape.refused(FIELD, line, "areacheck.text.line", i + 1);
            }
            metres |= line.matches("(?s).*\\d{6}.*") && !line.contains("°") && line.matches("[NEne\\d\\s.,;/]+");
            places.add(new Coordinate(place.get().lon(), place.get().lat()));
        }
        metres &= !lines[0].matches(".*\\b\\d{1,3}[.,]\\d{4,}.*");
        return new PastedText(List.of(new DrawnAreas.Shape("", shape(places))), metres ? Crs.SWEREF99_TM : Crs.WGS84);
    }

    private static Geometry shape(List<Coordinate> places) {
        GeometryFactory factory = new GeometryFactory();
        if (places.size() == 1) {
            return factory.createPoint(places.get(0));
        }
        if (places.size() == 2) {
            throw AreaShape.refused(FIELD, "2", "areacheck.text.two");
        }
        if (!places.get(0).equals2D(places.get(places.size() - 1))) {
            places.add(places.get(0).copy());
        }
        if (places.size() < 4) {
            throw AreaShape.refused(FIELD, "" + (places.size() - 1), "areacheck.text.two");
        }
        return factory.createPolygon(places.toArray(Coordinate[]::new));
    }

    private static Geometry degrees(Geometry raw, Crs crs) {
        if (crs.equals(Crs.WGS84)) {
            return raw;
        }
        Geometry east = crs.equals(Crs.SWEREF99_TM) && raw.getCoordinate().x > LEAST_NORTHING ? swapped(raw) : raw;
        Geometry degrees = ProjectedGeometry.toLonLat(east, Projection.of(crs));
        for (Coordinate corner : degrees.getCoordinates()) {
            if (!Double.isFinite(corner.x) || !Double.isFinite(corner.y)) {
                throw AreaShape.refused(FIELD, crs.toString(), "areacheck.wrong-crs");
            }
        }
        return degrees;
    }

    private static Geometry swapped(Geometry raw) {
        Geometry turned = raw.copy();
        for (Coordinate corner : turned.getCoordinates()) {
            corner.setCoordinate(new Coordinate(corner.y, corner.x));
        }
        turned.geometryChanged();
        return turned;
    }

    private static boolean isSweref(Geometry raw) {
        Coordinate first = raw.getCoordinate();
        if (first == null) {
            return false;
        }
        double north = Math.max(first.x, first.y);
        return north > LEAST_NORTHING && north < MOST_NORTHING && Math.min(first.x, first.y) > 1_000;
    }

    /** Features of a pasted collection, in its numbers. */
    private static final class Found implements GeometryReader.Sink {
        private final List<DrawnAreas.Shape> shapes = new ArrayList<>();
        private String crs = "";

        @Override
        public void crs(String name) {
            crs = name;
        }

        @Override
        public void feature(long index, Feature feature) {
            Geometry geometry = feature.geometry();
            if (geometry != null && !geometry.isEmpty() && shapes.size() <= DrawnAreas.MOST) {
                Object name = feature.properties().get("name");
                shapes.add(new DrawnAreas.Shape(name == null ? "" : cut(name.toString()), geometry));
            }
        }

        @Override
        public void invalid(long index, InvalidGeoJsonException problem) {
            // the shapes that can be read are handed on; without any the text is refused
        }

        private static String cut(String name) {
            String plain = name.strip();
            return plain.substring(0, Math.min(80, plain.length()))
                            .toLowerCase(Locale.ROOT)
                            .isBlank()
                    ? ""
                    : plain.substring(0, Math.min(80, plain.length()));
        }
    }
}
