package se.lageskarta.geo.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;

/**
 * Many incidents as columns: row {@code i} is one incident, in ascending id order as they were added.
 * About 45 bytes a row. Immutable by agreement: the arrays are handed out without copying, and nobody
 * writes to them.
 */
public final class Incidents {
    /** A place known no better than this is a point still: the width of a large crossing. */
    public static final double POINT_METRES = 100;
    /** A street of a town, a park, a housing estate; wider than this says nothing about a neighbourhood. */
    public static final double SPREAD_METRES = 2_000;

    private final Crs crs;
    private final int size;
    private final long[] ids;
    private final double[] x;
    private final double[] y;
    private final int[] fromMinute;
    private final int[] toMinute;
    private final short[] type;
    private final byte[] precision;
    private final float[] weight;
    private final int[] dataset;
    private final List<String> types;
    private final List<Long> datasets;
    private final PlaceShapes shapes;

    private Incidents(Builder columns) {
        crs = columns.crs;
        size = columns.size;
        ids = Arrays.copyOf(columns.ids, size);
        x = Arrays.copyOf(columns.x, size);
        y = Arrays.copyOf(columns.y, size);
        fromMinute = Arrays.copyOf(columns.fromMinute, size);
        toMinute = Arrays.copyOf(columns.toMinute, size);
        type = Arrays.copyOf(columns.type, size);
        precision = Arrays.copyOf(columns.precision, size);
        weight = Arrays.copyOf(columns.weight, size);
        dataset = Arrays.copyOf(columns.dataset, size);
        types = List.copyOf(columns.types);
        datasets = List.copyOf(columns.datasets);
        shapes = columns.shapes;
    }

    /** Starts an empty set whose coordinates are metres in the system given. */
    public static Builder builder(Crs crs, int expectedSize) {
        return new Builder(crs, expectedSize);
    }

    public static Incidents empty(Crs crs) {
        return builder(crs, 0).build();
    }

    /** The rows that the filter lets through: a row counts when its time span begins within the period. */
    public Incidents where(IncidentFilter filter) {
        int[] rows = rowsWhere(filter);
        return rows.length == size ? this : select(rows);
    }

    /** Numbers of the rows that the filter lets through, ascending. O(n). */
    public int[] rowsWhere(IncidentFilter filter) {
        boolean[] typeWanted = new boolean[types.size()];
        for (int t = 0; t < typeWanted.length; t++) {
            typeWanted[t] = filter.types().isEmpty() || filter.types().contains(types.get(t));
        }
        boolean[] datasetWanted = new boolean[datasets.size()];
        for (int d = 0; d < datasetWanted.length; d++) {
            datasetWanted[d] = filter.datasets().isEmpty() || filter.datasets().contains(datasets.get(d));
        }
        boolean anyTime = filter.from() == null && filter.to() == null;
        int from = filter.fromMinute();
        int to = filter.toMinute();
        int[] rows = new int[size];
        int found = 0;
        for (int i = 0; i < size; i++) {
            boolean inTime = anyTime
                    || (fromMinute[i] != TimeSpan.UNKNOWN_MINUTE && fromMinute[i] >= from && fromMinute[i] < to);
            if (inTime && typeWanted[type[i]] && datasetWanted[dataset[i]]) {
                rows[found++] = i;
            }
        }
        return Arrays.copyOf(rows, found);
    }

    /** The rows given, in that order. */
    public Incidents select(int[] rows) {
        Builder chosen = new Builder(crs, rows.length);
        chosen.types.addAll(types);
        chosen.datasets.addAll(datasets);
        chosen.shapes = shapes;
        for (int row : rows) {
            int i = chosen.size++;
            chosen.ids[i] = ids[row];
            chosen.x[i] = x[row];
            chosen.y[i] = y[row];
            chosen.fromMinute[i] = fromMinute[row];
            chosen.toMinute[i] = toMinute[row];
            chosen.type[i] = type[row];
            chosen.precision[i] = precision[row];
            chosen.weight[i] = weight[row];
            chosen.dataset[i] = dataset[row];
        }
        return chosen.build();
    }

    /** The rows whose place is known as a point, well enough for methods that measure distances. */
    public Incidents withPointPlaces() {
        int[] rows = new int[size];
        int found = 0;
        for (int i = 0; i < size; i++) {
            if (isPoint(i)) {
                rows[found++] = i;
            }
        }
        return found == size ? this : select(Arrays.copyOf(rows, found));
    }

    public Crs crs() {
        return crs;
    }

    public int size() {
        return size;
    }

    public long[] ids() {
        return ids;
    }

    /** Metres east. */
    public double[] x() {
        return x;
    }

    /** Metres north. */
    public double[] y() {
        return y;
    }

    /** First minute of each time span, {@link TimeSpan#UNKNOWN_MINUTE} when not known. */
    public int[] fromMinute() {
        return fromMinute;
    }

    /** Minute after the last of each time span. */
    public int[] toMinute() {
        return toMinute;
    }

