package se.lageskarta.geo.cluster;

/**
 * Slides along a strip: for the cell it stands on, the run of cells at most two columns away in each of the
 * five strips at most two lines away.
 */
final class Window {
    /** Position of the cell's own strip among the five. */
    static final int OWN = 2;

    private static final int REACH = 2;

    /** First cell in reach, by strip from two lines south to two lines north. */
    final int[] from = new int[5];
    /** Cell after the last in reach. */
    final int[] to = new int[5];

    private final Strips strips;
    private final int[] end = new int[5];

    Window(Strips strips, int strip) {
        this.strips = strips;
        for (int candidate = Math.max(0, strip - REACH);
                candidate <= Math.min(strips.strips() - 1, strip + REACH);
                candidate++) {
            long away = (long) strips.line[candidate] - strips.line[strip];
            if (Math.abs(away) <= REACH) {
                int o = (int) away + REACH;
                from[o] = strips.stripStart[candidate];
                to[o] = from[o];
                end[o] = strips.stripStart[candidate + 1];
            }
        }
    }

    /** Moves to a cell of the strip; cells must come in ascending order. */
    void moveTo(int cell) {
        int column = strips.column[cell];
        for (int o = 0; o < 5; o++) {
            while (from[o] < end[o] && strips.column[from[o]] < column - REACH) {
                from[o]++;
            }
            while (to[o] < end[o] && strips.column[to[o]] <= column + REACH) {
                to[o]++;
            }
        }
    }
}
