package se.lageskarta.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;

class HeatTileTest {
    private static final double LAT = 58.08;
    private static final Projection SWEREF = Projection.of(Crs.SWEREF99_TM);

    private final double[] x;
    private final double[] y;

    HeatTileTest() {
        SplittableRandom random = new SplittableRandom(17);
        x = new double[1500];
        y = new double[1500];
        for (int i = 0; i < x.length; i++) {
            double spread = i % 2 == 0 ? 150 : 2500;
            x[i] = 383_430 + random.nextDouble(-spread, spread);
            y[i] = 6_439_150 + random.nextDouble(-spread, spread);
        }
    }

    @Test
    void paints_each_pixel_in_the_class_of_the_exact_density_there() throws Exception {
        TileCoord tile = tileAt(14, 383_430, 6_439_150);
        HeatScale scale = HeatScale.of(x, y, null, new KernelDensity(Kernel.QUARTIC, 200));
        HeatSurface surface = HeatSurface.of(tile, x, y, SWEREF, Kernel.QUARTIC, 200, LAT);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(HeatTile.png(tile, surface, SWEREF, scale)));
        assertThat(image.getWidth()).isEqualTo(256);
        assertThat(image.getHeight()).isEqualTo(256);
        int wrong = 0;
        for (int row = 0; row < 256; row += 5) {
            for (int column = 0; column < 256; column += 5) {
                double[] ground = SWEREF.fromLonLat(
                        WebMercator.lon(tile.west() + (column + 0.5) / 256 * tile.size()),
                        WebMercator.lat(tile.north() + (row + 0.5) / 256 * tile.size()));
                double exact = new KernelDensity(Kernel.QUARTIC, 200)
                        .at(x, y, null, new double[] {ground[0]}, new double[] {ground[1]})[0];
                int argb = image.getRGB(column, row);
                int rgba = argb << 8 | argb >>> 24;
                int expected = HeatScale.palette()[scale.classOf(exact)];
                wrong += rgba != expected ? 1 : 0;
            }
        }
        // on the lines between two classes a pixel may fall to either side, and thin spots are hidden
        assertThat(wrong).isLessThan(52 * 52 / 25);
    }

    @Test
    void shows_the_hottest_colour_where_most_happens_and_nothing_far_away() throws Exception {
        HeatScale scale = HeatScale.of(x, y, null, new KernelDensity(Kernel.QUARTIC, 200));
        TileCoord tile = tileAt(15, 383_430, 6_439_150);
        HeatSurface surface = HeatSurface.of(tile, x, y, SWEREF, Kernel.QUARTIC, 200, LAT);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(HeatTile.png(tile, surface, SWEREF, scale)));
        LonLat station = SWEREF.toLonLat(383_430, 6_439_150);
        int column = (int) ((WebMercator.x(station.lon()) - tile.west()) / tile.size() * 256);
        int row = (int) ((WebMercator.y(station.lat()) - tile.north()) / tile.size() * 256);
        assertThat(image.getRGB(column, row) & 0xffffff).isEqualTo(0x800026);
        TileCoord away = tileAt(14, 500_000, 6_600_000);
        assertThat(HeatSurface.of(away, x, y, SWEREF, Kernel.QUARTIC, 200, LAT)).isNull();
    }

    @Test
    void agrees_where_two_surfaces_meet() {
        for (int zoom : new int[] {9, 13, 15}) {
            double bandwidth = HeatSurface.bandwidthMetres(zoom, LAT);
            TileCoord middle = tileAt(zoom, 383_430, 6_439_150);
            int step = HeatSurface.TILES_ALONG;
            int edge = middle.x() / step * step;
            TileCoord right = new TileCoord(zoom, edge, middle.y());
            TileCoord left = new TileCoord(zoom, edge - 1, middle.y());
            HeatSurface a = HeatSurface.of(left, x, y, SWEREF, Kernel.QUARTIC, bandwidth, LAT);
            HeatSurface b = HeatSurface.of(right, x, y, SWEREF, Kernel.QUARTIC, bandwidth, LAT);
            if (a != null && b != null) {
                double max = b.density().max();
                for (int i = 0; i <= 100; i++) {
                    double[] ground = SWEREF.fromLonLat(
                            WebMercator.lon(right.west()), WebMercator.lat(right.north() + right.size() * i / 100));
                    assertThat(a.density().at(ground[0], ground[1]))
                            .isCloseTo(b.density().at(ground[0], ground[1]), within(1e-9 * max));
                    assertThat(a.isBacked(ground[0], ground[1])).isEqualTo(b.isBacked(ground[0], ground[1]));
                }
            }
        }
    }

    @Test
    void hides_what_fewer_than_three_incidents_stand_behind() {
        double[] lonelyX = {383_430, 383_431, 390_000, 390_001, 390_002};
        double[] lonelyY = {6_439_150, 6_439_150, 6_439_150, 6_439_150, 6_439_150};
        TileCoord two = tileAt(16, 383_430, 6_439_150);
        TileCoord three = tileAt(16, 390_000, 6_439_150);
        HeatScale scale = new HeatScale(0.5, 200);
        assertThat(HeatSurface.of(two, lonelyX, lonelyY, SWEREF, Kernel.QUARTIC, 200, LAT))
                .isNull();
        HeatSurface surface = HeatSurface.of(three, lonelyX, lonelyY, SWEREF, Kernel.QUARTIC, 200, LAT);
        assertThat(HeatTile.png(three, surface, SWEREF, scale)).isNotNull();
    }

    @Test
    void chooses_a_bandwidth_that_can_be_seen() {
        assertThat(HeatSurface.bandwidthMetres(15, LAT)).isEqualTo(200);
        assertThat(HeatSurface.bandwidthMetres(12, LAT)).isEqualTo(500);
        assertThat(HeatSurface.bandwidthMetres(6, LAT)).isGreaterThan(5000);
    }

    @Test
    void names_its_classes_for_a_legend() {
        HeatScale scale = new HeatScale(20, 200);
        assertThat(scale.breaks()).containsExactly(20, 60, 100, 200);
        assertThat(scale.classes()).hasSize(4);
        assertThat(scale.classes().get(0)).isEqualTo(new HeatScale.HeatClass(20, 60.0, 1, "#fed976", 0.63));
        assertThat(scale.classes().get(3).to()).isNull();
        assertThat(new HeatScale(0, 200).classOf(5)).isZero();
        assertThat(HeatScale.of(new double[0], new double[0], null, new KernelDensity(Kernel.QUARTIC, 200))
                        .mean())
                .isZero();
    }

    private static TileCoord tileAt(int zoom, double east, double north) {
        LonLat place = SWEREF.toLonLat(east, north);
        double side = Math.scalb(1.0, zoom);
        return new TileCoord(
                zoom, (int) (WebMercator.x(place.lon()) * side), (int) (WebMercator.y(place.lat()) * side));
    }
}
