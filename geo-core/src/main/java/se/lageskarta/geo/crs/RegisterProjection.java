package se.lageskarta.geo.crs;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import si.uom.SI;

/** Any system of the EPSG register, by GeoTools. */
final class RegisterProjection implements Projection {
    /** Rows a buffer holds: enough to make the call's overhead vanish, little enough to stay in the cache. */
    private static final int CHUNK_ROWS = 1024;

    private final Crs crs;
    private final boolean metric;
    private final MathTransform toDegrees;
    private final MathTransform fromDegrees;

    private RegisterProjection(Crs crs, boolean metric, MathTransform toDegrees, MathTransform fromDegrees) {
        this.crs = crs;
        this.metric = metric;
        this.toDegrees = toDegrees;
        this.fromDegrees = fromDegrees;
    }

    static RegisterProjection of(Crs crs) {
        try {
            // longitude first: the register's own order differs from system to system and swaps silently
            CoordinateReferenceSystem system = CRS.decode(crs.toString(), true);
            boolean metric = system instanceof ProjectedCRS
                    && SI.METRE.equals(system.getCoordinateSystem().getAxis(0).getUnit());
            MathTransform toDegrees = CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, true);
            if (toDegrees.getSourceDimensions() != 2 || toDegrees.getTargetDimensions() != 2) {
                throw new UnknownCrsException(crs, null);
            }
            return new RegisterProjection(crs, metric, toDegrees, toDegrees.inverse());
        } catch (FactoryException | TransformException e) {
            throw new UnknownCrsException(crs, e);
        }
    }

    @Override
    public Crs crs() {
        return crs;
    }

    @Override
    public boolean isMetric() {
        return metric;
    }

    @Override
    public void toLonLat(double[] x, double[] y, int from, int to, double[] lon, double[] lat) {
        transform(toDegrees, x, y, from, to, lon, lat);
        for (int i = from; i < to; i++) {
            if (!(Math.abs(lon[i]) <= 180 && Math.abs(lat[i]) <= 90)) {
                lon[i] = Double.NaN;
                lat[i] = Double.NaN;
            }
        }
    }

    @Override
    public void fromLonLat(double[] lon, double[] lat, int from, int to, double[] x, double[] y) {
        transform(fromDegrees, lon, lat, from, to, x, y);
    }

    private static void transform(
            MathTransform transform, double[] a, double[] b, int from, int to, double[] outA, double[] outB) {
        double[] buffer = new double[2 * Math.min(CHUNK_ROWS, Math.max(0, to - from))];
        for (int start = from; start < to; start += CHUNK_ROWS) {
            int rows = Math.min(CHUNK_ROWS, to - start);
            for (int i = 0; i < rows; i++) {
                buffer[2 * i] = a[start + i];
                buffer[2 * i + 1] = b[start + i];
            }
            if (!together(transform, buffer, rows)) {
                oneByOne(transform, a, b, start, rows, buffer);
            }
            for (int i = 0; i < rows; i++) {
                boolean found = Double.isFinite(buffer[2 * i]) && Double.isFinite(buffer[2 * i + 1]);
                outA[start + i] = found ? buffer[2 * i] : Double.NaN;
                outB[start + i] = found ? buffer[2 * i + 1] : Double.NaN;
            }
        }
    }

    private static boolean together(MathTransform transform, double[] buffer, int rows) {
        for (int i = 0; i < 2 * rows; i++) {
            // not a number is no input: GeoTools asserts instead of throwing
            if (!Double.isFinite(buffer[i])) {
                return false;
            }
        }
        try {
            transform.transform(buffer, 0, buffer, 0, rows);
            return true;
        } catch (TransformException e) {
            return false;
        }
    }

    private static boolean single(MathTransform transform, double[] buffer, int at) {
        try {
            transform.transform(buffer, at, buffer, at, 1);
            return true;
        } catch (TransformException e) {
            return false;
        }
    }

    /** When one row of a chunk is outside the system, the others still get their place. */
    private static void oneByOne(
            MathTransform transform, double[] a, double[] b, int start, int rows, double[] buffer) {
        for (int i = 0; i < rows; i++) {
            buffer[2 * i] = a[start + i];
            buffer[2 * i + 1] = b[start + i];
            boolean known = Double.isFinite(buffer[2 * i]) && Double.isFinite(buffer[2 * i + 1]);
            if (!known || !single(transform, buffer, 2 * i)) {
                buffer[2 * i] = Double.NaN;
                buffer[2 * i + 1] = Double.NaN;
            }
        }
    }
}
