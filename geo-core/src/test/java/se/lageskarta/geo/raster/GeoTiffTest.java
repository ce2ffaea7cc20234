package se.lageskarta.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.geotools.api.geometry.Position;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.geometry.Position2D;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.grid.Grid;

class GeoTiffTest {
    private static final Grid GRID = new Grid(383_000, 6_439_000, 25, 40, 30);

    @Test
    void every_cell_comes_back_where_it_was_with_its_value_and_system() throws Exception {
        double[] values = new double[GRID.cells()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.5;
        }
        GeoTiffReader reader = new GeoTiffReader(new ByteArrayInputStream(written(values)));
        GridCoverage2D back = reader.read(null);
        try {
            assertThat(CRS.lookupEpsgCode(back.getCoordinateReferenceSystem(), false))
                    .isEqualTo(3006);
            assertThat(back.getEnvelope2D().getMinX()).isCloseTo(GRID.x0(), within(1e-6));
            assertThat(back.getEnvelope2D().getMaxY()).isCloseTo(GRID.maxY(), within(1e-6));
            for (int row = 0; row < GRID.ny(); row += 7) {
                for (int column = 0; column < GRID.nx(); column += 9) {
                    double[] value = back.evaluate(
                            (Position) new Position2D(GRID.centreX(column), GRID.centreY(row)), new double[1]);
                    assertThat(value[0]).isCloseTo(values[row * GRID.nx() + column], within(1e-4));
                }
            }
        } finally {
            back.dispose(true);
            reader.dispose();
        }
    }

    @Test
    void an_empty_surface_packs_small_and_is_a_TIFF() throws IOException {
        byte[] file = written(new double[GRID.cells()]);
        assertThat(file.length).isLessThan(GRID.cells() * 4 / 2);
        assertThat(ByteBuffer.wrap(file).getShort()).isIn((short) 0x4949, (short) 0x4d4d);
    }

    @Test
    void degrees_and_missing_values_are_refused() {
        assertThatThrownBy(() -> GeoTiff.write(GRID, new double[3], Crs.SWEREF99_TM, "x", new ByteArrayOutputStream()))
                .hasMessageContaining("3 numbers")
                .hasMessageContaining("1200");
        assertThatThrownBy(() ->
                        GeoTiff.write(GRID, new double[GRID.cells()], Crs.WGS84, "x", new ByteArrayOutputStream()))
                .hasMessageContaining("EPSG:4326");
    }

    private static byte[] written(double[] values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoTiff.write(GRID, values, Crs.SWEREF99_TM, "incidents per km2", out);
        return out.toByteArray();
    }
}
