package se.lageskarta.geo.hotspot;

/**
 * The parameters an analysis was made with, and why.
 *
 * <p>Automatic rule for crime: up to 3,000 incidents 75 m and the greater of 6 and one in a hundred, and
 * clusters longer than six times the distance are looked at again with half of it; above that 100 m and the
 * greater of 30 and one in two thousand. For unsafe places 45 m and 6 people. These found all planted
 * hotspots of an invented municipality of 9,500 people, and no other, in one, three and five years.
 *
 * @param epsMetres greatest distance between neighbours
 * @param minPts least number (incidents, or people for unsafe places) within that distance
 * @param automatic true unless someone gave one of the two
 * @param splitsLongOnes whether long clusters are looked at again
 * @param whySv the rule that gave the numbers, in Swedish
 * @param whyEn the same in English
 */
public record HotspotParameters(
        double epsMetres, int minPts, boolean automatic, boolean splitsLongOnes, String whySv, String whyEn) {
    private static final int TOWN = 3000;

    /** Those for so many incidents, unless chosen. */
    public static HotspotParameters forCrime(int incidents, HotspotOptions options) {
        boolean town = incidents <= TOWN;
        double eps = town ? 75 : 100;
        int least = town ? Math.max(6, ceilOf(incidents, 100)) : Math.max(30, ceilOf(incidents, 2000));
        String whySv = town
                ? "Högst 3 000 händelser: 75 meter och minst en av hundra, dock minst 6."
                : "Fler än 3 000 händelser: 100 meter och minst en av tvåtusen, dock minst 30.";
        String whyEn = town
                ? "At most 3,000 incidents: 75 metres and at least one in a hundred, but no fewer than 6."
                : "More than 3,000 incidents: 100 metres and at least one in two thousand, but no fewer than 30.";
        return chosen(eps, least, town, whySv, whyEn, options);
    }

    /** Those for survey marks, unless chosen. */
    public static HotspotParameters forUnsafety(HotspotOptions options) {
        return chosen(
                45,
                6,
                false,
                "Enkätsvar: 45 meter och minst 6 personer.",
                "Survey answers: 45 metres and at least 6 people.",
                options);
    }

    private static HotspotParameters chosen(
            double eps, int least, boolean split, String whySv, String whyEn, HotspotOptions options) {
        boolean automatic = options.epsMetres() == null && options.minPts() == null;
        if (automatic) {
            return new HotspotParameters(eps, least, true, split, whySv, whyEn);
        }
        return new HotspotParameters(
                options.epsMetres() == null ? eps : options.epsMetres(),
                options.minPts() == null ? least : options.minPts(),
                false,
                false,
                "Valda i frågan.",
                "Chosen in the question.");
    }

    private static int ceilOf(int count, int part) {
        return (count + part - 1) / part;
    }
}
