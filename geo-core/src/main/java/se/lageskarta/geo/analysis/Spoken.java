package se.lageskarta.geo.analysis;

import java.util.Locale;

/** Numbers inside sentences: a comma in Swedish, a point in English. */
final class Spoken {
    private Spoken() {}

    static String en(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    static String sv(double number, int decimals) {
        return en(number, decimals).replace('.', ',').replace('-', '−');
    }

    /** A share as whole per cent, or with one decimal below one. */
    static String percentSv(double share) {
        return sv(100 * share, decimals(share)) + " %";
    }

    static String percentEn(double share) {
        return en(100 * share, decimals(share)) + " %";
    }

    private static int decimals(double share) {
        return share > 0 && share < 0.0995 ? 1 : 0;
    }
}
