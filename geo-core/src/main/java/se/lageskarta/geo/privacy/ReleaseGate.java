package se.lageskarta.geo.privacy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import se.lageskarta.geo.privacy.GateAnswer.Rule;

/**
 * Decides whether numbers may be public together: everything ever published and what is about to be. Three rules, so that
 * no sum and difference of published numbers isolates between 1 and k − 1 incidents:
 *
 * <ul>
 *   <li>G1: any two sets are disjoint or nested, and an equal set keeps its number;
 *   <li>G2: every number is at least k;
 *   <li>G3: a set's number less the numbers of the largest published sets within it is 0 or at least k.
 * </ul>
 *
 * The sets then form a forest, and the smallest differences are those of G3: a difference of sums that isolates a group is a
 * union of disjoint trees and remainders, each of them 0 or at least k. Numbers that contradict each other, such as a part
 * larger than its whole, break G3.
 *
 * <p>The order of publication does not matter: a remainder that is too small cannot be mended by publishing more, for no set
 * within it may be published. So the whole history is judged at once.
 *
 * <p>O(S log m + m log m) time for m sets with S atoms together, O(m + largest atom) memory. Known limit: who knows of some
 * incidents already (the victim's neighbour, say) may subtract them too; thresholds of households and of the most-hit dwelling
 * are there for that.
 *
 * @param k smallest number that may be told, 1 to 1,000
 */
public record ReleaseGate(int k) {
    private static final int NONE = -1;
    private static final int MOST = 1_000;

    public ReleaseGate {
        if (k < 1 || k > MOST) {
            throw new IllegalArgumentException("k is " + k + ", but must be 1 to " + MOST);
        }
    }

