package se.lageskarta.service.publicpage;

/** How classes are written. */
final class ClassWords {
    /** Thousandths of the map's longer side that the word of a class needs on each side. */
    private static final int ROOM = 24;

    private ClassWords() {}

    /** Short, as in a cell: {@code 5–9}, {@code 50+}; a dash for the lowest class. */
    static String cell(CountClass count) {
        return count == CountClass.FEW ? "–" : range(count.code());
    }

    /** With the dash that stands between numbers. */
    static String range(String code) {
        return code.replaceAll("(\\d)-(\\d)", "$1–$2");
    }

    /** True when the word of a class can stand in an area. */
    static boolean fits(MapPlan.Circle centre, double step) {
        return centre.radius() >= ROOM * step;
    }
}
