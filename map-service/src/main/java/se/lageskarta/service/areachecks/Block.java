package se.lageskarta.service.areachecks;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Months of some datasets that are counted together. Blocks that have been told never share a month of a dataset, so that
 * none of their numbers can be subtracted from another's: periods are made of whole blocks.
 *
 * @param from first month
 * @param to last month
 * @param datasets numbers of datasets, at least one
 */
record Block(YearMonth from, YearMonth to, SortedSet<Long> datasets) {
    Block {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to is " + to + ", but must not be before " + from);
        }
        if (datasets.isEmpty()) {
            throw new IllegalArgumentException("datasets is empty, but must hold at least one");
        }
        datasets = new TreeSet<>(datasets);
    }

    /**
     * What a period is answered with.
     *
     * @param blocks disjoint; those told before first
     * @param lost months of datasets that were told together with one that is gone: nothing more can be told of them
     */
    record Cover(YearMonth from, YearMonth to, List<Block> blocks, List<Block> lost) {
        Cover {
            blocks = List.copyOf(blocks);
            lost = List.copyOf(lost);
        }
    }

    /**
     * The blocks that answer a period: those told before that it meets, as a whole, and new ones for what is left.
     *
     * @param told blocks that have been told before, disjoint
     * @param datasets those that are counted now
     */
    static Cover covering(YearMonth from, YearMonth to, Set<Long> datasets, List<Block> told) {
        YearMonth first = from;
        YearMonth last = to;
        Set<Block> met = new TreeSet<>(ORDER);
        for (boolean grew = true; grew; ) {
            grew = false;
            for (Block block : told) {
                boolean meets = !block.from.isAfter(last) && !block.to.isBefore(first) && block.sharesAny(datasets);
                if (meets && met.add(block)) {
                    first = min(first, block.from);
                    last = max(last, block.to);
                    grew = true;
                }
            }
        }
        List<Block> usable = met.stream()
                .filter(block -> datasets.containsAll(block.datasets))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Block> lost = met.stream()
                .filter(block -> !datasets.containsAll(block.datasets))
                .toList();
        usable.addAll(left(first, last, datasets, met));
        return new Cover(first, last, usable, lost);
    }

    private static final Comparator<Block> ORDER =
            Comparator.comparing(Block::from).thenComparing(Block::to).thenComparing(Block::key);

    /** Runs of months with the same datasets that no block has. */
    private static List<Block> left(YearMonth first, YearMonth last, Set<Long> datasets, Set<Block> met) {
        TreeMap<YearMonth, SortedSet<Long>> free = new TreeMap<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            SortedSet<Long> here = new TreeSet<>(datasets);
            for (Block block : met) {
                if (!month.isBefore(block.from) && !month.isAfter(block.to)) {
                    here.removeAll(block.datasets);
                }
            }
            free.put(month, here);
        }
        List<Block> blocks = new ArrayList<>();
        YearMonth begun = first;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth next = month.plusMonths(1);
            SortedSet<Long> here = free.getOrDefault(month, new TreeSet<>());
            if (!here.equals(free.get(next))) {
                if (!here.isEmpty()) {
                    blocks.add(new Block(begun, month, here));
                }
                begun = next;
            }
        }
        return blocks;
    }

    /** The datasets as they are stored. */
    String key() {
        return datasets.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    static Block stored(int fromMonth, int toMonth, String datasets) {
        return new Block(
                month(fromMonth),
                month(toMonth),
                Arrays.stream(datasets.split("\\.")).map(Long::valueOf).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Months since year 0. */
    static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    private static YearMonth month(int number) {
        return YearMonth.of(number / 12, number % 12 + 1);
    }

    private boolean sharesAny(Set<Long> others) {
        return datasets.stream().anyMatch(others::contains);
    }

    private static YearMonth min(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private static YearMonth max(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }
}
