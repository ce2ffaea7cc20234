package se.lageskarta.geo.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.read.feature.FeatureVisitor;
import se.lageskarta.geo.read.feature.RawFeature;
import se.lageskarta.geo.read.feature.ShapeCheck;

/** The second time through a file of features: rows. Rows are numbered as features from 1. */
final class FeatureRows implements FeatureVisitor {
    /** An incident along a street is a place on that street; along more than this it is an area. */
    private static final double STREET_METRES = 500;
    /** An incident somewhere in more than a county is nowhere. */
    private static final double MAX_AREA_METRES = 300_000;

    private static final int MAX_ATTRIBUTES = 30;
    private static final int LONGEST_ATTRIBUTE = 200;
    private static final double METRES_PER_DEGREE = 111_320;
    /** Numbers that programs give for their own use, and measures of the shape: other numbers in the next export. */
    private static final Set<String> TECHNICAL = Set.of(
            "fid",
            "ogcfid",
            "objectid",
            "objectid1",
            "gid",
            "shapelength",
            "shapeleng",
            "shapelen",
            "shapearea",
            "shapestlength",
            "shapestarea");

    private final FilePlan plan;
    private final RowFacts facts;
    private final RowSink sink;
    private final Map<Field, String> nameOf;
    private final Projection projection;
    private final ShapeCheck check = new ShapeCheck();
    private final BaseWords words;
    private final TableRow row = new TableRow();

    FeatureRows(FilePlan plan, RowFacts facts, RowSink sink) {
        this.plan = plan;
        this.facts = facts;
        this.sink = sink;
        this.projection = Projection.of(plan.crs());
        this.nameOf = FeatureFile.namesOf(plan);
        this.words = new BaseWords(plan);
    }

    static boolean isTechnical(String name) {
        return TECHNICAL.contains(Field.fold(name));
    }

    @Override
    public void feature(RawFeature feature) {
        row.clear(feature.number());
        String tooLong = fill(feature);
        Geometry geometry = feature.geometry();
        if (tooLong != null) {
            facts.reject(new RowProblem(row.line, tooLong, "", "cell.too-long", Map.of()));
        } else if ((geometry == null || geometry.isEmpty()) && facts.acceptWords(row)) {
            return;
        } else if (geometry == null || geometry.isEmpty()) {
            facts.reject(new RowProblem(row.line, "geometry", "", "geometry.missing", Map.of()));
        } else {
            addPlace(geometry);
            accept(simplest(geometry));
        }
    }

    @Override
    public void refused(long number, String code, Map<String, Object> args) {
        facts.reject(new RowProblem(number, "geometry", "", code, args));
    }

    @Override
    public void noted(long number, String code) {
        facts.note(number, "geometry", code);
    }

    @Override
    public void progress(long bytesRead) {
        if (facts.rows() % IncidentReader.PROGRESS_ROWS == 0) {
            sink.progress(facts.rows(), bytesRead);
        }
    }

    /** One of a kind is not several. */
    private static Geometry simplest(Geometry geometry) {
        Geometry simplest = geometry;
        while (simplest instanceof GeometryCollection && simplest.getNumGeometries() == 1) {
            simplest = simplest.getGeometryN(0);
        }
        return simplest;
    }

    private void accept(Geometry geometry) {
        Geometry lonLat = degrees(geometry);
        if (lonLat == null) {
            rejectOutside(geometry);
            return;
        }
        Geometry sound = sound(geometry);
        if (sound == null) {
            return;
        }
        if (sound != geometry) {
            lonLat = degrees(sound);
        }
        Coordinate middle = Middle.of(sound);
        double east = plan.swapped() ? middle.y : middle.x;
        double north = plan.swapped() ? middle.x : middle.y;
        if (lonLat == null) {
            rejectOutside(sound);
        } else if (plan.kind() == FileKind.BASE) {
            facts.accept(row, east, north, PlacePrecision.ADDRESS, lonLat);
        } else {
            acceptFact(east, north, sound, lonLat);
        }
    }

    private void acceptFact(double east, double north, Geometry shape, Geometry lonLat) {
        double metres = extentMetres(lonLat);
        if (metres > MAX_AREA_METRES) {
            facts.reject(new RowProblem(
                    row.line, "geometry", "", "geometry.too-wide", Map.of("km", Math.round(metres / 1000))));
            return;
        }
        if (shape instanceof Point) {
            facts.accept(row, east, north, PlacePrecision.ADDRESS, null);
            return;
        }
        Geometry within = ofOneSort(lonLat);
        if (within.getDimension() < 1) {
            facts.accept(row, east, north, PlacePrecision.ADDRESS, null);
            return;
        }
        boolean street = shape instanceof LineString && metres <= STREET_METRES;
        facts.accept(row, east, north, street ? PlacePrecision.STREET : PlacePrecision.AREA, within);
    }

