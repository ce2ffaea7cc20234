package se.lageskarta.geo.cluster;

/**
 * Sorts points by x, then y, in place, together with their row numbers. Quicksort in three parts, because
 * real files hold the same coordinate thousands of times; insertion sort for short runs.
 */
final class PlaceSort {
    private static final int SHORT = 12;

    private PlaceSort() {}

    static void sort(double[] x, double[] y, int[] row, int from, int to) {
        int low = from;
        int high = to;
        while (high - low > SHORT) {
            int middle = (low + high) >>> 1;
            int pivot = median(x, y, low, middle, high - 1);
            double pivotX = x[pivot];
            double pivotY = y[pivot];
            int less = low;
            int more = high;
            int i = low;
            while (i < more) {
                int order = compare(x[i], y[i], pivotX, pivotY);
                if (order < 0) {
                    swap(x, y, row, less++, i++);
                } else if (order > 0) {
                    swap(x, y, row, i, --more);
                } else {
                    i++;
                }
            }
            // the shorter side by recursion, the longer by the loop: the stack stays logarithmic
            if (less - low < high - more) {
                sort(x, y, row, low, less);
                low = more;
            } else {
                sort(x, y, row, more, high);
                high = less;
            }
        }
        insertionSort(x, y, row, low, high);
    }

    static int compare(double x1, double y1, double x2, double y2) {
        return x1 < x2 ? -1 : x1 > x2 ? 1 : y1 < y2 ? -1 : y1 > y2 ? 1 : 0;
    }

    private static int median(double[] x, double[] y, int a, int b, int c) {
        int low = compare(x[a], y[a], x[b], y[b]) <= 0 ? a : b;
        int high = low == a ? b : a;
        if (compare(x[c], y[c], x[low], y[low]) <= 0) {
            return low;
        }
        return compare(x[c], y[c], x[high], y[high]) <= 0 ? c : high;
    }

    private static void insertionSort(double[] x, double[] y, int[] row, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double atX = x[i];
            double atY = y[i];
            int atRow = row[i];
            int j = i;
            while (j > from && compare(x[j - 1], y[j - 1], atX, atY) > 0) {
                x[j] = x[j - 1];
                y[j] = y[j - 1];
                row[j] = row[j - 1];
                j--;
            }
            x[j] = atX;
            y[j] = atY;
            row[j] = atRow;
        }
    }

    private static void swap(double[] x, double[] y, int[] row, int a, int b) {
        double east = x[a];
        x[a] = x[b];
        x[b] = east;
        double north = y[a];
        y[a] = y[b];
        y[b] = north;
        int number = row[a];
        row[a] = row[b];
        row[b] = number;
    }
}