    /** How much each incident counts. */
    public float[] weight() {
        return weight;
    }

    /** Index into {@link #types()} of each row's type. */
    public short[] typeIndex() {
        return type;
    }

    /** Index into {@link #datasets()} of each row's dataset. */
    public int[] datasetIndex() {
        return dataset;
    }

    /** The taxonomy codes that {@link #typeIndex()} points into. */
    public List<String> types() {
        return types;
    }

    /** The dataset ids that {@link #datasetIndex()} points into. */
    public List<Long> datasets() {
        return datasets;
    }

    public String type(int row) {
        return types.get(type[row]);
    }

    public long dataset(int row) {
        return datasets.get(dataset[row]);
    }

    public PlacePrecision precision(int row) {
        return PlacePrecision.of(precision[row]);
    }

    /** The street or area that a row's place is somewhere in, metres; null when it is a point, or all that is known. */
    public @Nullable Geometry shape(int row) {
        return precision[row] == PlacePrecision.ADDRESS.ordinal() ? null : shapes.of(ids[row]);
    }

    /** The streets and areas of all rows. */
    public PlaceShapes shapes() {
        return shapes;
    }

    /** True when a row's place is known as a point: what it lies somewhere in is no wider than a crossing. */
    public boolean isPoint(int row) {
        if (!precision(row).allowsPointMethods()) {
            return false;
        }
        Geometry lies = shape(row);
        return lies == null || lies.getEnvelopeInternal().getDiameter() <= POINT_METRES;
    }

    /**
     * True when a row's place is a street or an area, narrow enough that its parts still say something about where:
     * methods that weigh rows may spread it.
     */
    public boolean isSpread(int row) {
        Geometry lies = shape(row);
        return lies != null && !isPoint(row) && lies.getEnvelopeInternal().getDiameter() <= SPREAD_METRES;
    }

    public TimeSpan time(int row) {
        return new TimeSpan(fromMinute[row], toMinute[row]);
    }

    /** Collects rows. Not safe for several threads. */
    public static final class Builder {
        private final Crs crs;
        private int size;
        private long[] ids;
        private double[] x;
        private double[] y;
        private int[] fromMinute;
        private int[] toMinute;
        private short[] type;
        private byte[] precision;
        private float[] weight;
        private int[] dataset;
        private final List<String> types = new ArrayList<>();
        private final List<Long> datasets = new ArrayList<>();
        private PlaceShapes shapes = PlaceShapes.NONE;
        private final Map<String, Short> typeNumbers = new HashMap<>();
        private final Map<Long, Integer> datasetNumbers = new HashMap<>();

        private Builder(Crs crs, int expectedSize) {
            this.crs = crs;
            int capacity = Math.max(expectedSize, 1);
            ids = new long[capacity];
            x = new double[capacity];
            y = new double[capacity];
            fromMinute = new int[capacity];
            toMinute = new int[capacity];
            type = new short[capacity];
            precision = new byte[capacity];
            weight = new float[capacity];
            dataset = new int[capacity];
        }

        public Builder add(Incident incident) {
            return add(
                    incident.id(),
                    incident.datasetId(),
                    incident.x(),
                    incident.y(),
                    incident.precision(),
                    incident.time().fromMinute(),
                    incident.time().toMinute(),
                    incident.type(),
                    incident.weight());
        }

        /** Adds a row without making an object of it. */
        public Builder add(
                long id,
                long datasetId,
                double east,
                double north,
                PlacePrecision place,
                int firstMinute,
                int endMinute,
                String typeCode,
                double count) {
            if (size == ids.length) {
                grow(size + (size >> 1) + 16);
            }
            ids[size] = id;
            x[size] = east;
            y[size] = north;
            fromMinute[size] = firstMinute;
            toMinute[size] = endMinute;
            type[size] = typeNumbers.computeIfAbsent(typeCode, this::newType);
            precision[size] = (byte) place.ordinal();
            weight[size] = (float) count;
            dataset[size] = datasetNumbers.computeIfAbsent(datasetId, this::newDataset);
            size++;
            return this;
        }

        /** The streets and areas that rows lie in, by their ids. */
        public Builder shapes(PlaceShapes known) {
            shapes = known;
            return this;
        }

        public Incidents build() {
            return new Incidents(this);
        }

        private short newType(String code) {
            types.add(code);
            return (short) (types.size() - 1);
        }

        private int newDataset(Long id) {
            datasets.add(id);
            return datasets.size() - 1;
        }

        private void grow(int capacity) {
            ids = Arrays.copyOf(ids, capacity);
            x = Arrays.copyOf(x, capacity);
            y = Arrays.copyOf(y, capacity);
            fromMinute = Arrays.copyOf(fromMinute, capacity);
            toMinute = Arrays.copyOf(toMinute, capacity);
            type = Arrays.copyOf(type, capacity);
            precision = Arrays.copyOf(precision, capacity);
            weight = Arrays.copyOf(weight, capacity);
            dataset = Arrays.copyOf(dataset, capacity);
        }
    }
}