    /** Of a collection its areas, when it has none its lines, and of points what lies between them. */
    private static Geometry ofOneSort(Geometry lonLat) {
        Geometry one = lonLat;
        if (lonLat.getClass() == GeometryCollection.class && lonLat.getDimension() == 2) {
            one = lonLat.getFactory().buildGeometry(PolygonExtracter.getPolygons(lonLat));
        } else if (lonLat.getClass() == GeometryCollection.class && lonLat.getDimension() == 1) {
            one = lonLat.getFactory().buildGeometry(LineStringExtracter.getLines(lonLat));
        }
        return one.getDimension() < 1 ? one.convexHull() : one;
    }

    /** The shape with its slips mended; null when it was refused. */
    private @Nullable Geometry sound(Geometry geometry) {
        ShapeCheck.Result result = check.check(geometry);
        if (result.geometry() == null) {
            facts.reject(new RowProblem(row.line, "geometry", "", result.code(), result.args()));
        } else if (!result.code().isEmpty()) {
            facts.note(row.line, "geometry", result.code());
        }
        return result.geometry();
    }

    private void rejectOutside(Geometry geometry) {
        Coordinate place = geometry.getCoordinate();
        facts.reject(new RowProblem(
                row.line,
                "geometry",
                place.x + ", " + place.y,
                "coordinate.outside",
                Map.of("crs", plan.crs().toString())));
    }

    /** @return name of an attribute that is too long to be one, null when all is well */
    private @Nullable String fill(RawFeature feature) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, String> attribute : feature.texts().entrySet()) {
            String text = attribute.getValue();
            if (text.length() > CsvGuard.MAX_CELL) {
                return attribute.getKey();
            }
            if (!text.isEmpty() && !isTechnical(attribute.getKey())) {
                row.lastFilled++;
                row.addContent(RowKeys.hash(Field.fold(attribute.getKey())), RowKeys.hash(text));
                row.hasControl |= text.indexOf('\0') >= 0;
                if (attributes.size() < MAX_ATTRIBUTES && plan.kind() == FileKind.BASE) {
                    attributes.put(attribute.getKey(), cut(text));
                }
            }
        }
        nameOf.forEach((field, name) -> row.cells[field.ordinal()] = text(feature, name));
        if (plan.kind() == FileKind.BASE) {
            words.fill(row, attributes);
        }
        return null;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ATTRIBUTE ? text : text.substring(0, LONGEST_ATTRIBUTE);
    }

    private static String text(RawFeature feature, String name) {
        if (name.startsWith("=")) {
            return name.substring(1);
        }
        String text = feature.texts().get(name);
        return text == null ? (name.equals("id") ? feature.id() : "") : text;
    }

    private void addPlace(Geometry geometry) {
        for (Coordinate c : geometry.getCoordinates()) {
            row.contentHash =
                    RowKeys.mix(row.contentHash + Double.doubleToLongBits(c.x) * 31 + Double.doubleToLongBits(c.y));
        }
    }

    /** The same shape in longitude and latitude, null when it cannot be there. */
    private @Nullable Geometry degrees(Geometry geometry) {
        if (!FeatureFile.isSane(geometry.getEnvelopeInternal())) {
            return null;
        }
        Geometry lonLat = ProjectedGeometry.toLonLat(plan.swapped() ? turned(geometry) : geometry, projection);
        for (Coordinate corner : lonLat.getCoordinates()) {
            if (!Whereabouts.isValid(plan.crs(), corner.x, corner.y)) {
                return null;
            }
        }
        return lonLat;
    }

    private static Geometry turned(Geometry geometry) {
        Geometry turned = geometry.copy();
        turned.apply((Coordinate corner) -> {
            double first = corner.x;
            corner.x = corner.y;
            corner.y = first;
        });
        turned.geometryChanged();
        return turned;
    }

    /** Diagonal of the box around a shape in degrees. */
    private static double extentMetres(Geometry lonLat) {
        Envelope box = lonLat.getEnvelopeInternal();
        double shrink = Math.cos(Math.toRadians((box.getMinY() + box.getMaxY()) / 2));
        return Math.hypot(box.getWidth() * shrink, box.getHeight()) * METRES_PER_DEGREE;
    }
}
