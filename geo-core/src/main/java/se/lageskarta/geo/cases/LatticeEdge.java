package se.lageskarta.geo.cases;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.grid.Grid;

/**
 * Edge factors as the published cases compute them: a sum over lattice points a tenth of a bandwidth apart,
 * from half a step inside the boundary's south-west corner. Up to 0.02 off the exact integral that the
 * product uses ({@link se.lageskarta.geo.density.EdgeFactor}); used here only, so that answers can be compared
 * within the cases' tolerance, which is finer than that.
 */
final class LatticeEdge {
    private static final int STEPS_A_BANDWIDTH = 10;
    private static final double GAUSSIAN_REACH = 6;

    private final Kernel kernel;
    private final double bandwidth;
    private final double step;
    private final Grid lattice;
    private final boolean[] inside;

    LatticeEdge(Kernel kernel, double bandwidth, Geometry boundary) {
        this.kernel = kernel;
        this.bandwidth = bandwidth;
        step = bandwidth / STEPS_A_BANDWIDTH;
        Envelope box = boundary.getEnvelopeInternal();
        lattice = new Grid(
                box.getMinX(),
                box.getMinY(),
                step,
                (int) Math.min(Grid.MAX_CELLS, Math.ceil(box.getWidth() / step)),
                (int) Math.min(Grid.MAX_CELLS, Math.ceil(box.getHeight() / step)));
        inside = new boolean[lattice.cells()];
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(boundary);
        for (int cell = 0; cell < inside.length; cell++) {
            Coordinate centre =
                    new Coordinate(lattice.centreX(cell % lattice.nx()), lattice.centreY(cell / lattice.nx()));
            inside[cell] = area.locate(centre) != Location.EXTERIOR;
        }
    }

    double at(double x, double y) {
        double reach = bandwidth * (kernel == Kernel.GAUSSIAN ? GAUSSIAN_REACH : 1);
        int west = (int) Math.max(0, Math.floor((x - reach - lattice.x0()) / step));
        int east = (int) Math.min(lattice.nx() - 1.0, Math.ceil((x + reach - lattice.x0()) / step));
        int south = (int) Math.max(0, Math.floor((y - reach - lattice.y0()) / step));
        int north = (int) Math.min(lattice.ny() - 1.0, Math.ceil((y + reach - lattice.y0()) / step));
        double sum = 0;
        for (int row = south; row <= north; row++) {
            for (int column = west; column <= east; column++) {
                if (inside[row * lattice.nx() + column]) {
                    double dx = (lattice.centreX(column) - x) / bandwidth;
                    double dy = (lattice.centreY(row) - y) / bandwidth;
                    sum += kernel.valueAt(dx * dx + dy * dy);
                }
            }
        }
        return sum / (STEPS_A_BANDWIDTH * STEPS_A_BANDWIDTH);
    }
}
