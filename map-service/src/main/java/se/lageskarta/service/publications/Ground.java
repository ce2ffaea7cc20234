package se.lageskarta.service.publications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.privacy.Dwellings;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.basemap.Homes;
import se.lageskarta.service.basemap.MunicipalityBorder;
import se.lageskarta.service.evidence.Evidence;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Facts;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;

/** Finds what a release is made from: the chosen datasets, where people live, and the border. */
@Component
class Ground {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Set<String> GROUND = Set.of(BaseRole.ADDRESSES.code(), BaseRole.BOUNDARY.code());
    /** Around the incidents, where no border tells which addresses belong to them: some 2 km. */
    private static final double GROWN_DEGREES = 0.02;

    private final Evidence evidence;
    private final Homes homes;
    private final MunicipalityBorder border;

    Ground(Evidence evidence, Homes homes, MunicipalityBorder border) {
        this.evidence = evidence;
        this.homes = homes;
        this.border = border;
    }

    /**
     * All of it, at one moment.
     *
     * @param border in metres; null when none is known
     * @param box what the release is about, degrees
     */
    record Found(
            Facts facts,
            List<Dataset> datasets,
            Crs crs,
            Dwellings dwellings,
            @Nullable Geometry border,
            Envelope box,
            DataVersion version) {
        boolean invented() {
            return datasets.stream().anyMatch(Dataset::invented);
        }

        /** The incidents of a period, also those without a place. */
        Question question(LocalDate from, LocalDate to) {
            return new Question(facts, datasets, from, to, new TreeSet<>(), EvidenceStream.ALL);
        }
    }

    /** @throws CannotPublishException without incidents, or without addresses where the incidents are */
    Found of(List<Long> datasetIds) {
        Facts facts = evidence.now();
        Set<Long> wanted = new HashSet<>(datasetIds);
        List<Dataset> datasets = facts.datasets().stream()
                .filter(dataset -> wanted.contains(dataset.id()) && dataset.kind() == DatasetKind.INCIDENTS)
                .toList();
        Dataset largest = datasets.stream()
                .max(Comparator.comparingLong(dataset -> dataset.extent().rows()))
                .orElseThrow(() -> new CannotPublishException("no-incidents"));
        Envelope around = box(datasets);
        if (around.isNull()) {
            throw new CannotPublishException("no-incidents");
        }
        Geometry area = borderAt(around);
        if (area == null) {
            around.expandBy(
                    GROWN_DEGREES / Math.cos(Math.toRadians(around.centre().getY())), GROWN_DEGREES);
        }
        Envelope box = area == null ? around : area.getEnvelopeInternal();
        Projection projection = Projection.metric(largest.crs());
        Geometry metres = ProjectedGeometry.fromLonLat(area == null ? FACTORY.toGeometry(box) : area, projection);
        Dwellings near = homes.in(largest.crs())
                .map(all -> within(all, metres.getEnvelopeInternal()))
                .filter(dwellings -> dwellings.total() > 0)
                .orElseThrow(() -> new CannotPublishException("addresses"));
        return new Found(
                facts, datasets, largest.crs(), near, area == null ? null : metres, box, version(facts, datasets, box));
    }

    /** The municipality around most of the incidents; several boundaries that touch them are one. */
    private @Nullable Geometry borderAt(Envelope around) {
        List<Geometry> touching = border.areas().stream()
                .filter(area -> area.getEnvelopeInternal().intersects(around))
                .toList();
        return touching.isEmpty() ? null : UnaryUnionOp.union(touching);
    }

    private static Dwellings within(Dwellings all, Envelope box) {
        int[] rows = IntStream.range(0, all.size())
                .filter(i -> box.contains(all.x()[i], all.y()[i]))
                .toArray();
        return new Dwellings(
                all.crs(),
                Arrays.stream(rows).mapToDouble(i -> all.x()[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> all.y()[i]).toArray(),
                Arrays.stream(rows).map(i -> all.households()[i]).toArray());
    }

    private static Envelope box(List<Dataset> datasets) {
        Envelope box = new Envelope();
        for (Dataset dataset : datasets) {
            Bounds bounds = dataset.extent().bounds();
            if (bounds != null) {
                box.expandToInclude(bounds.west(), bounds.south());
                box.expandToInclude(bounds.east(), bounds.north());
            }
        }
        return box;
    }

    /** The incidents, and the addresses and borders that the areas are made from. */
    private static DataVersion version(Facts facts, List<Dataset> incidents, Envelope box) {
        List<DataVersion.Source> sources = new ArrayList<>();
        for (Dataset dataset : facts.datasets()) {
            boolean ground = dataset.kind() == DatasetKind.BASE
                    && GROUND.contains(String.valueOf(dataset.role()))
                    && box(List.of(dataset)).intersects(box);
            if (ground || incidents.contains(dataset)) {
                sources.add(new DataVersion.Source(dataset.id(), dataset.name(), dataset.revision()));
            }
        }
        return DataVersion.of(sources);
    }
}
