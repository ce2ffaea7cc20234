package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import se.lageskarta.geo.stats.ExactTail;
import se.lageskarta.geo.stats.FalseDiscovery;
import se.lageskarta.geo.stats.GiStar;
import se.lageskarta.geo.stats.Neighbours;
import se.lageskarta.geo.stats.PermutationTail;

/**
 * How sure each cell's heat is: the exact tail where counts are small enough, else permutations, else the normal
 * curve; each corrected for the number of cells looked at.
 *
 * @param way {@code exact}, {@code permutation} or {@code normal}
 * @param high probability that chance makes it as hot
 * @param low probability that chance makes it as cold
 * @param highQ the same corrected for the cells looked at
 * @param lowQ likewise
 */
record CellTails(String way, double[] high, double[] low, double[] highQ, double[] lowQ) {
    static final int PERMUTATIONS = 9_999;

    private static final double MOST_EXACT_STEPS = 8e9;
    private static final double MOST_DRAWS = 2e9;
    private static final double NANOS_A_DRAW = 6;

    /** The way that fits, when none was chosen. */
    private static String automatic(Neighbours neighbours, double[] count, int permutations) {
        if (ExactTail.suits(count) && new ExactTail(neighbours, count).steps() <= MOST_EXACT_STEPS) {
            return "exact";
        }
        return draws(neighbours, count, permutations) <= MOST_DRAWS ? "permutation" : "normal";
    }

    /** Steps of a nanosecond, more or less. */
    static long effort(Neighbours neighbours, double[] count, String way, int permutations) {
        double steps = 50.0 * count.length;
        if (way.equals("exact")) {
            steps += new ExactTail(neighbours, count).steps();
        } else if (way.equals("permutation")) {
            steps += 2 * NANOS_A_DRAW * draws(neighbours, count, permutations);
        }
        return (long) Math.min(steps, Long.MAX_VALUE / 2.0);
    }

    /** Cells whose neighbours hold nothing draw nothing. */
    private static double draws(Neighbours neighbours, double[] count, int permutations) {
        double[] sums = neighbours.sums(count);
        double pairs = 0;
        for (int i = 0; i < sums.length; i++) {
            pairs += sums[i] > 0 ? neighbours.counts()[i] : 0;
        }
        return pairs * permutations;
    }

    static CellTails of(
            Neighbours neighbours,
            double[] count,
            double[] z,
            String way,
            int permutations,
            long seed,
            BooleanSupplier stop) {
        double[] high;
        double[] low;
        if (way.equals("exact")) {
            ExactTail.Tails tails = new ExactTail(neighbours, count).tails(stop);
            high = tails.high();
            low = tails.low();
        } else if (way.equals("permutation")) {
            PermutationTail tail = new PermutationTail(permutations, seed);
            high = tail.high(neighbours, count, stop);
            low = tail.low(neighbours, count, stop);
        } else {
            high = oneSided(z, 1);
            low = oneSided(z, -1);
        }
        return new CellTails(
                way, high, low, FalseDiscovery.benjaminiHochberg(high), FalseDiscovery.benjaminiHochberg(low));
    }

    private static double[] oneSided(double[] z, int side) {
        return Arrays.stream(z)
                .map(one -> {
                    double half = GiStar.twoSided(one) / 2;
                    return one * side > 0 ? half : 1 - half;
                })
                .toArray();
    }

    /** The way chosen, or the one that fits. */
    static String way(Neighbours neighbours, double[] count, Chosen chosen) {
        return chosen.has("significance")
                ? chosen.word("significance", "exact")
                : automatic(neighbours, count, permutations(chosen));
    }

    static int permutations(Chosen chosen) {
        return chosen.whole("permutations", PERMUTATIONS);
    }

    /** Says in the answer how the chance was judged, and why so. */
    void describe(AnalysisResult.Builder answer, Chosen chosen) {
        answer.parameter(
                "significance",
                way,
                "",
                !chosen.has("significance"),
                switch (way) {
                    case "exact" ->
                        new Words(
                                "Antalen är små nog att räkna alla omblandningar, utan lottning.",
                                "Counts are small enough to count every shuffle, without drawing lots.");
                    case "permutation" ->
                        new Words(
                                "Många rutor är tomma, och då gäller inte normalfördelningen.",
                                "Many squares are empty, and then the normal curve does not hold.");
                    default ->
                        new Words(
                                "Så många händelser att omblandning inte behövs och skulle ta för lång tid.",
                                "So many incidents that shuffling is not needed and would take too long.");
                });
        if (way.equals("permutation")) {
            answer.parameter(
                    "permutations",
                    permutations(chosen),
                    "",
                    !chosen.has("permutations"),
                    new Words(
                            "Minsta möjliga sannolikhet är 1/" + (permutations(chosen) + 1) + ".",
                            "The least probability there can be is 1/" + (permutations(chosen) + 1) + "."));
        }
    }

    /** How the chance was judged, in words. */
    static Words words(String way, int permutations) {
        return switch (way) {
            case "exact" ->
                new Words(
                        "exakt sannolikhet över alla sätt att fördela rutornas antal",
                        "exact probability over all ways to shuffle the cells' counts");
            case "permutation" ->
                new Words(
                        permutations + " omblandningar av rutornas antal",
                        permutations + " shuffles of the cells' counts");
            default ->
                new Words("normalfördelningen, för att antalen är stora", "the normal curve, as counts are large");
        };
    }
}
