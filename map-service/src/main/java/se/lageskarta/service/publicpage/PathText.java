package se.lageskarta.service.publicpage;

/** Writes corners as the path of an SVG drawing, as short as whole units allow. */
final class PathText {
    private final StringBuilder out = new StringBuilder();

    static String rings(Iterable<int[]> rings) {
        PathText path = new PathText();
        rings.forEach(ring -> path.corners(ring).out.append('z'));
        return path.out.toString();
    }

    static String lines(Iterable<int[]> lines) {
        PathText path = new PathText();
        lines.forEach(path::corners);
        return path.out.toString();
    }

    private PathText corners(int[] line) {
        out.append('M').append(line[0]);
        number(line[1]);
        char last = 'M';
        for (int i = 2; i < line.length; i += 2) {
            int dx = line[i] - line[i - 2];
            int dy = line[i + 1] - line[i - 1];
            if (dx == 0 || dy == 0) {
                last = dx == 0 ? 'v' : 'h';
                out.append(last).append(dx == 0 ? dy : dx);
            } else if (last == 'l') {
                number(dx);
                number(dy);
            } else {
                last = 'l';
                out.append(last).append(dx);
                number(dy);
            }
        }
        return this;
    }

    /** A minus parts two numbers as well as a blank does. */
    private void number(int value) {
        if (value >= 0) {
            out.append(' ');
        }
        out.append(value);
    }
}
