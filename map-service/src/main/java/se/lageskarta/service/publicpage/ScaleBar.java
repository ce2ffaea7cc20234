package se.lageskarta.service.publicpage;

/** How long a scale bar is. */
final class ScaleBar {
    private ScaleBar() {}

    /** The longest of 1, 2 and 5 times a power of ten metres that is not longer. */
    static double metres(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double leading = most / power;
        return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
    }

    static String words(double metres) {
        return metres >= 1000 ? Math.round(metres / 1000) + " km" : Math.round(metres) + " m";
    }
}
