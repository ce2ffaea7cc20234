package se.lageskarta.geo.geocode;

/**
 * How unlikely it is that somebody who meant one name wrote another: Damerau's and Levenshtein's edits (letters changed,
 * added, dropped, or swapped with their neighbour), each weighted by how often people do it. An ordinary slip costs 1;
 * a dropped dot or ring 0.15, a doubled letter 0.2, a neighbouring key 0.7; slips in an ending such as -gatan cost
 * about half, because they seldom make it another name. O(written × meant). Not safe for several threads.
 */
final class SlipCost {
    /** Names longer than this are compared by their beginning. */
    static final int LONGEST = 60;

    private static final double DROPPED_DIACRITIC = 0.15;
    private static final double DROPPED_AMONG_KEPT = 0.6;
    private static final double ADDED_DIACRITIC = 0.7;
    private static final double DOUBLED = 0.2;
    private static final double BLANK = 0.1;
    private static final double SWAPPED = 0.6;
    private static final double LETTER = 0.9;
    private static final double NEAR_KEY = 0.7;
    private static final double OTHER = 1.0;
    private static final double DIGIT = 4;
    private static final double FIRST_LETTER = 1.25;
    private static final double ENDING = 0.55;
    private static final String[] KEYS = {"qwertyuiopå", "asdfghjklöä", "zxcvbnm"};
    private static final String ALIKE = "dt td sz zs cs sc ck kc ij ji yi iy äe eä éä äé gk kg pb bp uo ou yj jy mn nm";
    private static final String VOWELS = "aeiouyåäö";

    private final double[][] rows = new double[3][LONGEST + 1];

    /**
     * @param written plain spelling
     * @param meant plain spelling
     * @param stem number of letters of {@code meant} before its ending
     * @param most gives up above this
     * @return the cost; infinite above {@code most}
     */
    double of(String written, String meant, int stem, double most) {
        int n = Math.min(written.length(), LONGEST);
        int m = Math.min(meant.length(), LONGEST);
        boolean keepsDiacritics = Spelling.hasDiacritic(written);
        double[] beforeLast = rows[0];
        double[] last = rows[1];
        double[] now = rows[2];
        last[0] = 0;
        for (int j = 1; j <= m; j++) {
            last[j] = last[j - 1] + single(meant, j - 1) * zone(j - 1, stem);
        }
        for (int i = 1; i <= n; i++) {
            char w = written.charAt(i - 1);
            now[0] = last[0] + single(written, i - 1) * zone(0, stem);
            double least = now[0];
            for (int j = 1; j <= m; j++) {
                char t = meant.charAt(j - 1);
                double zone = zone(j - 1, stem);
                double cost = last[j - 1] + (w == t ? 0 : change(w, t, keepsDiacritics) * zone);
                cost = Math.min(cost, last[j] + added(written, i - 1, t) * zone(Math.min(j, m - 1), stem));
                cost = Math.min(cost, now[j - 1] + single(meant, j - 1) * zone);
                if (i > 1 && j > 1 && w == meant.charAt(j - 2) && written.charAt(i - 2) == t && w != t) {
                    cost = Math.min(cost, beforeLast[j - 2] + SWAPPED * zone(j - 2, stem));
                }
                now[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return Double.POSITIVE_INFINITY;
            }
            double[] spare = beforeLast;
            beforeLast = last;
            last = now;
            now = spare;
        }
        rows[0] = beforeLast;
        rows[1] = last;
        rows[2] = now;
        return last[m] > most ? Double.POSITIVE_INFINITY : last[m];
    }

    private static double zone(int place, int stem) {
        return place == 0 ? FIRST_LETTER : place >= stem ? ENDING : 1;
    }

    /** A letter that only one of the two has: dropped, or added. */
    private static double single(String text, int i) {
        char c = text.charAt(i);
        if (c == ' ') {
            return BLANK;
        }
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        boolean doubled = (i > 0 && text.charAt(i - 1) == c) || (i + 1 < text.length() && text.charAt(i + 1) == c);
        if (doubled) {
            return DOUBLED;
        }
        boolean silent = c == 'h' || (c == 'c' && i + 1 < text.length() && text.charAt(i + 1) == 'k');
        return silent ? 0.4 : LETTER;
    }

    /** The s that joins words (Björktrast-s-vägen) is added and left out without thought. */
    private static double added(String written, int i, char next) {
        double cost = single(written, i);
        return written.charAt(i) == 's' && (next == 'g' || next == 'v') ? Math.min(cost, 0.5) : cost;
    }

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzåäöéèüø ";
    private static final double[] CHANGES = changes();

    private static double change(char written, char meant, boolean keepsDiacritics) {
        if (Character.isDigit(written) || Character.isDigit(meant)) {
            return DIGIT;
        }
        int w = letter(written);
        int m = letter(meant);
        double cost = w < 0 || m < 0 ? OTHER : CHANGES[w * ALPHABET.length() + m];
        return cost == DROPPED_DIACRITIC && keepsDiacritics ? DROPPED_AMONG_KEPT : cost;
    }

    private static int letter(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' : ALPHABET.indexOf(c, 26);
    }

    private static double[] changes() {
        int letters = ALPHABET.length();
        double[] changes = new double[letters * letters];
        for (int w = 0; w < letters; w++) {
            for (int m = 0; m < letters; m++) {
                changes[w * letters + m] = change(ALPHABET.charAt(w), ALPHABET.charAt(m));
            }
        }
        return changes;
    }

    private static double change(char written, char meant) {
        char plainWritten = undotted(written);
        char plainMeant = undotted(meant);
        if (plainWritten == plainMeant) {
            return diacritic(written, meant, plainMeant);
        }
        if ((written == 'w' && meant == 'v') || (written == 'v' && meant == 'w')) {
            return 0.1;
        }
        if (written == ' ' || meant == ' ') {
            return LETTER + BLANK;
        }
        if (ALIKE.contains("" + written + meant)) {
            return 0.45;
        }
        if (nearKeys(written, meant)) {
            return NEAR_KEY;
        }
        return VOWELS.indexOf(written) >= 0 && VOWELS.indexOf(meant) >= 0 ? 0.75 : OTHER;
    }

    private static double diacritic(char written, char meant, char plain) {
        boolean small = "éèü".indexOf(written) >= 0 || "éèü".indexOf(meant) >= 0;
        if (small) {
            return 0.05;
        }
        if (written == plain) {
            return DROPPED_DIACRITIC;
        }
        return meant == plain ? ADDED_DIACRITIC : 0.4;
    }

    private static char undotted(char c) {
        return switch (c) {
            case 'å', 'ä', 'à', 'á' -> 'a';
            case 'ö', 'ø' -> 'o';
            case 'é', 'è' -> 'e';
            case 'ü' -> 'u';
            default -> c;
        };
    }

    private static boolean nearKeys(char a, char b) {
        for (int row = 0; row < KEYS.length; row++) {
            int at = KEYS[row].indexOf(a);
            if (at >= 0) {
                for (int other = Math.max(0, row - 1); other <= Math.min(KEYS.length - 1, row + 1); other++) {
                    int there = KEYS[other].indexOf(b);
                    if (there >= 0 && Math.abs(at - there) <= 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