    /** @param numbers everything published and wanted, in any order */
    public GateAnswer judge(List<PublishedNumber> numbers) {
        int[] parent = new int[numbers.size()];
        Integer[] largestFirst = IntStream.range(0, numbers.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(
                largestFirst,
                Comparator.comparingInt((Integer i) -> -numbers.get(i).atoms().length)
                        .thenComparing(Comparator.naturalOrder()));
        GateAnswer crossing = nest(numbers, largestFirst, parent);
        if (!crossing.accepted()) {
            return crossing;
        }
        for (int i = 0; i < parent.length; i++) {
            if (numbers.get(i).value() < k) {
                return tooSmall(numbers, i);
            }
        }
        return remainders(numbers, parent);
    }

    /**
     * Finds the smallest set around each, the larger ones first. As long as the sets seen before are nested, a set lies in or
     * outside each of them exactly when all its atoms have the same innermost set.
     */
    private static GateAnswer nest(List<PublishedNumber> numbers, Integer[] largestFirst, int[] parent) {
        int[] innermost = new int[largestAtom(numbers) + 1];
        Arrays.fill(innermost, NONE);
        for (int i : largestFirst) {
            PublishedNumber number = numbers.get(i);
            int around = innermost[number.atoms()[0]];
            for (int atom : number.atoms()) {
                if (innermost[atom] != around) {
                    return crossing(numbers, i, crossed(number, around, innermost[atom], numbers, parent));
                }
            }
            if (around != NONE && numbers.get(around).atoms().length == number.atoms().length) {
                if (numbers.get(around).value() != number.value()) {
                    return changed(numbers, i, around);
                }
                // told again: it stands where the first telling stands
                parent[i] = around;
                continue;
            }
            parent[i] = around;
            for (int atom : number.atoms()) {
                innermost[atom] = i;
            }
        }
        return GateAnswer.ACCEPTED;
    }

    /** Which set around one atom, and not around all of the number's, it is that the number crosses. */
    private static int crossed(
            PublishedNumber number, int around, int other, List<PublishedNumber> numbers, int[] parent) {
        for (int start : new int[] {around, other}) {
            for (int set = start; set != NONE; set = parent[set]) {
                if (!holds(numbers.get(set).atoms(), number.atoms())) {
                    return set;
                }
            }
        }
        throw new IllegalStateException("sets that are all around a number have one innermost");
    }

    private static boolean holds(int[] outer, int[] inner) {
        return Arrays.stream(inner).allMatch(atom -> Arrays.binarySearch(outer, atom) >= 0);
    }

    private static int largestAtom(List<PublishedNumber> numbers) {
        int largest = 0;
        for (PublishedNumber number : numbers) {
            if (number.atoms()[0] < 0) {
                throw new IllegalArgumentException("an atom is " + number.atoms()[0] + ", but must be 0 or more");
            }
            largest = Math.max(largest, number.atoms()[number.atoms().length - 1]);
        }
        return largest;
    }

    private GateAnswer remainders(List<PublishedNumber> numbers, int[] parent) {
        long[] left = new long[parent.length];
        int[] smallestWithin = new int[parent.length];
        Arrays.fill(smallestWithin, NONE);
        for (int i = 0; i < left.length; i++) {
            left[i] += numbers.get(i).value();
            int around = parent[i];
            if (around == NONE || isEqual(numbers, i, around)) {
                continue;
            }
            left[around] -= numbers.get(i).value();
            int least = smallestWithin[around];
            if (least == NONE || numbers.get(i).value() < numbers.get(least).value()) {
                smallestWithin[around] = i;
            }
        }
        for (int i = 0; i < left.length; i++) {
            if (smallestWithin[i] != NONE && left[i] != 0 && left[i] < k) {
                return remainder(numbers, i, smallestWithin[i], left[i]);
            }
        }
        return GateAnswer.ACCEPTED;
    }

    private static boolean isEqual(List<PublishedNumber> numbers, int one, int around) {
        return numbers.get(one).atoms().length == numbers.get(around).atoms().length;
    }

    private static GateAnswer crossing(List<PublishedNumber> numbers, int one, int other) {
        String first = numbers.get(one).name();
        String second = numbers.get(other).name();
        return new GateAnswer(
                Rule.LAMINAR,
                List.of(one, other),
                0,
                "%s och %s överlappar utan att det ena ryms i det andra. Välj samma områden, tider och typer som förut, eller slå ihop dem."
                        .formatted(first, second),
                "%s and %s overlap without one lying within the other. Choose the same areas, times and types as before, or merge them."
                        .formatted(first, second));
    }

    private static GateAnswer changed(List<PublishedNumber> numbers, int one, int other) {
        long now = numbers.get(one).value();
        long before = numbers.get(other).value();
        return new GateAnswer(
                Rule.LAMINAR,
                List.of(one, other),
                Math.abs(now - before),
                "%s har redan publicerats med talet %d och kan inte få talet %d. Behåll talet; rättelser går med i nästa period."
                        .formatted(numbers.get(other).name(), before, now),
                "%s has been published as %d already and cannot become %d. Keep the number; corrections go into the next period."
                        .formatted(numbers.get(other).name(), before, now));
    }

    private GateAnswer tooSmall(List<PublishedNumber> numbers, int one) {
        PublishedNumber number = numbers.get(one);
        return new GateAnswer(
                Rule.LARGE_ENOUGH,
                List.of(one),
                number.value(),
                "%s är %d, och minst %d krävs. Slå ihop området med ett grannområde, eller ta bort serien."
                        .formatted(number.name(), number.value(), k),
                "%s is %d, and at least %d is needed. Merge the area with a neighbour, or drop the series."
                        .formatted(number.name(), number.value(), k));
    }

    private GateAnswer remainder(List<PublishedNumber> numbers, int whole, int part, long left) {
        String name = numbers.get(whole).name();
        String within = numbers.get(part).name();
        return new GateAnswer(
                Rule.REMAINDER,
                List.of(part, whole),
                left,
                "Om delarna av %s dras ifrån blir det %d kvar, och det får vara 0 eller minst %d. Slå ihop %s med resten, eller ta bort summan."
                        .formatted(name, left, k, within),
                "With its parts taken away %s leaves %d, which may be 0 or at least %d. Merge %s with the rest, or drop the total."
                        .formatted(name, left, k, within));
    }
}
