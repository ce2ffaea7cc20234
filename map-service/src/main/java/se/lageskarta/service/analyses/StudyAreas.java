package se.lageskarta.service.analyses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;

/**
 * The area that data were collected in, and what lies around there, from the imported base layers. Kept until a base
 * layer changes.
 */
@Component
public class StudyAreas {
    /** What lies beyond the outermost incident still counts as near it: some 2 km north and 1 km east in Sweden. */
    private static final double GROWN_DEGREES = 0.02;
    /** A piece with a smaller share of the rows is a neighbour's, which a stray row fell into. */
    private static final double LEAST_SHARE_OF_PIECE = 0.01;
    /** An area that misses more of the rows than this is not the area they were collected in. */
    private static final double LEAST_SHARE_OF_ALL = 0.5;
    /** As many rows tell shares to a percent. */
    private static final int LOOKED_AT = 10_000;
    /** Corners kept: some 100 MB. */
    private static final long KEPT_CORNERS = 2_000_000;

    private static final int KEPT_AREAS = 100;

    private final BaseFeatures features;
    private final Cache<String, Optional<Geometry>> areas =
            Caffeine.newBuilder().maximumSize(KEPT_AREAS).build();
    private final Cache<String, List<Geometry>> around = Caffeine.newBuilder()
            .maximumWeight(KEPT_CORNERS)
            .weigher((String key, List<Geometry> kept) -> corners(kept))
            .build();

    StudyAreas(BaseFeatures features) {
        this.features = features;
    }

    /**
     * The area of the data: the municipality's boundary, or all its districts when there is no boundary.
     *
     * @param past incidents of all time
     * @return metres in the system given; null when no base layer tells
     */
    public @Nullable Geometry boundary(Question question, Crs crs, Incidents past, UnsafePlaces marks) {
        Bounds bounds = question.bounds();
        if (bounds == null || past.size() + marks.size() == 0) {
            return null;
        }
        String rows = question.datasets().stream()
                .map(dataset -> dataset.id() + "r" + dataset.revision())
                .collect(Collectors.joining("."));
        String key = baseRevision(question) + "|" + rows + "|" + past.size() + "|" + marks.size() + "|" + crs;
        return Objects.requireNonNull(
                        areas.get(key, unused -> Optional.ofNullable(find(question, bounds, crs, sample(past, marks)))))
                .orElse(null);
    }

    /** What lies around, by role; the geometries of a role are read when they are first asked for. */
    Map<String, List<Geometry>> surroundings(Question question, Crs crs) {
        Bounds bounds = question.bounds();
        if (bounds == null) {
            return Map.of();
        }
        Bounds grown = bounds.grownBy(GROWN_DEGREES);
        Set<String> roles = base(question)
                .filter(dataset -> meets(dataset, grown))
                .map(Dataset::role)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        String revision = baseRevision(question);
        return new LazyMap<>(
                roles,
                role -> Objects.requireNonNull(around.get(
                        revision + "|" + grown + "|" + crs + "|" + role,
                        unused -> read(grown, EnumSet.of(BaseRole.of(role)), crs))));
    }

    private @Nullable Geometry find(Question question, Bounds bounds, Crs crs, List<Coordinate> rows) {
        boolean told = base(question)
                .anyMatch(dataset -> BaseRole.BOUNDARY.code().equals(dataset.role()) && meets(dataset, bounds));
        List<Geometry> pieces = read(bounds, EnumSet.of(told ? BaseRole.BOUNDARY : BaseRole.DISTRICTS), crs).stream()
                .filter(piece -> piece.getDimension() == 2)
                .filter(piece -> !told || share(piece, rows) >= LEAST_SHARE_OF_PIECE)
                .toList();
        Geometry area = pieces.isEmpty() ? null : UnaryUnionOp.union(pieces);
        return area == null || share(area, rows) < LEAST_SHARE_OF_ALL ? null : area;
    }

    private List<Geometry> read(Bounds bounds, Set<BaseRole> roles, Crs crs) {
        Projection projection = Projection.metric(crs);
        return features.within(bounds, roles).stream()
                .map(BaseFeature::geometry)
                .map(degrees -> ProjectedGeometry.fromLonLat(degrees, projection))
                .filter(StudyAreas::isPlaced)
                .toList();
    }

    private static boolean isPlaced(Geometry metres) {
        for (Coordinate corner : metres.getCoordinates()) {
            if (!Double.isFinite(corner.x) || !Double.isFinite(corner.y)) {
                return false;
            }
        }
        return !metres.isEmpty();
    }

    private static List<Coordinate> sample(Incidents past, UnsafePlaces marks) {
        List<Coordinate> sample = new ArrayList<>();
        Incidents placed = past.withPointPlaces();
        int step = Math.max(1, placed.size() / LOOKED_AT);
        for (int i = 0; i < placed.size(); i += step) {
            sample.add(new Coordinate(placed.x()[i], placed.y()[i]));
        }
        if (sample.isEmpty()) {
            marks.marks().forEach(mark -> sample.add(new Coordinate(mark.x(), mark.y())));
        }
        return sample;
    }

    private static double share(Geometry area, List<Coordinate> rows) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        long within = rows.stream()
                .filter(row -> locator.locate(row) != Location.EXTERIOR)
                .count();
        return rows.isEmpty() ? 0 : (double) within / rows.size();
    }

    private static java.util.stream.Stream<Dataset> base(Question question) {
        return question.facts().datasets().stream().filter(dataset -> dataset.kind() == DatasetKind.BASE);
    }

    private static String baseRevision(Question question) {
        return base(question)
                .map(dataset -> dataset.id() + "." + dataset.revision())
                .collect(Collectors.joining("-"));
    }

    private static boolean meets(Dataset dataset, Bounds bounds) {
        Bounds own = dataset.extent().bounds();
        return own != null && own.overlaps(bounds);
    }

    private static int corners(Collection<Geometry> geometries) {
        return 1 + geometries.stream().mapToInt(Geometry::getNumPoints).sum();
    }
}
