package se.lageskarta.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.density.CorrectedDensity;
import se.lageskarta.geo.density.EdgeCorrection;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;

class CorrectedHeatTest {
    private static final Projection SWEREF = Projection.of(Crs.SWEREF99_TM);
    private static final double X = 383_400;
    private static final double Y = 6_439_100;
    /** The incidents lie at its eastern edge. */
    private static final Geometry BOUNDARY =
            new GeometryFactory().toGeometry(new Envelope(X - 5000, X + 50, Y - 5000, Y + 5000));

    @Test
    void a_corrected_surface_ends_at_the_boundary_and_stands_higher_at_it() {
        SplittableRandom random = new SplittableRandom(50);
        double[] x = random.doubles(200, X - 100, X + 50).toArray();
        double[] y = random.doubles(200, Y - 100, Y + 100).toArray();
        LonLat middle = SWEREF.toLonLat(X, Y);
        TileCoord tile =
                new TileCoord(14, (int) (mercator(middle)[0] * (1 << 14)), (int) (mercator(middle)[1] * (1 << 14)));
        HeatSurface plain = HeatSurface.of(tile, x, y, SWEREF, Kernel.QUARTIC, 200, 58);
        for (EdgeCorrection correction : new EdgeCorrection[] {EdgeCorrection.UNIFORM, EdgeCorrection.DIGGLE}) {
            CorrectedDensity corrected =
                    new CorrectedDensity(new KernelDensity(Kernel.QUARTIC, 200), correction, BOUNDARY);
            double[] weight = corrected.weights(x, y, null);
            HeatPlaces places = new HeatPlaces(x, y, weight, null);
            HeatSurface surface = HeatSurface.of(tile, places, SWEREF, corrected.method(), corrected, 58);
            assertThat(surface.density().at(X + 120, Y)).isZero();
            assertThat(surface.density().at(X + 20, Y))
                    .isGreaterThan(1.3 * plain.density().at(X + 20, Y));
            HeatScale scale = HeatScale.of(x, y, weight, corrected);
            assertThat(scale.mean()).isGreaterThan(0);
            if (correction == EdgeCorrection.DIGGLE) {
                assertThat(surface.density().integral()).isCloseTo(200, within(2.0));
            }
        }
    }

    @Test
    void a_chosen_bandwidth_is_never_less_than_four_pixels() {
        assertThat(HeatSurface.bandwidthMetres(300.0, 18, 58)).isEqualTo(300);
        assertThat(HeatSurface.bandwidthMetres(300.0, 8, 58)).isGreaterThan(1000);
        assertThat(HeatSurface.bandwidthMetres(null, 14, 58)).isEqualTo(200);
    }

    private static double[] mercator(LonLat place) {
        double sine = Math.sin(Math.toRadians(place.lat()));
        return new double[] {place.lon() / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)};
    }
}
