package se.lageskarta.geo.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/**
 * Many points kept ready for tiles: distinct places on whole numbers of Web Mercator (2<sup>30</sup> across
 * the world, 4 cm), in Morton order, so that any square of the pyramid is one run of places.
 *
 * <p>Below zoom {@value #PLACES_FROM_ZOOM} the points of each 8 by 8 pixel square become one feature at their
 * mean place; from there on each distinct place is one. Attributes: {@code count}; the commonest kind (of
 * equally common ones the first by alphabet); {@code id} where a feature is a single row. Features reach 64
 * units beyond the tile's edge, so that circles meet across tiles. The same rows give the same
 * bytes, whatever their order.
 *
 * <p>Immutable and safe for several threads; about 30 bytes a row. A tile costs the places on it and their
 * rows: a world of 1.7 million rows on one tile some ten milliseconds.
 */
public final class PointTiles {
    /** From this zoom on every distinct place is a feature of its own. */
    public static final int PLACES_FROM_ZOOM = 16;

    private static final int DEPTH = 30;
    /** Squares along a tile: 8 pixels of 256. */
    private static final int SQUARES_ALONG_LOG2 = 5;

    private final long[] ids;
    private final short[] kind;
    private final String attribute;
    private final Object[] kindValues;
    private final int[] kindOrder;
    /** Morton number of each distinct place, ascending. */
    private final long[] place;
    /** Where each place's rows begin. */
    private final int[] rowStart;

    private final int[] row;

