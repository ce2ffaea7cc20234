package se.lageskarta.geo.read;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * The shortest way for the rows that need no other: as many cells as there are headings, a place in metres where all
 * places are valid, a date in the usual form, a word for the type that has come lately, a number beyond all before it.
 * What {@link RowFacts} would do with such a row is done at once; any other row is left to it untouched.
 */
final class PlainRows {
    private static final int NONE = -1;
    private static final Set<Field> NEEDED = Set.of(Field.X, Field.Y, Field.TYPE);
    // what is rarely told, and looked at more closely when it is
    private static final Set<Field> MORE = Set.of(Field.PRECISION, Field.WEIGHT);

    private final RowSink sink;
    private final SafeBox safe;
    private final Whereabouts whereabouts;
    private final TimeColumns times;
    private final TypeMeanings meanings;
    private final RowNumbers numbers;
    private final RowKeys keys;
    private final DecimalColumn east = new DecimalColumn();
    private final DecimalColumn north = new DecimalColumn();
    private final int cells;
    private final int xColumn;
    private final int yColumn;
    private final int typeColumn;
    private final int idColumn;

    private PlainRows(
            FilePlan plan,
            Map<Field, Integer> columns,
            RowSink sink,
            SafeBox safe,
            TimeColumns times,
            TypeMeanings meanings,
            RowNumbers numbers,
            RowKeys keys) {
        this.sink = sink;
        this.safe = safe;
        this.whereabouts = plan.recognised().whereabouts;
        this.times = times;
        this.meanings = meanings;
        this.numbers = numbers;
        this.keys = keys;
        this.cells = plan.headings().size();
        this.xColumn = columns.getOrDefault(plan.swapped() ? Field.Y : Field.X, NONE);
        this.yColumn = columns.getOrDefault(plan.swapped() ? Field.X : Field.Y, NONE);
        this.typeColumn = columns.getOrDefault(Field.TYPE, NONE);
        this.idColumn = columns.getOrDefault(Field.ID, NONE);
    }

    /**
     * For the rows of a file.
     *
     * @param safe where places are valid; null when each must be projected
     * @return null when no row of it is plain
     */
    static @Nullable PlainRows of(
            FilePlan plan,
            RowSink sink,
            @Nullable SafeBox safe,
            TimeColumns times,
            TypeMeanings meanings,
            RowNumbers numbers,
            RowKeys keys) {
        TableShape shape = plan.recognised().shape;
        Map<Field, Integer> columns = shape.columns();
        boolean told = columns.keySet().containsAll(NEEDED)
                && Collections.disjoint(plan.mapping().fields(), MORE);
        if (safe == null || !told || !isPlain(shape)) {
            return null;
        }
        return new PlainRows(plan, columns, sink, safe, times, meanings, numbers, keys);
    }

    /** True when nothing is said once for all rows, and a number in the column of places tells data from headings. */
    private static boolean isPlain(TableShape shape) {
        String heading = shape.headingOf(Field.X);
        return shape.constants().isEmpty() && !heading.isEmpty() && !TableRow.startsNumber(heading.charAt(0));
    }

    /**
     * Hands on a row.
     *
     * @return false when it is not plain; then nothing has been done
     */
    boolean accept(CsvRow row) {
        if (row.cellCount != cells || row.hasControl || row.hasPersonalData) {
            return false;
        }
        double x = row.read(east, xColumn);
        double y = row.read(north, yColumn);
        if (!safe.holds(x, y) || x == 0 && y == 0 || whereabouts.farKilometres(x, y) > 0) {
            return false;
        }
        long span = times.plainly(row);
        TypeMeanings.Meaning type = meanings.plainly(row.hash(typeColumn));
        if (span == IsoDates.UNSURE || type == null) {
            return false;
        }
        long key;
        if (idColumn == NONE) {
            key = keys.keyOfContent(row.contentHash);
        } else if (row.noteIfBeyond(numbers, idColumn, type.key())) {
            key = RowKeys.keyOf(row.hash(idColumn), type.key());
        } else {
            return false;
        }
        TimeSpan time = new TimeSpan(IsoDates.first(span), IsoDates.after(span));
        String word = RowDraft.cut(type.word());
        sink.incident(
                row.line,
                new Incident(0, 0, key, x, y, PlacePrecision.ADDRESS, time, type.code(), word, 1),
                Double.NaN,
                Double.NaN,
                null);
        return true;
    }
}
