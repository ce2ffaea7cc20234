package se.lageskarta.service.incidents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.density.CorrectedDensity;
import se.lageskarta.geo.density.EdgeCorrection;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.geo.tile.HeatPlaces;
import se.lageskarta.geo.tile.HeatScale;
import se.lageskarta.geo.tile.HeatSurface;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.service.analyses.StudyAreas;
import se.lageskarta.service.evidence.Question;

/** Keeps what the heat tiles of a question share: the scale, and the surfaces they are cut from. */
@Component
class HeatScales {
    private static final int KEPT_SCALES = 200;
    /** 4 bytes a count and 8 a value: some 50 MB. */
    private static final long KEPT_CELLS = 4_000_000;

    private final StudyAreas areas;
    private final Cache<String, Optional<PointSet>> points =
            Caffeine.newBuilder().maximumSize(8).build();
    private final Cache<String, Corrected> corrections =
            Caffeine.newBuilder().maximumSize(8).build();
    private final Cache<String, HeatScale> scales =
            Caffeine.newBuilder().maximumSize(KEPT_SCALES).build();
    private final Cache<String, Optional<HeatSurface>> surfaces = Caffeine.newBuilder()
            .maximumWeight(KEPT_CELLS)
            .weigher((String key, Optional<HeatSurface> kept) ->
                    1 + kept.map(surface -> surface.density().grid().cells()).orElse(0))
            .build();

    HeatScales(StudyAreas areas) {
        this.areas = areas;
    }

    /** The incidents inside the boundary, and what each counts there. */
    private record Corrected(CorrectedDensity density, HeatPlaces places) {
        static Corrected of(CorrectedDensity density, PointSet set) {
            double[] all = density.weights(set.x(), set.y(), set.weight());
            int[] inside =
                    IntStream.range(0, all.length).filter(i -> all[i] > 0).toArray();
            double[] incidents = set.weight();
            return new Corrected(
                    density,
                    new HeatPlaces(
                            some(set.x(), inside),
                            some(set.y(), inside),
                            some(all, inside),
                            incidents == null ? null : some(incidents, inside)));
        }

        private static double[] some(double[] values, int[] rows) {
            return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
        }

        HeatScale scale() {
            double[] weight = Objects.requireNonNull(places.weight());
            return HeatScale.of(places.x(), places.y(), weight, density);
        }
    }

    /** The incidents that make the surface, null when there are none. */
    @Nullable
    PointSet points(Question question) {
        return Objects.requireNonNull(points.get(question.key(), key -> Optional.ofNullable(PointSet.of(question))))
                .orElse(null);
    }

    /** The area the incidents were collected in, null when no imported base layer tells. */
    @Nullable
    Geometry boundary(Question question, PointSet set) {
        return areas.boundary(
                question,
                set.incidents().crs(),
                set.incidents(),
                new UnsafePlaces(set.incidents().crs(), List.of()));
    }

    /** Colours and their limits for a bandwidth. */
    HeatScale scale(Question question, PointSet set, HeatForm form, double bandwidthMetres) {
        Geometry boundary = boundaryOf(question, set, form);
        return Objects.requireNonNull(scales.get(key(question, form, boundary, bandwidthMetres), key -> {
            if (boundary == null) {
                return HeatScale.of(set.x(), set.y(), set.weight(), new KernelDensity(form.kernel(), bandwidthMetres));
            }
            return corrected(question, set, form, boundary, bandwidthMetres).scale();
        }));
    }

    /** The surface that a tile and its neighbours are cut from; null when nothing reaches them. */
    @Nullable
    HeatSurface surface(Question question, PointSet set, HeatForm form, TileCoord tile) {
        double bandwidth = HeatSurface.bandwidthMetres(form.bandwidthMetres(), tile.z(), set.lat());
        Geometry boundary = boundaryOf(question, set, form);
        String key = key(question, form, boundary, bandwidth) + "|" + tile.z() + "|" + HeatSurface.parentOf(tile);
        return Objects.requireNonNull(surfaces.get(key, unused -> {
                    if (boundary == null) {
                        HeatPlaces places = new HeatPlaces(set.x(), set.y(), set.weight(), set.weight());
                        KernelDensity density = new KernelDensity(form.kernel(), bandwidth);
                        return Optional.ofNullable(
                                HeatSurface.of(tile, places, set.projection(), density, null, set.lat()));
                    }
                    Corrected corrected = corrected(question, set, form, boundary, bandwidth);
                    return Optional.ofNullable(HeatSurface.of(
                            tile,
                            corrected.places,
                            set.projection(),
                            corrected.density.method(),
                            corrected.density,
                            set.lat()));
                }))
                .orElse(null);
    }

    private @Nullable Geometry boundaryOf(Question question, PointSet set, HeatForm form) {
        return form.edge() == EdgeCorrection.NONE ? null : boundary(question, set);
    }

    private Corrected corrected(
            Question question, PointSet set, HeatForm form, Geometry boundary, double bandwidthMetres) {
        return Objects.requireNonNull(corrections.get(
                key(question, form, boundary, bandwidthMetres),
                key -> Corrected.of(
                        new CorrectedDensity(new KernelDensity(form.kernel(), bandwidthMetres), form.edge(), boundary),
                        set)));
    }

    /** The same incidents, form and boundary give the same key. */
    String key(Question question, HeatForm form) {
        PointSet set = form.edge() == EdgeCorrection.NONE ? null : points(question);
        Geometry boundary = set == null ? null : boundary(question, set);
        return question.key() + "|" + form.key() + "|" + signature(boundary);
    }

    private static String key(Question question, HeatForm form, @Nullable Geometry boundary, double bandwidthMetres) {
        return question.key() + "|" + form.kernel() + "|" + bandwidthMetres + "|"
                + (boundary == null ? "" : form.edge() + signature(boundary));
    }

    private static String signature(@Nullable Geometry boundary) {
        return boundary == null
                ? ""
                : boundary.getNumPoints() + "/" + boundary.getArea() + "/" + boundary.getEnvelopeInternal();
    }
}
