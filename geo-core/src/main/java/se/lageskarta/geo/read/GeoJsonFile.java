package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.GeometryLimits;
import se.lageskarta.geo.geojson.GeometryReader;
import se.lageskarta.geo.geojson.InvalidGeoJsonException;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.read.TableHead.HeadRow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** GeoJSON (RFC 7946, and the {@code crs} member of its forerunner). Rows are numbered as features from 1. */
final class GeoJsonFile extends SourceFile {
    /** For files that are imported as a whole; drawn shapes have a tighter limit. */
    private static final GeometryLimits LIMITS = new GeometryLimits(200_000, 200, false);
    // an incident along a street is a place on that street; along more than this it is an area
    private static final double STREET_METRES = 500;
    // an incident somewhere in more than a county is nowhere
    private static final double MAX_AREA_METRES = 300_000;
    // property names looked at: more than any form has questions
    private static final int MAX_NAMES = 200;
    // areas of more points are drawn as they are: checking them would take longer than reading them
    private static final int MAX_CHECKED = 10_000;
    private static final int MAX_ATTRIBUTES = 30;
    private static final int LONGEST_ATTRIBUTE = 200;

    private final FileBytes bytes;

    GeoJsonFile(Path file, String fileName, FileBytes bytes, TextEncoding encoding) {
        super(file, fileName, encoding);
        this.bytes = bytes;
    }

    @Override
    String format() {
        return "geojson";
    }

    @Override
    boolean isText() {
        return true;
    }

    @Override
    FilePlan plan(ReadOptions options, Sighting seen) throws IOException, UnreadableFileException {
        Survey survey = new Survey();
        parse(survey, () -> options.patience().row());
        if (survey.rows == 0) {
            throw new UnreadableFileException("file.no-rows");
        }
        IncidentReader.refuseTooManyRows(survey.rows);
        if (survey.sample.rows() == 0) {
            throw new UnreadableFileException("file.no-geometry", Map.of("code", survey.lastProblem));
        }
        List<String> names = List.copyOf(survey.names);
        Map<Field, Integer> columns = TableShape.fieldsOf(names, options.mapping());
        TableShape shape =
                new TableShape(TableHead.NO_SEPARATOR, 0, names, columns, TableShape.constantsOf(options.mapping()));
        BaseRole role = options.role() == null ? FileClues.roleByName(fileName) : options.role();
        seen.table(shape, survey.firstRows());
        seen.role = role;
        seen.places = new Sighting.SampledPlaces(survey.sample, "lon", "lat", true);
        seen.kind = options.kind();
        shape.refuseUnknownColumns(options.mapping());
        FileKind kind = kind(options, columns.keySet(), survey);
        seen.kind = kind;
        CrsChoice choice = CrsChoice.settle(crs(options, survey), survey.sample, "lon", "lat", true, false)
                .turned(options.layout().swapped());
        seen.choice = choice;
        if (kind == FileKind.BASE && role == null) {
            throw new UnreadableFileException("file.role");
        }
        Placing placing = Placing.of(choice, survey.sample);
        return new FilePlan(
                file,
                fileName,
                "geojson",
                kind,
                role,
                "",
                List.of(),
                shape.mapping(),
                choice.crs(),
                choice.why(),
                kind == FileKind.BASE ? choice.crs() : placing.working(),
                choice.swapped(),
                false,
                false,
                survey.rows,
                choice.swapped() ? Map.of("axes.swapped", "") : Map.of(),
                new FilePlan.Recognised(options, encoding, shape, placing.whereabouts(), false));
    }

    @Override
    ReadTally read(FilePlan plan, RowSink sink) throws IOException, UnreadableFileException {
        RowFacts facts = new RowFacts(plan, sink);
        FileBytes.Counted[] stream = new FileBytes.Counted[1];
        Rows rows = new Rows(plan, facts);
        parse(rows, stream, () -> {
            if (facts.rows() % IncidentReader.PROGRESS_ROWS == 0) {
                sink.progress(facts.rows(), stream[0].bytesOnDisk());
            }
        });
        ReadTally tally = facts.finish();
        sink.progress(tally.rows(), sizeOnDisk());
        return tally;
    }

    private void parse(GeometryReader.Sink sink, Runnable after) throws IOException, UnreadableFileException {
        parse(sink, new FileBytes.Counted[1], after);
    }

    private void parse(GeometryReader.Sink sink, FileBytes.Counted[] stream, Runnable after)
            throws IOException, UnreadableFileException {
        try (FileBytes.Counted in = bytes.open();
                Reader reader = encoding.reader(in);
                JsonParser parser = GeometryReader.factory().createParser(reader)) {
            stream[0] = in;
            new GeometryReader(LIMITS).readAll(parser, new Counting(sink, after));
            if (parser.nextToken() != null) {
                throw new UnreadableFileException("file.geojson.more-after-end");
            }
        } catch (InvalidGeoJsonException e) {
            throw new UnreadableFileException("file." + e.code(), e.args());
        } catch (JacksonException e) {
            throw new UnreadableFileException("file.geojson.syntax", Map.of("column", 0, "line", 0));
        }
    }