    private PointTiles(long[] ids, double[] lon, double[] lat, short[] kind, String attribute, Object[] kindValues) {
        this.ids = ids;
        this.kind = kind;
        this.attribute = attribute;
        this.kindValues = kindValues;
        kindOrder = orderOf(kindValues);
        int n = ids.length;
        long[] morton = new long[n];
        IntStream.range(0, n)
                .parallel()
                .forEach(i -> morton[i] = Morton.of(whole(WebMercator.x(lon[i])), whole(WebMercator.y(lat[i]))));
        row = Morton.sortedRows(morton);
        long[] places = new long[n];
        int[] starts = new int[n + 1];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || morton[row[i]] != places[count - 1]) {
                places[count] = morton[row[i]];
                starts[count++] = i;
            }
        }
        starts[count] = n;
        place = Arrays.copyOf(places, count);
        rowStart = Arrays.copyOf(starts, count + 1);
    }

    /**
     * Incidents, with attributes {@code count}, {@code type} and {@code id}.
     *
     * @param lon degrees of each row
     * @param lat degrees of each row
     */
    public static PointTiles of(Incidents incidents, double[] lon, double[] lat) {
        return new PointTiles(
                incidents.ids(),
                lon,
                lat,
                incidents.typeIndex(),
                "type",
                incidents.types().toArray());
    }

    /** Survey marks, with attributes {@code count}, {@code safe} (when as many are safe as not: false) and {@code id}. */
    public static PointTiles of(UnsafePlaces places, double[] lon, double[] lat) {
        List<UnsafePlace> marks = places.marks();
        long[] ids = marks.stream().mapToLong(UnsafePlace::id).toArray();
        short[] safe = new short[ids.length];
        for (int i = 0; i < safe.length; i++) {
            safe[i] = (short) (marks.get(i).safe() ? 1 : 0);
        }
        return new PointTiles(ids, lon, lat, safe, "safe", new Object[] {Boolean.FALSE, Boolean.TRUE});
    }

    public int size() {
        return ids.length;
    }

    /** One layer of one tile; null when none of the rows shown lies on it. */
    public byte @Nullable [] mvt(TileCoord tile, Selection shown, String layerName) {
        VectorTileWriter writer = new VectorTileWriter(tile);
        write(tile, shown, writer.layer(layerName));
        return writer.isEmpty() ? null : writer.toBytes();
    }

    /** Writes the rows shown into a layer of a tile that holds other layers as well. */
    public void write(TileCoord tile, Selection shown, VectorTileLayer layer) {
        if (ids.length == 0 || shown.isEmpty()) {
            return;
        }
        FeatureSink sink = new FeatureSink(tile, layer);
        if (tile.z() >= PLACES_FROM_ZOOM) {
            writePlaces(tile, shown, sink);
        } else {
            writeSquares(tile, shown, sink);
        }
    }

    private void writePlaces(TileCoord tile, Selection shown, FeatureSink sink) {
        long margin = Math.max(1, (1L << DEPTH - tile.z()) * VectorTileWriter.BUFFER / VectorTileWriter.EXTENT);
        forEachPlace(tile, margin, at -> {
            sink.clear();
            addPlace(at, shown, sink);
            sink.write();
        });
    }

    /** Places of a square lie side by side in Morton order, so one square is finished before the next begins. */
    private void writeSquares(TileCoord tile, Selection shown, FeatureSink sink) {
        int shift = 2 * (DEPTH - tile.z() - SQUARES_ALONG_LOG2);
        long margin = 1L << DEPTH - tile.z() - SQUARES_ALONG_LOG2;
        long[] square = {-1};
        forEachPlace(tile, margin, at -> {
            if (place[at] >>> shift != square[0]) {
                sink.write();
                sink.clear();
                square[0] = place[at] >>> shift;
            }
            addPlace(at, shown, sink);
        });
        sink.write();
    }

    private void addPlace(int at, Selection shown, FeatureSink sink) {
        int before = sink.count;
        for (int i = rowStart[at]; i < rowStart[at + 1]; i++) {
            if (shown.has(row[i])) {
                sink.add(kind[row[i]], ids[row[i]]);
            }
        }
        sink.addPosition(place[at], sink.count - before);
    }

    /** Places on the tile and a margin around it, in Morton order. */
    private void forEachPlace(TileCoord tile, long margin, PlaceConsumer consumer) {
        long side = 1L << DEPTH - tile.z();
        long west = tile.x() * side - margin;
        long north = tile.y() * side - margin;
        visit(0, 0, DEPTH, 0, place.length, west, north, west + side + 2 * margin, north + side + 2 * margin, consumer);
    }

    /** Goes down the quadrants that meet the box; {@code from} to {@code to} are the places of the quadrant. */
    private void visit(
            long x,
            long y,
            int level,
            int from,
            int to,
            long west,
            long north,
            long east,
            long south,
            PlaceConsumer consumer) {
        if (from == to) {
            return;
        }
        long side = 1L << level;
        if (x >= east || y >= south || x + side <= west || y + side <= north) {
            return;
        }
        boolean inside = x >= west && y >= north && x + side <= east && y + side <= south;
        if (inside || level == 0 || to - from <= 16) {
            for (int at = from; at < to; at++) {
                long px = Morton.x(place[at]);
                long py = Morton.y(place[at]);
                if (inside || px >= west && px < east && py >= north && py < south) {
                    consumer.accept(at);
                }
            }
            return;
        }
        long half = side >> 1;
        long base = Morton.of(x, y);
        long quarter = 1L << 2 * (level - 1);
        int begin = from;
        for (int quadrant = 0; quadrant < 4; quadrant++) {
            int end = quadrant == 3 ? to : firstAtLeast(base + (quadrant + 1) * quarter, begin, to);
            visit(
                    x + (quadrant & 1) * half,
                    y + (quadrant >> 1) * half,
                    level - 1,
                    begin,
                    end,
                    west,
                    north,
                    east,
                    south,
                    consumer);
            begin = end;
        }
    }

    private int firstAtLeast(long morton, int from, int to) {
        int found = Arrays.binarySearch(place, from, to, morton);
        return found < 0 ? -found - 1 : found;
    }

    private static int[] orderOf(Object[] values) {
        List<Integer> byText = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            byText.add(i);
        }
        byText.sort((a, b) -> values[a].toString().compareTo(values[b].toString()));
        int[] order = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            order[byText.get(i)] = i;
        }
        return order;
    }

    private static long whole(double part) {
        long value = (long) (part * (1L << DEPTH));
        return value < 0 ? 0 : Math.min(value, (1L << DEPTH) - 1);
    }

    /** Takes places by number. */
    private interface PlaceConsumer {
        void accept(int place);
    }

    /** Collects the rows of one feature and writes it. */
    private final class FeatureSink {
        private final VectorTileLayer layer;
        private final double perUnit;
        private final double west;
        private final double north;
        private final int[] byKind = new int[kindValues.length];
        private final int[] kindValue = new int[kindValues.length];
        private final int countKey;
        private final int kindKey;
        private int count;
        private long lastId;
        private long sumX;
        private long sumY;

        FeatureSink(TileCoord tile, VectorTileLayer layer) {
            this.layer = layer;
            double side = Math.scalb(1.0, DEPTH - tile.z());
            perUnit = VectorTileWriter.EXTENT / side;
            west = tile.x() * side;
            north = tile.y() * side;
            Arrays.fill(kindValue, -1);
            countKey = layer.keyNumber("count");
            kindKey = layer.keyNumber(attribute);
        }

        void clear() {
            Arrays.fill(byKind, 0);
            count = 0;
            sumX = 0;
            sumY = 0;
        }

        void add(short kindNumber, long id) {
            byKind[kindNumber]++;
            count++;
            lastId = id;
        }

        void addPosition(long morton, int times) {
            sumX += Morton.x(morton) * times;
            sumY += Morton.y(morton) * times;
        }

        void write() {
            if (count == 0) {
                return;
            }
            int commonest = 0;
            for (int k = 1; k < byKind.length; k++) {
                if (byKind[k] > byKind[commonest]
                        || byKind[k] == byKind[commonest] && kindOrder[k] < kindOrder[commonest]) {
                    commonest = k;
                }
            }
            if (kindValue[commonest] < 0) {
                kindValue[commonest] = layer.valueNumber(kindValues[commonest]);
            }
            layer.tag(countKey, layer.valueNumber((long) count));
            layer.tag(kindKey, kindValue[commonest]);
            if (count == 1) {
                layer.id(lastId).tag("id", lastId);
            }
            layer.pointAt(
                    Math.floor(((double) sumX / count - west) * perUnit),
                    Math.floor(((double) sumY / count - north) * perUnit));
        }
    }
}
