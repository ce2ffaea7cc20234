package se.lageskarta.geo.density;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * A boundary as 128 by 128 pixels over its bounding box, coarse as spatstat's default: good enough for choosing
 * a bandwidth, too coarse for correcting a map (that is {@link EdgeFactor}).
 */
final class PixelWindow {
    static final int SIDE = 128;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double west;
    private final double south;
    private final double width;
    private final double height;
    private final double[] inside = new double[SIDE * SIDE];

    PixelWindow(Geometry boundary) {
        Envelope box = boundary.getEnvelopeInternal();
        west = box.getMinX();
        south = box.getMinY();
        width = box.getWidth() / SIDE;
        height = box.getHeight() / SIDE;
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(boundary);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                Coordinate centre = new Coordinate(west + (column + 0.5) * width, south + (row + 0.5) * height);
                inside[row * SIDE + column] = area.locate(centre) == Location.EXTERIOR ? 0 : 1;
            }
        }
    }

    double[] inside() {
        return inside;
    }

    int pixel(double x, double y) {
        int column = (int) Math.max(0, Math.min(SIDE - 1.0, Math.floor((x - west) / width)));
        int row = (int) Math.max(0, Math.min(SIDE - 1.0, Math.floor((y - south) / height)));
        return row * SIDE + column;
    }

    /** Blurred by a Gaussian of a standard deviation in metres; what leaves the box is lost. */
    double[] blurred(double[] value, double sigma) {
        double[] along = weights(width, sigma);
        double[] across = weights(height, sigma);
        double[] rows = new double[value.length];
        double[] both = new double[value.length];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double sum = 0;
                for (int other = 0; other < SIDE; other++) {
                    sum += value[row * SIDE + other] * along[Math.abs(column - other)];
                }
                rows[row * SIDE + column] = sum;
            }
        }
        for (int row = 0; row < SIDE; row++) {
            for (int other = 0; other < SIDE; other++) {
                double weight = across[Math.abs(row - other)];
                for (int column = 0; column < SIDE; column++) {
                    both[row * SIDE + column] += weight * rows[other * SIDE + column];
                }
            }
        }
        return both;
    }

    /** Part of a Gaussian in the middle of a pixel that falls on the pixel so many further on. */
    private static double[] weights(double pixel, double sigma) {
        double[] weight = new double[SIDE];
        for (int i = 0; i < SIDE; i++) {
            weight[i] = NORMAL.probability((i - 0.5) * pixel / sigma, (i + 0.5) * pixel / sigma);
        }
        return weight;
    }

    /**
     * Square metres that the window shares with itself moved so far, on a lattice of whole pixels, linear
     * between: the weight of pairs in Ripley's K after Ohser (translation correction).
     *
     * @param furthest metres, the longest move asked for
     */
    double[][] sharedAreas(double furthest) {
        int columns = (int) Math.min(SIDE - 1.0, Math.ceil(furthest / width) + 1);
        int rows = (int) Math.min(SIDE - 1.0, Math.ceil(furthest / height) + 1);
        double[][] shared = new double[rows + 1][2 * columns + 1];
        for (int dy = 0; dy <= rows; dy++) {
            for (int dx = -columns; dx <= columns; dx++) {
                double count = 0;
                for (int row = dy; row < SIDE; row++) {
                    for (int column = Math.max(0, dx); column < Math.min(SIDE, SIDE + dx); column++) {
                        count += inside[row * SIDE + column] * inside[(row - dy) * SIDE + column - dx];
                    }
                }
                shared[dy][dx + columns] = count * width * height;
            }
        }
        return shared;
    }

    /** Read off {@link #sharedAreas} for a move in metres. */
    double shared(double[][] areas, double dx, double dy) {
        double east = dy < 0 ? -dx : dx;
        int columns = areas[0].length / 2;
        double column = east / width + columns;
        double row = Math.abs(dy) / height;
        int left = (int) Math.max(0, Math.min(2 * columns - 1.0, Math.floor(column)));
        int low = (int) Math.max(0, Math.min(areas.length - 2.0, Math.floor(row)));
        double partX = column - left;
        double partY = row - low;
        return (areas[low][left] * (1 - partX) + areas[low][left + 1] * partX) * (1 - partY)
                + (areas[low + 1][left] * (1 - partX) + areas[low + 1][left + 1] * partX) * partY;
    }
}
