package se.lageskarta.geo.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import se.lageskarta.geo.crs.WebMercator;

/** A path in units of a tile, cut to the tile and its buffer and rounded to whole units. */
final class Clipping {
    private static final double LOW = -VectorTileWriter.BUFFER;
    private static final double HIGH = VectorTileWriter.EXTENT + (double) VectorTileWriter.BUFFER;

    private double[] x;
    private double[] y;
    private int size;

    private Clipping(int capacity) {
        x = new double[capacity];
        y = new double[capacity];
    }

    static Clipping of(Coordinate[] lonLat, double west, double north, double perUnit) {
        Clipping path = new Clipping(lonLat.length);
        for (Coordinate place : lonLat) {
            path.add((WebMercator.x(place.x) - west) * perUnit, (WebMercator.y(place.y) - north) * perUnit);
        }
        return path;
    }

    /** x and y of the points inside, one after the other. */
    int[] pointsInside() {
        int[] inside = new int[2 * size];
        int found = 0;
        for (int i = 0; i < size; i++) {
            if (x[i] >= LOW && x[i] < HIGH && y[i] >= LOW && y[i] < HIGH) {
                inside[found++] = (int) Math.floor(x[i]);
                inside[found++] = (int) Math.floor(y[i]);
            }
        }
        return Arrays.copyOf(inside, found);
    }

    /** The pieces of a line inside (Liang &amp; Barsky 1984), each of two points or more. */
    List<int[]> lineParts() {
        List<int[]> parts = new ArrayList<>();
        Rounded part = new Rounded(size + 1);
        for (int i = 1; i < size; i++) {
            double dx = x[i] - x[i - 1];
            double dy = y[i] - y[i - 1];
            double[] range = {0, 1};
            boolean seen = narrow(-dx, x[i - 1] - LOW, range)
                    && narrow(dx, HIGH - x[i - 1], range)
                    && narrow(-dy, y[i - 1] - LOW, range)
                    && narrow(dy, HIGH - y[i - 1], range);
            if (!seen) {
                part = finish(part, parts);
                continue;
            }
            if (range[0] > 0) {
                part = finish(part, parts);
            }
            if (part.size == 0) {
                part.add(x[i - 1] + range[0] * dx, y[i - 1] + range[0] * dy);
            }
            part.add(x[i - 1] + range[1] * dx, y[i - 1] + range[1] * dy);
            if (range[1] < 1) {
                part = finish(part, parts);
            }
        }
        finish(part, parts);
        return parts;
    }

    /** The ring inside, without its closing point; empty when nothing is left of it. */
    int[] ring() {
        Clipping ring = this;
        if (size > 1 && x[0] == x[size - 1] && y[0] == y[size - 1]) {
            size--;
        }
        if (!isInside()) {
            for (int side = 0; side < 4 && ring.size > 0; side++) {
                ring = ring.cut(side);
            }
        }
        Rounded rounded = new Rounded(ring.size + 1);
        for (int i = 0; i < ring.size; i++) {
            rounded.add(ring.x[i], ring.y[i]);
        }
        int[] vertices = rounded.withoutRepeatedEnd();
        return vertices.length < 6 || doubledArea(vertices) == 0 ? new int[0] : vertices;
    }

    /** The same ring with positive area (y down) or with negative. */
    static int[] turned(int[] ring, boolean positive) {
        if (doubledArea(ring) > 0 == positive) {
            return ring;
        }
        int[] reversed = new int[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            reversed[i] = ring[ring.length - 2 - i];
            reversed[i + 1] = ring[ring.length - 1 - i];
        }
        return reversed;
    }

    /** Twice the signed area by the surveyor's formula. */
    static long doubledArea(int[] ring) {
        long sum = 0;
        for (int i = 0, last = ring.length - 2; i < ring.length; last = i, i += 2) {
            sum += (long) ring[last] * ring[i + 1] - (long) ring[i] * ring[last + 1];
        }
        return sum;
    }

    private boolean isInside() {
        for (int i = 0; i < size; i++) {
            if (!(x[i] >= LOW && x[i] <= HIGH && y[i] >= LOW && y[i] <= HIGH)) {
                return false;
            }
        }
        return true;
    }

    /** Keeps what lies on the right side of one edge: 0 west, 1 east, 2 north, 3 south. */
    private Clipping cut(int side) {
        Clipping kept = new Clipping(size + 8);
        double[] along = side < 2 ? x : y;
        double edge = side % 2 == 0 ? LOW : HIGH;
        double sign = side % 2 == 0 ? 1 : -1;
        for (int i = 0, last = size - 1; i < size; last = i++) {
            double before = (along[last] - edge) * sign;
            double now = (along[i] - edge) * sign;
            if (before >= 0 != now >= 0) {
                double part = before / (before - now);
                double crossX = side < 2 ? edge : x[last] + part * (x[i] - x[last]);
                double crossY = side < 2 ? y[last] + part * (y[i] - y[last]) : edge;
                kept.add(crossX, crossY);
            }
            if (now >= 0) {
                kept.add(x[i], y[i]);
            }
        }
        return kept;
    }

    private void add(double east, double south) {
        if (size == x.length) {
            x = Arrays.copyOf(x, size * 2 + 8);
            y = Arrays.copyOf(y, size * 2 + 8);
        }
        x[size] = east;
        y[size++] = south;
    }

    private static boolean narrow(double step, double room, double[] range) {
        if (step == 0) {
            return room >= 0;
        }
        double at = room / step;
        if (step < 0) {
            range[0] = Math.max(range[0], at);
        } else {
            range[1] = Math.min(range[1], at);
        }
        return range[0] <= range[1];
    }

    private static Rounded finish(Rounded part, List<int[]> parts) {
        if (part.size >= 4) {
            parts.add(part.toArray());
        }
        return part.size == 0 ? part : new Rounded(8);
    }

    /** Whole-unit vertices, none equal to the one before it. */
    private static final class Rounded {
        private int[] vertices;
        private int size;

        Rounded(int points) {
            vertices = new int[2 * points];
        }

        void add(double east, double south) {
            int column = (int) Math.round(east);
            int line = (int) Math.round(south);
            if (size > 0 && vertices[size - 2] == column && vertices[size - 1] == line) {
                return;
            }
            if (size + 2 > vertices.length) {
                vertices = Arrays.copyOf(vertices, size * 2 + 8);
            }
            vertices[size++] = column;
            vertices[size++] = line;
        }

        int[] toArray() {
            return Arrays.copyOf(vertices, size);
        }

        int[] withoutRepeatedEnd() {
            int end = size;
            while (end > 2 && vertices[0] == vertices[end - 2] && vertices[1] == vertices[end - 1]) {
                end -= 2;
            }
            return Arrays.copyOf(vertices, end);
        }
    }
}
