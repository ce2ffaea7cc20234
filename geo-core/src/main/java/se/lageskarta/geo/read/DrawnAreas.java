package se.lageskarta.geo.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.read.feature.FeatureVisitor;
import se.lageskarta.geo.read.feature.RawFeature;
import se.lageskarta.geo.read.xlsx.RefusedWorkbookException;
import se.lageskarta.geo.read.zip.RefusedZipException;

/**
 * Shapes that somebody has drawn in another program and brings as a file: GeoJSON, GeoPackage or a zipped Shapefile. They are
 * handed on as they are, in degrees; whoever asks decides what is an area, and mends it.
 *
 * <p>Known limits: at most {@value #MOST} shapes; a file of several layers is refused with their names.
 *
 * @param shapes in the order of the file, at least one
 * @param crs the system that the file was in
 * @param passedOver how many features had no shape that could be read
 */
public record DrawnAreas(List<Shape> shapes, Crs crs, int passedOver) {
    /** A plan has a handful of areas. */
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 80;
    private static final List<String> NAMES =
            List.of("name", "namn", "title", "titel", "benamning", "beteckning", "fastighet", "plan", "id");

    public DrawnAreas {
        shapes = List.copyOf(shapes);
    }

    /**
     * One shape.
     *
     * @param name what the file calls it; empty when it has no name
     * @param degrees longitude and latitude, not empty, of any kind
     */
    public record Shape(String name, Geometry degrees) {}

    /**
     * Reads a file. O(corners).
     *
     * @param file where it lies
     * @param fileName as it was called; only its ending and its words are looked at
     * @param crs what the person says the coordinates are in; null when the file is to tell
     * @param part the layer or shapefile that is wanted of several; null when there is but one
     * @throws UnreadableFileException when it holds no shapes that can be read, too many, or its system is not known
     * @throws IOException when it cannot be reached
     */
    public static DrawnAreas read(Path file, String fileName, @Nullable Crs crs, @Nullable String part)
            throws IOException, UnreadableFileException {
        ReadOptions options = new ReadOptions(crs, FileKind.BASE, ColumnMapping.NONE, SourceTypes.shipped(), null)
                .with(new FileLayout(null, null, null, part, null));
        try {
            if (!(SourceFormats.of(file, fileName, options) instanceof FeatureFile features)) {
                throw new UnreadableFileException("file.areas.format");
            }
            return of(features, options);
        } catch (FileBytes.PackedTooWellException packed) {
            throw packed.asUnreadable();
        } catch (RefusedZipException refused) {
            throw new UnreadableFileException(refused.code(), refused.args());
        } catch (RefusedWorkbookException refused) {
            throw new UnreadableFileException(refused.code(), refused.args());
        } catch (ZipException | EOFException cut) {
            throw new UnreadableFileException("file.gzip");
        } catch (CharacterCodingException foreign) {
            throw new UnreadableFileException("file.encoding", Map.of("encoding", "?"));
        }
    }

    private static DrawnAreas of(FeatureFile features, ReadOptions options)
            throws IOException, UnreadableFileException {
        Collected collected = new Collected();
        features.each(options, collected);
        if (collected.features.size() > MOST) {
            throw new UnreadableFileException("file.areas.many", Map.of("limit", MOST));
        }
        if (collected.features.isEmpty()) {
            throw new UnreadableFileException("file.no-geometry", collected.lastProblem);
        }
        CrsChoice choice = features.settle(options, collected.sample);
        Projection projection = Projection.of(choice.crs());
        List<Shape> shapes = new ArrayList<>();
        int lost = collected.passedOver;
        for (RawFeature feature : collected.features) {
            Geometry degrees = degrees(feature, choice, projection);
            if (degrees == null) {
                lost++;
            } else {
                shapes.add(new Shape(name(feature), degrees));
            }
        }
        if (shapes.isEmpty()) {
            throw new UnreadableFileException(
                    "file.areas.outside", Map.of("crs", choice.crs().toString()));
        }
        return new DrawnAreas(shapes, choice.crs(), lost);
    }

    private static @Nullable Geometry degrees(RawFeature feature, CrsChoice choice, Projection projection) {
        Geometry raw = feature.geometry();
        if (raw == null || !FeatureFile.isSane(raw.getEnvelopeInternal())) {
            return null;
        }
        Geometry east = choice.swapped() ? swapped(raw) : raw;
        Geometry degrees = ProjectedGeometry.toLonLat(east, projection);
        for (Coordinate corner : degrees.getCoordinates()) {
            if (!(Math.abs(corner.x) <= 180 && Math.abs(corner.y) <= 90)) {
                return null;
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

    private static String name(RawFeature feature) {
        for (String wanted : NAMES) {
            for (Map.Entry<String, String> text : feature.texts().entrySet()) {
                String said = text.getValue().strip();
                if (Field.fold(text.getKey()).equals(wanted) && !said.isEmpty()) {
                    return said.length() <= LONGEST_NAME ? said : said.substring(0, LONGEST_NAME);
                }
            }
        }
        return "";
    }

    /** Keeps what is read, and no more than one beyond the most. */
    private static final class Collected implements FeatureVisitor {
        private final List<RawFeature> features = new ArrayList<>();
        private final PlaceSample sample = new PlaceSample();
        private int passedOver;
        private Map<String, Object> lastProblem = FeatureSurvey.problem("geometry.missing", Map.of());

        @Override
        public void feature(RawFeature feature) {
            Geometry geometry = feature.geometry();
            if (geometry == null || geometry.isEmpty()) {
                passedOver++;
                return;
            }
            if (features.size() <= MOST) {
                features.add(feature);
            }
            Coordinate middle = FeatureFile.isSane(geometry.getEnvelopeInternal())
                    ? geometry.getEnvelopeInternal().centre()
                    : geometry.getCoordinate();
            sample.offer(middle.x, middle.y, Double.NaN, Double.NaN);
        }

        @Override
        public void refused(long number, String code, Map<String, Object> args) {
            passedOver++;
            lastProblem = FeatureSurvey.problem(code, args);
        }
    }
}
