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
 * else Sweden; each with a margin, because a path does not end at a border. Kept until a dataset changes.
 */
@Component
class WaveArea {
    /** How far outside a place may lie. */
    static final double MARGIN_METRES = 1_000;

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
        Geometry flat = area.copy();
        flat.apply((Coordinate c) -> {
            c.x = (c.x - lon) * cos * METRES_PER_DEGREE;
            c.y = (c.y - lat) * METRES_PER_DEGREE;
        });
        flat.geometryChanged();
        return flat.distance(area.getFactory().createPoint(new Coordinate(0, 0))) <= MARGIN_METRES;
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
