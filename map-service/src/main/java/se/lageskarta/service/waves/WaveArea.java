package se.lageskarta.service.waves;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;

/**
 * Where a wave's places may lie: its own area, else the municipality's imported boundary, else what the base map covers,
 * else Sweden; each with a margin, because a path does not end at a border. The municipality is kept until a dataset
 * changes.
 */
@Component
class WaveArea {
    /** How far outside the municipality a place may lie: its boundary is often drawn coarsely. */
    static final double MARGIN_METRES = 1_000;

    /** How far outside an area of the wave's own: across the street that it ends at, and as wide as a thumb marks. */
    static final double OWN_MARGIN_METRES = 50;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final Bounds SWEDEN = new Bounds(10.5, 55.0, 24.5, 69.2);
    private static final double BASE_MARGIN_DEGREES = 0.02;

    private final BaseFeatures features;
    private final Datasets datasets;
    private volatile @Nullable Municipality kept;

    private record Municipality(String revision, Geometry shape) {}

    WaveArea(BaseFeatures features, Datasets datasets) {
        this.features = features;
        this.datasets = datasets;
    }

    boolean takes(SurveyWave wave, double lon, double lat) {
        Geometry area = shape(wave);
        double cos = Math.max(0.01, Math.cos(Math.toRadians(lat)));
        // whatever the geometry keeps its coordinates in: a filter on single coordinates may be given copies
        Geometry flat = AffineTransformation.translationInstance(-lon, -lat)
                .scale(cos * METRES_PER_DEGREE, METRES_PER_DEGREE)
                .transform(area);
        return flat.distance(area.getFactory().createPoint(new Coordinate(0, 0)))
                <= (wave.area() == null ? MARGIN_METRES : OWN_MARGIN_METRES);
    }

    /** True when some of an area lies within the municipality, so that it can be meant. */
    boolean meets(Geometry area) {
        return municipality().shape.intersects(area);
    }

    /** What the page's map shows first, degrees. */
    Bounds bounds(SurveyWave wave) {
        Envelope box = shape(wave).getEnvelopeInternal();
        return new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    private Geometry shape(SurveyWave wave) {
        Geometry own = wave.area();
        return own != null ? own : municipality().shape;
    }

    private Municipality municipality() {
        List<Dataset> base = datasets.all().stream()
                .filter(dataset -> dataset.kind() == DatasetKind.BASE)
                .toList();
        String revision = base.stream()
                .map(dataset -> dataset.id() + "." + dataset.revision())
                .collect(Collectors.joining("-"));
        Municipality known = kept;
        if (known == null || !known.revision.equals(revision)) {
            known = new Municipality(revision, shape(base));
            kept = known;
        }
        return known;
    }

    private Geometry shape(List<Dataset> base) {
        List<Geometry> boundary = features.of(EnumSet.of(BaseRole.BOUNDARY)).stream()
                .map(BaseFeature::geometry)
                .filter(geometry -> geometry.getDimension() == 2)
                .toList();
        if (!boundary.isEmpty()) {
            return UnaryUnionOp.union(boundary);
        }
        Bounds box = base.stream()
                .map(dataset -> dataset.extent().bounds())
                .filter(Objects::nonNull)
                .reduce(Bounds::joinedWith)
                .map(all -> all.grownBy(BASE_MARGIN_DEGREES))
                .orElse(SWEDEN);
        return new GeometryFactory().toGeometry(new Envelope(box.west(), box.east(), box.south(), box.north()));
    }
}
