package se.lageskarta.geo.density;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.grid.Grid;

/**
 * A density with its correction at a boundary, for as many surfaces as are wanted: outside the boundary it is 0, and
 * incidents outside do not count. Safe for several threads.
 */
public final class CorrectedDensity {
    private final KernelDensity method;
    private final EdgeCorrection correction;
    private final EdgeFactor edge;

    /**
     * @param boundary polygon in the incidents' metres
     */
    public CorrectedDensity(KernelDensity method, EdgeCorrection correction, Geometry boundary) {
        this.method = method;
        this.correction = correction;
        this.edge = EdgeFactor.of(method.kernel(), method.bandwidthMetres(), boundary);
    }

    public KernelDensity method() {
        return method;
    }

    /**
     * What each incident counts: 0 outside the boundary; with {@link EdgeCorrection#DIGGLE} its weight divided by the
     * part of its kernel inside.
     *
     * @param weight finite, 0 or more; null for 1 each
     */
    public double[] weights(double[] x, double[] y, double @Nullable [] weight) {
        KernelDensity.check(x, y, weight);
        double[] corrected = new double[x.length];
        IntStream.range(0, x.length).parallel().forEach(i -> {
            double own = weight == null ? 1 : weight[i];
            boolean inside = edge.isInside(x[i], y[i]);
            corrected[i] = !inside ? 0 : correction == EdgeCorrection.DIGGLE ? own / edge.at(x[i], y[i]) : own;
        });
        return corrected;
    }

    /**
     * The surface of incidents.
     *
     * @param corrected what each counts, from {@link #weights}
     */
    public DensitySurface fit(double[] x, double[] y, double[] corrected, Grid grid) {
        DensitySurface surface = method.fit(x, y, corrected, grid);
        IntStream.range(0, grid.ny()).parallel().forEach(row -> {
            for (int column = 0; column < grid.nx(); column++) {
                double centreX = grid.centreX(column);
                double centreY = grid.centreY(row);
                int cell = row * grid.nx() + column;
                if (surface.value()[cell] > 0) {
                    boolean inside = edge.isInside(centreX, centreY);
                    double part = inside && correction == EdgeCorrection.UNIFORM ? edge.at(centreX, centreY) : 1;
                    surface.value()[cell] = inside ? surface.value()[cell] / part : 0;
                }
            }
        });
        return surface;
    }
}
