package se.lageskarta.geo.tile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import se.lageskarta.geo.bench.TownPoints;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;

/** One heat tile: encoding alone against the JDK's ImageIO on the same picture, and painting with encoding. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class PngBenchmark {
    private static final double LAT = 58.08;

    private final Projection projection = Projection.of(Crs.SWEREF99_TM);
    private final byte[] classes = new byte[256 * 256];
    private final BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB);
    private TileCoord tile;
    private HeatSurface surface;
    private HeatScale scale;

    @Setup
    public void make() throws IOException {
        TownPoints town = TownPoints.of(100_000, 20240601);
        double[] x = new double[town.x().length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 350_000 + town.x()[i] / 4;
            y[i] = 6_430_000 + town.y()[i] / 4;
        }
        double side = Math.scalb(1.0, 11);
        LonLat middle = projection.toLonLat(362_500, 6_442_500);
        tile = new TileCoord(
                11, (int) (WebMercator.x(middle.lon()) * side), (int) (WebMercator.y(middle.lat()) * side));
        scale = HeatScale.of(x, y, null, new KernelDensity(Kernel.QUARTIC, 500));
        surface = HeatSurface.of(tile, x, y, projection, Kernel.QUARTIC, 500, LAT);
        byte[] png = HeatTile.png(tile, surface, projection, scale);
        BufferedImage painted = ImageIO.read(new ByteArrayInputStream(png));
        int[] palette = HeatScale.palette();
        for (int i = 0; i < classes.length; i++) {
            int argb = painted.getRGB(i % 256, i / 256);
            image.setRGB(i % 256, i / 256, argb);
            for (int c = 0; c < palette.length; c++) {
                if (palette[c] == (argb << 8 | argb >>> 24)) {
                    classes[i] = (byte) c;
                }
            }
        }
    }

    @Benchmark
    public byte[] png_ours() {
        return PalettePng.write(256, 256, classes, HeatScale.palette());
    }

    @Benchmark
    public byte[] png_imageIo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Benchmark
    public byte[] heatTile_ours() {
        return HeatTile.png(tile, surface, projection, scale);
    }
}
