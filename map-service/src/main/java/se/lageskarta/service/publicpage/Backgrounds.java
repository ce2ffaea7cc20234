package se.lageskarta.service.publicpage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The land beneath in whole units, coarsened until it is small enough for a page.
 *
 * @param border rings of the municipality
 * @param water rings
 * @param roads lines
 */
record Backgrounds(List<int[]> border, List<int[]> water, List<int[]> roads) {
    private static final double FINEST = 0.7;
    private static final double COARSER = 1.35;
    private static final double COARSEST = 60;

    /** @param most characters that the paths may take */
    static Backgrounds of(Release.Backdrop backdrop, MapUnits units, int most) {
        List<int[]> border = backdrop.border().stream().map(units::ring).toList();
        List<int[]> water = inside(backdrop.water().stream().map(units::ring).toList(), units);
        List<int[]> roads = inside(backdrop.roads().stream().map(units::ring).toList(), units);
        double tolerance = FINEST;
        while (true) {
            Backgrounds coarse = new Backgrounds(
                    rings(border, tolerance, tolerance),
                    rings(water, tolerance, 4 * tolerance),
                    lines(roads, tolerance, tolerance > FINEST ? 3 * tolerance : 0));
            if (coarse.length() <= most || tolerance > COARSEST) {
                return coarse;
            }
            tolerance *= COARSER;
        }
    }

    private int length() {
        return PathText.rings(border).length()
                + PathText.rings(water).length()
                + PathText.lines(roads).length();
    }

    /** Those of which some may be seen. */
    private static List<int[]> inside(List<int[]> lines, MapUnits units) {
        return lines.stream().filter(line -> seen(line, units)).toList();
    }

    private static boolean seen(int[] line, MapUnits units) {
        int[] box = box(line);
        return line.length >= 4 && box[2] >= 0 && box[3] >= 0 && box[0] <= units.width() && box[1] <= units.height();
    }

    private static List<int[]> rings(List<int[]> rings, double tolerance, double least) {
        List<int[]> simple = new ArrayList<>();
        for (int[] ring : rings) {
            int[] line = size(ring) >= least ? Outlines.line(ring, tolerance) : new int[0];
            if (line.length >= 8) {
                simple.add(open(line));
            }
        }
        return simple;
    }

    private static List<int[]> lines(List<int[]> lines, double tolerance, double least) {
        return lines.stream()
                .filter(line -> size(line) >= least)
                .map(line -> Outlines.line(line, tolerance))
                .toList();
    }

    /** Without the closing corner, which the path closes itself. */
    private static int[] open(int[] ring) {
        boolean closed = ring[0] == ring[ring.length - 2] && ring[1] == ring[ring.length - 1];
        return closed ? Arrays.copyOf(ring, ring.length - 2) : ring;
    }

    private static int size(int[] line) {
        int[] box = box(line);
        return Math.max(box[2] - box[0], box[3] - box[1]);
    }

    private static int[] box(int[] line) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (int i = 0; i < line.length; i += 2) {
            box[0] = Math.min(box[0], line[i]);
            box[1] = Math.min(box[1], line[i + 1]);
            box[2] = Math.max(box[2], line[i]);
            box[3] = Math.max(box[3], line[i + 1]);
        }
        return box;
    }
}