    private static @Nullable Crs crs(ReadOptions options, Survey survey) throws UnreadableFileException {
        if (options.crs() != null || survey.crs == null) {
            return options.crs();
        }
        try {
            return Crs.parse(survey.crs);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException("file.crs-not-supported", Map.of("crs", survey.crs));
        }
    }

    private FileKind kind(ReadOptions options, Set<Field> fields, Survey survey) throws UnreadableFileException {
        FileKind said = options.kind();
        if (said != null) {
            return said;
        }
        if (options.role() != null) {
            return FileKind.BASE;
        }
        if (FileClues.looksLikeSurvey(fileName, fields)) {
            return FileKind.UNSAFE_PLACES;
        }
        if (fields.contains(Field.DATE) || fields.contains(Field.MONTH)) {
            return FileKind.INCIDENTS;
        }
        if (FileClues.roleByName(fileName) != null) {
            return FileKind.BASE;
        }
        if (!survey.onlyPoints) {
            throw new UnreadableFileException("file.role");
        }
        return FileKind.INCIDENTS;
    }

    /** Tells the one who waits after each feature. */
    private record Counting(GeometryReader.Sink sink, Runnable after) implements GeometryReader.Sink {
        @Override
        public void crs(String name) {
            sink.crs(name);
        }

        @Override
        public void feature(long index, Feature feature) {
            sink.feature(index, feature);
            after.run();
        }

        @Override
        public void invalid(long index, InvalidGeoJsonException problem) {
            sink.invalid(index, problem);
            after.run();
        }
    }

    /** The first time through: what is there? */
    private static final class Survey implements GeometryReader.Sink {
        private final PlaceSample sample = new PlaceSample();
        private final Set<String> names = new LinkedHashSet<>();
        private final Map<Long, Map<String, ? extends @Nullable Object>> firsts = new LinkedHashMap<>();
        private long rows;
        private boolean onlyPoints = true;
        private @Nullable String crs;
        private String lastProblem = "geometry.missing";

        @Override
        public void crs(String name) {
            crs = name;
        }

        @Override
        public void feature(long index, Feature feature) {
            rows++;
            if (firsts.size() < FileLook.FIRST_ROWS) {
                firsts.put(index + 1, feature.properties());
            }
            for (String name : feature.properties().keySet()) {
                if (names.size() < MAX_NAMES) {
                    names.add(name);
                }
            }
            if (feature.id() != null) {
                names.add("id");
            }
            Geometry geometry = feature.geometry();
            if (geometry != null && !geometry.isEmpty()) {
                onlyPoints &= geometry instanceof Point;
                Coordinate middle = middleOf(geometry);
                sample.offer(middle.x, middle.y, Double.NaN, Double.NaN);
            }
        }

        /** What the first features say, under the names that all have together. */
        private List<HeadRow> firstRows() {
            List<HeadRow> shown = new ArrayList<>();
            firsts.forEach((number, properties) -> shown.add(new HeadRow(
                    number,
                    names.stream()
                            .map(name -> properties.get(name))
                            .map(value -> value == null ? "" : value.toString())
                            .toList())));
            return shown;
        }

        @Override
        public void invalid(long index, InvalidGeoJsonException problem) {
            rows++;
            lastProblem = rowCode(problem);
        }
    }

    /** The second time through: rows. */
    private static final class Rows implements GeometryReader.Sink {
        private final FilePlan plan;
        private final RowFacts facts;
        private final Map<Field, String> nameOf = new HashMap<>();
        private final Projection projection;
        private final TableRow row = new TableRow();

        Rows(FilePlan plan, RowFacts facts) {
            this.plan = plan;
            this.facts = facts;
            this.projection = Projection.of(plan.crs());
            plan.mapping().columns().forEach((field, name) -> {
                Field known = Field.ofOrNull(field);
                if (known != null) {
                    nameOf.put(known, name);
                }
            });
        }

        @Override
        public void feature(long index, Feature feature) {
            row.clear(index + 1);
            String tooLong = fill(feature);
            Geometry geometry = feature.geometry();
            if (tooLong != null) {
                facts.reject(new RowProblem(row.line, tooLong, "", "cell.too-long", Map.of()));
            } else if (geometry == null || geometry.isEmpty()) {
                facts.reject(new RowProblem(row.line, "geometry", "", "geometry.missing", Map.of()));
            } else {
                addPlace(geometry);
                accept(geometry);
            }
        }

        @Override
        public void invalid(long index, InvalidGeoJsonException problem) {
            facts.reject(new RowProblem(index + 1, "geometry", "", rowCode(problem), problem.args()));
        }

