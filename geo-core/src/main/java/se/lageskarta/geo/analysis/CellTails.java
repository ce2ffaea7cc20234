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
 * @param way how it was judged
 * @param high probability that chance makes it as hot
 * @param low probability that chance makes it as cold
 * @param highQ the same corrected for the cells looked at
 * @param lowQ likewise
 */
record CellTails(Way way, double[] high, double[] low, double[] highQ, double[] lowQ) {
    private static final int PERMUTATIONS = 9_999;
    /** With fewer, no cell of a large area can be sure. */
    private static final int LEAST_PERMUTATIONS = 999;

    private static final double MOST_EXACT_STEPS = 8e9;
    private static final double MOST_DRAWS = 5e8;
    private static final double NANOS_A_DRAW = 6;

    /**
     * How chance is judged.
     *
     * @param word {@code exact}, {@code permutation} or {@code normal}
     * @param permutations for the second
     */
    record Way(String word, int permutations) {
        /** The way chosen, or the one that fits: exact, else as many permutations as a few seconds allow. */
        static Way of(Neighbours neighbours, double[] count, Chosen chosen) {
            int fitting = (int) Math.min(PERMUTATIONS, MOST_DRAWS / Math.max(1, draws(neighbours, count)));
            int permutations = chosen.whole("permutations", Math.max(LEAST_PERMUTATIONS, fitting));
            if (chosen.has("significance")) {
                return new Way(chosen.word("significance", "exact"), permutations);
            }
            if (chosen.has("permutations")) {
                return new Way("permutation", permutations);
            }
            if (ExactTail.suits(count) && new ExactTail(neighbours, count).steps() <= MOST_EXACT_STEPS) {
                return new Way("exact", permutations);
            }
            return new Way(fitting >= LEAST_PERMUTATIONS ? "permutation" : "normal", permutations);
        }

        /** Steps of a nanosecond, more or less. */
        long effort(Neighbours neighbours, double[] count) {
            double steps = 50.0 * count.length;
            if (word.equals("exact")) {
                steps += new ExactTail(neighbours, count).steps();
            } else if (word.equals("permutation")) {
                steps += 2 * NANOS_A_DRAW * draws(neighbours, count) * permutations;
            }
            return (long) Math.min(steps, Long.MAX_VALUE / 2.0);
        }

        /** In a sentence. */
        Words words() {
            return switch (word) {
                case "exact" ->
                    new Words(
                            "exakt sannolikhet över alla sätt att fördela rutornas antal",
                            "exact probability over all ways to shuffle the cells' counts");
                case "permutation" ->
                    new Words(
                            permutations + " omblandningar av rutornas antal",
                            permutations + " shuffles of the cells' counts");
                default -> new Words("normalfördelningen", "the normal curve");
            };
        }

        private Words why() {
            return switch (word) {
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
                            "Omblandning skulle ta för lång tid; fler rutor än som är säkra kan visas.",
                            "Shuffling would take too long; more squares than are sure may show.");
            };
        }
    }

    /** Draws for each permutation: cells whose neighbours hold nothing draw nothing. */
    private static double draws(Neighbours neighbours, double[] count) {
        double[] sums = neighbours.sums(count);
        double draws = 0;
        for (int i = 0; i < sums.length; i++) {
            draws += sums[i] > 0 ? neighbours.counts()[i] : 0;
        }
        return draws;
    }

    /** @param z for the normal curve */
    static CellTails of(Neighbours neighbours, double[] count, double[] z, Way way, long seed, BooleanSupplier stop) {
        double[] high;
        double[] low;
        if (way.word.equals("exact")) {
            ExactTail.Tails tails = new ExactTail(neighbours, count).tails(stop);
            high = tails.high();
            low = tails.low();
        } else if (way.word.equals("permutation")) {
            PermutationTail tail = new PermutationTail(way.permutations, seed);
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

    /** Says in the answer how the chance was judged, and why so. */
    void describe(AnalysisResult.Builder answer, Chosen chosen) {
        boolean automatic = !chosen.has("significance") && !chosen.has("permutations");
        answer.parameter("significance", way.word, "", automatic, way.why());
        if (way.word.equals("permutation")) {
            answer.parameter(
                    "permutations",
                    way.permutations,
                    "",
                    !chosen.has("permutations"),
                    new Words(
                            "Minsta möjliga sannolikhet är 1/" + (way.permutations + 1) + ".",
                            "The least probability there can be is 1/" + (way.permutations + 1) + "."));
        }
    }
}
