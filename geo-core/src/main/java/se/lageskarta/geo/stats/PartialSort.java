package se.lageskarta.geo.stats;

/**
 * Sorts only as much of an array as it takes to find the two middle values, by Singleton's quicksort (1969,
 * Communications of the ACM 12, algorithm 347).
 *
 * <p>R's {@code stl} finds its median residual so, and asks for the two middle ranks in descending order, for
 * which the method is not made: when a part ends just between them, one of the two is some value of the
 * neighbouring part instead. {@link Stl} keeps to that, because its robust answers are to be R's.
 */
final class PartialSort {
    private static final int SHORT = 10;

    private final double[] value;
    /** Ranks asked for, from 0, in R's order. */
    private final int[] rank;

    private final int[] partFrom = new int[64];
    private final int[] partTo = new int[64];
    private final int[] rankFrom = new int[64];
    private final int[] rankTo = new int[64];
    private int parts;

    private int from;
    private int to;
    private int first;
    private int last;

    private PartialSort(double[] value) {
        this.value = value;
        int n = value.length;
        rank = new int[] {n / 2, n - n / 2 - 1};
    }

    /** Sum of the two middle values as R finds them. */
    static double sumOfMiddles(double[] values) {
        PartialSort sort = new PartialSort(values.clone());
        sort.run();
        return sort.value[sort.rank[0]] + sort.value[sort.rank[1]];
    }

    private void run() {
        from = 0;
        to = value.length - 1;
        first = 0;
        last = rank.length - 1;
        boolean more = from < to;
        while (more) {
            boolean wanted = true;
            // the leftmost part has nothing before it to stop at, so it is divided to the end
            while (wanted && (to - from > SHORT || from == 0 && from < to)) {
                wanted = divide();
            }
            if (wanted && from > 0) {
                insert();
            }
            more = next();
        }
    }

    /** Divides the part and goes on with the shorter one; false when no rank lies there. */
    private boolean divide() {
        int middle = (from + to) >>> 1;
        order(from, middle);
        if (value[to] < value[middle]) {
            swap(middle, to);
            order(from, middle);
        }
        double pivot = value[middle];
        int left = from;
        int right = to;
        while (true) {
            do {
                right--;
            } while (value[right] > pivot);
            do {
                left++;
            } while (value[left] < pivot);
            if (left > right) {
                break;
            }
            swap(left, right);
        }
        rankFrom[parts] = first;
        rankTo[parts] = last;
        return right - from <= to - left ? goLeft(left, right) : goRight(left, right);
    }

    private boolean goLeft(int left, int right) {
        int later = parts++;
        partFrom[later] = left;
        partTo[later] = to;
        to = right;
        while (first <= last && rank[last] > to) {
            last--;
        }
        if (first > last) {
            return false;
        }
        rankFrom[later] = last + 1;
        return true;
    }

    private boolean goRight(int left, int right) {
        int later = parts++;
        partFrom[later] = from;
        partTo[later] = right;
        from = left;
        while (first <= last && rank[first] < from) {
            first++;
        }
        if (first > last) {
            return false;
        }
        rankTo[later] = first - 1;
        return true;
    }

    /** Takes up a part put aside in which a rank lies; false when there is none. */
    private boolean next() {
        while (parts > 0) {
            parts--;
            from = partFrom[parts];
            to = partTo[parts];
            first = rankFrom[parts];
            last = rankTo[parts];
            if (first <= last) {
                return true;
            }
        }
        return false;
    }

    /** Sorts a short part; what stands before it is not greater. */
    private void insert() {
        for (int i = from; i < to; i++) {
            double moved = value[i + 1];
            int k = i;
            while (value[k] > moved) {
                value[k + 1] = value[k];
                k--;
            }
            value[k + 1] = moved;
        }
    }

    private void order(int low, int high) {
        if (value[low] > value[high]) {
            swap(low, high);
        }
    }

    private void swap(int i, int j) {
        double held = value[i];
        value[i] = value[j];
        value[j] = held;
    }
}