        private void accept(Geometry geometry) {
            Geometry lonLat = degrees(geometry);
            if (lonLat == null) {
                String value = geometry.getEnvelopeInternal().toString();
                facts.reject(new RowProblem(
                        row.line,
                        "geometry",
                        value,
                        "coordinate.outside",
                        Map.of("crs", plan.crs().toString())));
                return;
            }
            Coordinate middle = middleOf(geometry);
            double east = plan.swapped() ? middle.y : middle.x;
            double north = plan.swapped() ? middle.x : middle.y;
            if (plan.kind() == FileKind.BASE) {
                if (lonLat.getDimension() == 2 && lonLat.getNumPoints() <= MAX_CHECKED && !lonLat.isValid()) {
                    facts.note(row.line, "geometry", "geometry.invalid");
                }
                facts.accept(row, east, north, PlacePrecision.ADDRESS, lonLat);
                return;
            }
            double metres = extentMetres(lonLat);
            if (metres > MAX_AREA_METRES) {
                facts.reject(new RowProblem(
                        row.line, "geometry", "", "geometry.too-wide", Map.of("km", Math.round(metres / 1000))));
                return;
            }
            PlacePrecision precision = geometry instanceof Point
                    ? PlacePrecision.ADDRESS
                    : geometry instanceof LineString && metres <= STREET_METRES
                            ? PlacePrecision.STREET
                            : PlacePrecision.AREA;
            facts.accept(row, east, north, precision, null);
        }

        /** @return name of a field that is too long to be one, null when all is well */
        private @Nullable String fill(Feature feature) {
            Map<String, String> attributes = new HashMap<>();
            for (Map.Entry<String, ? extends @Nullable Object> property :
                    feature.properties().entrySet()) {
                Object value = property.getValue();
                String text = value == null || value instanceof Map || value instanceof List
                        ? ""
                        : value.toString().strip();
                if (text.length() > CsvGuard.MAX_CELL) {
                    return property.getKey();
                }
                if (!text.isEmpty()) {
                    row.lastFilled++;
                    row.addContent(RowKeys.hash(Field.fold(property.getKey())), RowKeys.hash(text));
                    row.hasControl |= text.indexOf('\0') >= 0;
                    if (attributes.size() < MAX_ATTRIBUTES && plan.kind() == FileKind.BASE) {
                        attributes.put(
                                property.getKey(), text.substring(0, Math.min(text.length(), LONGEST_ATTRIBUTE)));
                    }
                }
            }
            nameOf.forEach((field, name) -> row.cells[field.ordinal()] = text(feature, name));
            row.attributes = attributes;
            return null;
        }

        private static String text(Feature feature, String name) {
            if (name.startsWith("=")) {
                return name.substring(1);
            }
            Object value = feature.properties().get(name);
            if (value == null && name.equals("id") && feature.id() != null) {
                return feature.id().strip();
            }
            if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
                return Long.toString(number.longValue());
            }
            return value == null || value instanceof Map || value instanceof List
                    ? ""
                    : value.toString().strip();
        }

        private void addPlace(Geometry geometry) {
            for (Coordinate c : geometry.getCoordinates()) {
                row.contentHash =
                        RowKeys.mix(row.contentHash + Double.doubleToLongBits(c.x) * 31 + Double.doubleToLongBits(c.y));
            }
        }

        /** The same shape in longitude and latitude, null when it cannot be there. */
        private @Nullable Geometry degrees(Geometry geometry) {
            Geometry copy = geometry.copy();
            ToDegrees filter = new ToDegrees(projection, plan.swapped(), plan.crs());
            copy.apply(filter);
            return filter.valid ? copy : null;
        }
    }

    /** Puts coordinates into degrees where they stand. */
    private static final class ToDegrees implements CoordinateSequenceFilter {
        private final Projection projection;
        private final boolean swapped;
        private final Crs crs;
        private final double[] x = new double[1];
        private final double[] y = new double[1];
        private boolean valid = true;

        ToDegrees(Projection projection, boolean swapped, Crs crs) {
            this.projection = projection;
            this.swapped = swapped;
            this.crs = crs;
        }

        @Override
        public void filter(CoordinateSequence coordinates, int i) {
            x[0] = swapped ? coordinates.getY(i) : coordinates.getX(i);
            y[0] = swapped ? coordinates.getX(i) : coordinates.getY(i);
            projection.toLonLat(x, y, 0, 1, x, y);
            valid &= Whereabouts.isValid(crs, x[0], y[0]);
            coordinates.setOrdinate(i, 0, x[0]);
            coordinates.setOrdinate(i, 1, y[0]);
        }

        @Override
        public boolean isDone() {
            return !valid;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }

    private static String rowCode(InvalidGeoJsonException problem) {
        return problem.code().replace("geojson.", "geometry.");
    }

    /** A place that stands for the shape: the point, a point on the line, the area's centre of gravity. */
    private static Coordinate middleOf(Geometry geometry) {
        if (geometry instanceof Point) {
            return geometry.getCoordinate();
        }
        Point middle = geometry.getDimension() == 1 ? geometry.getInteriorPoint() : geometry.getCentroid();
        return middle.isEmpty() ? geometry.getCoordinate() : middle.getCoordinate();
    }

    /** Diagonal of the box around a shape in degrees. */
    private static double extentMetres(Geometry lonLat) {
        var box = lonLat.getEnvelopeInternal();
        double metresPerDegree = 111_320;
        double shrink = Math.cos(Math.toRadians((box.getMinY() + box.getMaxY()) / 2));
        return Math.hypot(box.getWidth() * shrink, box.getHeight()) * metresPerDegree;
    }
}
