package se.lageskarta.geo.raster;

import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.media.jai.RasterFactory;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.coverage.grid.io.AbstractGridFormat;
import org.geotools.gce.geotiff.GeoTiffFormat;
import org.geotools.gce.geotiff.GeoTiffWriteParams;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.grid.Grid;

/**
 * A GeoTIFF of one band of 32-bit numbers, packed (deflate): what QGIS, GDAL and ArcGIS open with the right place and
 * system. North is up, so the last row of the grid comes first.
 */
public final class GeoTiff {
    private GeoTiff() {}

    /**
     * Writes a surface.
     *
     * @param grid where the values stand, metres in {@code crs}
     * @param values one a cell, row 0 in the south, as {@link Grid} numbers them
     * @param crs a projected system in metres
     * @param name what the band is, such as {@code incidents per km2}
     * @param out receives the file; stays open
     * @throws IllegalArgumentException when there is not one value a cell, or the system is not metric
     */
    public static void write(Grid grid, double[] values, Crs crs, String name, OutputStream out) throws IOException {
        if (values.length != grid.cells()) {
            throw new IllegalArgumentException(
                    "values has " + values.length + " numbers, but must have " + grid.cells() + ", one a cell");
        }
        Projection.metric(crs);
        ReferencedEnvelope where = new ReferencedEnvelope(grid.x0(), grid.maxX(), grid.y0(), grid.maxY(), system(crs));
        GridCoverage2D coverage = new GridCoverageFactory().create(name, raster(grid, values), where);
        // the writer seeks, so it needs memory or a file of its own
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        GeoTiffWriter writer = new GeoTiffWriter(file);
        try {
            writer.write(coverage, packed());
        } finally {
            writer.dispose();
            coverage.dispose(true);
        }
        file.writeTo(out);
    }

    private static WritableRaster raster(Grid grid, double[] values) {
        WritableRaster raster = RasterFactory.createBandedRaster(DataBuffer.TYPE_FLOAT, grid.nx(), grid.ny(), 1, null);
        for (int row = 0; row < grid.ny(); row++) {
            int line = grid.ny() - 1 - row;
            for (int column = 0; column < grid.nx(); column++) {
                raster.setSample(column, line, 0, (float) values[row * grid.nx() + column]);
            }
        }
        return raster;
    }

    private static CoordinateReferenceSystem system(Crs crs) throws IOException {
        try {
            return CRS.decode(crs.toString(), true);
        } catch (FactoryException e) {
            throw new IOException("the EPSG database does not answer for " + crs, e);
        }
    }

    private static GeneralParameterValue[] packed() {
        GeoTiffWriteParams parameters = new GeoTiffWriteParams();
        parameters.setCompressionMode(GeoTiffWriteParams.MODE_EXPLICIT);
        parameters.setCompressionType("Deflate");
        ParameterValue<?> value = new GeoTiffFormat()
                .getWriteParameters()
                .parameter(AbstractGridFormat.GEOTOOLS_WRITE_PARAMS.getName().toString());
        value.setValue(parameters);
        return new GeneralParameterValue[] {value};
    }
}
