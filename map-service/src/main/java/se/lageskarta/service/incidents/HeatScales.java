package se.lageskarta.service.incidents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.tile.HeatScale;
import se.lageskarta.geo.tile.HeatSurface;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.service.evidence.Question;

/** Keeps what the heat tiles of a question share: the scale, and the surfaces they are cut from. */
@Component
class HeatScales {
    static final Kernel KERNEL = Kernel.QUARTIC;

    private static final int KEPT_SCALES = 200;
    /** 4 bytes a count and 8 a value: some 50 MB. */
    private static final long KEPT_CELLS = 4_000_000;

    private final Cache<String, Optional<PointSet>> points =
            Caffeine.newBuilder().maximumSize(8).build();
    private final Cache<String, HeatScale> scales =
            Caffeine.newBuilder().maximumSize(KEPT_SCALES).build();
    private final Cache<String, Optional<HeatSurface>> surfaces = Caffeine.newBuilder()
            .maximumWeight(KEPT_CELLS)
            .weigher((String key, Optional<HeatSurface> kept) ->
                    1 + kept.map(surface -> surface.density().grid().cells()).orElse(0))
            .build();

    /** The incidents that make the surface, null when there are none. */
    @Nullable
    PointSet points(Question question) {
        return Objects.requireNonNull(points.get(question.key(), key -> Optional.ofNullable(PointSet.of(question))))
                .orElse(null);
    }

    /** Colours and their limits for a bandwidth. */
    HeatScale scale(Question question, PointSet set, double bandwidthMetres) {
        return Objects.requireNonNull(scales.get(
                question.key() + "|" + bandwidthMetres,
                key -> HeatScale.of(set.x(), set.y(), null, new KernelDensity(KERNEL, bandwidthMetres))));
    }

    /** The surface that a tile and its neighbours are cut from; null when nothing reaches them. */
    @Nullable
    HeatSurface surface(Question question, PointSet set, TileCoord tile) {
        double bandwidth = HeatSurface.bandwidthMetres(tile.z(), set.lat());
        String key = question.key() + "|" + tile.z() + "|" + HeatSurface.parentOf(tile);
        return Objects.requireNonNull(surfaces.get(
                        key,
                        unused -> Optional.ofNullable(HeatSurface.of(
                                tile, set.x(), set.y(), set.projection(), KERNEL, bandwidth, set.lat()))))
                .orElse(null);
    }
}
