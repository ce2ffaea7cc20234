package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.GeometryLimits;
import se.lageskarta.geo.geojson.GeometryReader;
import se.lageskarta.geo.geojson.InvalidGeoJsonException;
import se.lageskarta.geo.read.feature.FeatureVisitor;
import se.lageskarta.geo.read.feature.RawFeature;
import se.lageskarta.geo.read.feature.ShapeLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** GeoJSON (RFC 7946, and the {@code crs} member of its forerunner). */
final class GeoJsonFile extends FeatureFile {
    /** For files that are imported as a whole; drawn shapes have a tighter limit. */
    private static final GeometryLimits LIMITS =
            new GeometryLimits(ShapeLimits.MAX_VERTICES, ShapeLimits.MAX_PARTS, false);

    private final FileBytes bytes;
    private @Nullable String crsMember;

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
    boolean isDegrees() {
        return true;
    }

    @Override
    void each(ReadOptions options, FeatureVisitor visitor) throws IOException, UnreadableFileException {
        try (FileBytes.Counted in = bytes.open();
                Reader reader = encoding.reader(in);
                JsonParser parser = GeometryReader.factory().createParser(reader)) {
            new GeometryReader(LIMITS).readAll(parser, new Telling(visitor, in));
            if (parser.nextToken() != null) {
                throw new UnreadableFileException("file.geojson.more-after-end");
            }
        } catch (InvalidGeoJsonException e) {
            throw new UnreadableFileException("file." + e.code(), e.args());
        } catch (JacksonException e) {
            throw new UnreadableFileException("file.geojson.syntax", Map.of("column", 0, "line", 0));
        }
    }

    @Override
    CrsChoice settle(ReadOptions options, PlaceSample sample) throws UnreadableFileException {
        return CrsChoice.settle(crs(options), sample, "lon", "lat", true, false);
    }

    private @Nullable Crs crs(ReadOptions options) throws UnreadableFileException {
        if (options.crs() != null || crsMember == null) {
            return options.crs();
        }
        try {
            return Crs.parse(crsMember);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException("file.crs-not-supported", Map.of("crs", crsMember));
        }
    }

    /** Hands on features as they are read. */
    private final class Telling implements GeometryReader.Sink {
        private final FeatureVisitor visitor;
        private final FileBytes.Counted in;

        Telling(FeatureVisitor visitor, FileBytes.Counted in) {
            this.visitor = visitor;
            this.in = in;
        }

        @Override
        public void crs(String name) {
            crsMember = name;
        }

        @Override
        public void feature(long index, Feature feature) {
            String id = feature.id();
            visitor.feature(new RawFeature(
                    index + 1, id == null ? "" : id.strip(), feature.geometry(), texts(feature.properties())));
            visitor.progress(in.bytesOnDisk());
        }

        @Override
        public void invalid(long index, InvalidGeoJsonException problem) {
            visitor.refused(index + 1, problem.code().replace("geojson.", "geometry."), problem.args());
            visitor.progress(in.bytesOnDisk());
        }
    }

    private static Map<String, String> texts(Map<String, ? extends @Nullable Object> properties) {
        Map<String, String> texts = new LinkedHashMap<>();
        properties.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return value == null || value instanceof Map || value instanceof List
                ? ""
                : value.toString().strip();
    }
}
