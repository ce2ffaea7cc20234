package se.lageskarta.geo.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.privacy.GateAnswer.Rule;

/**
 * The numbers of {@link ReleaseGate} one at a time: takes a number when all taken so far may be told together with it. O(its
 * atoms + depth × sets it touches) each.
 *
 * <p>A part of what the gate accepts is accepted too: what is left of a set then is a sum of remainders and numbers, each of
 * them 0 or at least k. So numbers may be offered in any order.
 */
final class NumberForest {
    private static final int NONE = -1;

    private final int k;
    /** The smallest set around each atom. */
    private final int[] innermost;

    private final List<Node> nodes = new ArrayList<>();

    /** A set that was taken. */
    private static final class Node {
        private final int size;
        private final long value;
        private int parent;
        /** The value less the values of the largest sets within. */
        private long rest;
        /** How many atoms it shares with the number that is offered. */
        private int shared;

        private Node(int size, long value, int parent, long rest) {
            this.size = size;
            this.value = value;
            this.parent = parent;
            this.rest = rest;
        }
    }

    /** @param atoms atoms are 0 to this less one */
    NumberForest(int k, int atoms) {
        this.k = k;
        innermost = new int[atoms];
        Arrays.fill(innermost, NONE);
    }

    /**
     * Takes a number if it may be told.
     *
     * @return the rule that it would break; null when it was taken, or had been taken before
     */
    @Nullable
    Rule offer(int[] atoms, long value) {
        if (value < k) {
            return Rule.LARGE_ENOUGH;
        }
        List<Integer> touched = touched(atoms);
        try {
            return offer(atoms, value, touched);
        } finally {
            touched.forEach(each -> nodes.get(each).shared = 0);
        }
    }

    private @Nullable Rule offer(int[] atoms, long value, List<Integer> touched) {
        int parent = NONE;
        for (int each : touched) {
            Node node = nodes.get(each);
            if (node.shared == atoms.length && node.size == atoms.length) {
                return node.value == value ? null : Rule.LAMINAR;
            }
            if (node.shared != atoms.length && node.shared != node.size) {
                return Rule.LAMINAR;
            }
            if (node.shared == atoms.length && (parent == NONE || node.size < nodes.get(parent).size)) {
                parent = each;
            }
        }
        long within = 0;
        for (int each : touched) {
            if (isWithin(each, parent, atoms.length)) {
                within += nodes.get(each).value;
            }
        }
        if (tells(value - within) || parent != NONE && tells(nodes.get(parent).rest + within - value)) {
            return Rule.REMAINDER;
        }
        take(atoms, value, parent, value - within, touched);
        return null;
    }

    private void take(int[] atoms, long value, int parent, long rest, List<Integer> touched) {
        int number = nodes.size();
        if (parent != NONE) {
            // the sets within were taken away from it already
            nodes.get(parent).rest -= rest;
        }
        for (int each : touched) {
            if (isWithin(each, parent, atoms.length)) {
                nodes.get(each).parent = number;
            }
        }
        nodes.add(new Node(atoms.length, value, parent, rest));
        for (int atom : atoms) {
            if (innermost[atom] == parent) {
                innermost[atom] = number;
            }
        }
    }

    /** True for the largest sets within the one that is offered. */
    private boolean isWithin(int each, int parent, int size) {
        Node node = nodes.get(each);
        return node.parent == parent && node.shared == node.size && node.size < size;
    }

    private boolean tells(long rest) {
        return rest != 0 && rest < k;
    }

    /** The sets that share atoms with the one that is offered. */
    private List<Integer> touched(int[] atoms) {
        List<Integer> touched = new ArrayList<>();
        int[] at = new int[atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            at[i] = innermost[atoms[i]];
        }
        Arrays.sort(at);
        for (int i = 0; i < at.length; ) {
            int end = i;
            while (end < at.length && at[end] == at[i]) {
                end++;
            }
            for (int each = at[i]; each != NONE; each = nodes.get(each).parent) {
                if (nodes.get(each).shared == 0) {
                    touched.add(each);
                }
                nodes.get(each).shared += end - i;
            }
            i = end;
        }
        return touched;
    }
}
