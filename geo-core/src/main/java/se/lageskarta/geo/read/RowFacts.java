package se.lageskarta.geo.read;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.geocode.FoundPlace;
import se.lageskarta.geo.geocode.FoundPlaces;
import se.lageskarta.geo.geocode.WrittenPlace;
import se.lageskarta.geo.incident.PlacePrecision;

/**
 * Makes facts of rows, or says why not. Rows wait until there are {@value #BATCH} of them, because projecting many at
 * once costs a third of projecting one by one; facts leave in the order of the file.
 */
final class RowFacts {
    /** A row that says what an earlier one said. */
    static final String REPEATED = "id.repeated";

    private static final int BATCH = 1024;
    private static final int LONGEST_ID = 200;
    private final FilePlan plan;
    private final FileKind kind;
    private final Whereabouts whereabouts;
    private final RowSink sink;
    private final Projection source;
    private final Projection working;
    private final TimeColumns times;
    private final WrittenPlaces words;
    private final boolean hasId;
    private final boolean hasX;
    private final boolean hasPrecision;
    private final boolean hasWeight;
    private final boolean readsWords;
    private final boolean hasDate;
    private final RowKeys keys = new RowKeys();
    private final RowNumbers numbers;
    private final @Nullable SafeBox safe;
    private final @Nullable PlainRows plain;
    private final TypeMeanings meanings;
    private final RowDraft[] waiting = new RowDraft[BATCH];
    private final double[] x = new double[BATCH];
    private final double[] y = new double[BATCH];
    private final double[] lon = new double[BATCH];
    private final double[] lat = new double[BATCH];
    private int count;
    private long placed;
    private long uncertain;
    private long rejected;
    private long repeated;

    RowFacts(FilePlan plan, RowSink sink) {
        this.plan = plan;
        this.kind = plan.kind();
        this.whereabouts = plan.recognised().whereabouts;
        this.sink = sink;
        this.source = Projection.of(plan.crs());
        this.working = Projection.of(plan.workingCrs());
        this.words = new WrittenPlaces(plan);
        this.readsWords = words.areRead();
        Set<Field> told = plan.mapping().fields();
        this.times = new TimeColumns(plan.recognised().options.zone(), plan.monthOnly(), told);
        this.hasId = told.contains(Field.ID);
        this.hasX = told.contains(Field.X);
        this.hasPrecision = told.contains(Field.PRECISION);
        this.hasWeight = told.contains(Field.WEIGHT);
        this.numbers = new RowNumbers(hasId ? plan.rows() : 0);
        boolean mayStay =
                plan.kind() == FileKind.INCIDENTS && plan.workingCrs().equals(plan.crs()) && !sink.wantsDegrees();
        this.safe = mayStay ? SafeBox.around(plan.recognised().whereabouts, source) : null;
        this.hasDate = told.contains(Field.DATE) || told.contains(Field.MONTH);
        this.meanings = new TypeMeanings(plan, sink);
        this.plain = PlainRows.of(plan, sink, safe, times, meanings, numbers, keys);
        for (int i = 0; i < BATCH; i++) {
            waiting[i] = new RowDraft();
        }
    }

    /**
     * A row that may be plain.
     *
     * @return false when it is not; then it must be looked at and accepted as any other
     */
    boolean acceptPlain(CsvRow row) {
        if (plain == null) {
            return false;
        }
        // facts leave in the order of the file
        flush();
        boolean accepted = plain.accept(row);
        placed += accepted ? 1 : 0;
        return accepted;
    }

    /** A row of a table, with its place in columns. */
    void accept(TableRow row) {
        boolean metres = hasX || row.has(Field.X) || row.has(Field.Y);
        Field eastField = metres ? Field.X : Field.LON;
        Field northField = eastField == Field.X ? Field.Y : Field.LAT;
        double east = row.number(eastField);
        double north = row.number(northField);
        if (Double.isNaN(east) || Double.isNaN(north)) {
            boolean nothing = !row.has(eastField) && !row.has(northField);
            if (!nothing || !acceptWords(row)) {
                rejectCoordinate(row, Double.isNaN(east) ? eastField : northField);
            }
            return;
        }
        if (plan.swapped()) {
            accept(row, north, east, PlacePrecision.ADDRESS, null);
        } else {
            accept(row, east, north, PlacePrecision.ADDRESS, null);
        }
    }

    /**
     * A row whose place is known as numbers.
     *
     * @param shape for the background map; null for a point
     */
    void accept(TableRow row, double east, double north, PlacePrecision known, @Nullable Geometry shape) {
        accept(row, east, north, known, shape, null);
    }

    private void accept(
            TableRow row,
            double east,
            double north,
            PlacePrecision known,
            @Nullable Geometry shape,
            WrittenPlaces.@Nullable Asked asked) {
        if (east == 0 && north == 0) {
            reject(new RowProblem(row.line, Field.X.mappingName(), "0, 0", "coordinate.zero", Map.of()));
            return;
        }
        if (hasId && row.length(Field.ID) > LONGEST_ID) {
            reject(RowProblem.of(row.line, Field.ID, row.get(Field.ID), "id.too-long"));
            return;
        }
        RowDraft draft = waiting[count];
        draft.fate = Fate.NOTED;
        if (!fill(draft, row, known)) {
            return;
        }
        draft.shape = shape;
        draft.asked = asked;
        if (safe != null && safe.holds(east, north)) {
            flush();
            place(draft, east, north, Double.NaN, Double.NaN);
            return;
        }
        x[count] = east;
        y[count] = north;
        count++;
        if (count == BATCH) {
            flush();
        }
    }

    /**
     * A row that has no coordinates, but may say in words where it is.
     *
     * @return false when it says nothing, or nothing is known to find it in
     */
    boolean acceptWords(TableRow row) {
        if (!readsWords) {
            return false;
        }
        WrittenPlace written = words.of(row);
        if (written.isEmpty()) {
            reject(RowProblem.of(row.line, Field.PLACE, row.get(Field.PLACE), "place.missing"));
            return true;
        }
        FoundPlaces found = words.find(written);
        FoundPlace best = found.sure() ? found.candidates().get(0) : null;
        if (best != null && !WrittenPlaces.isFar(best, plan, working)) {
            double[] at = source.fromLonLat(best.lon(), best.lat());
            accept(row, at[0], at[1], best.precision(), best.shape(), null);
        } else if (plan.kind() == FileKind.INCIDENTS) {
            double[] middle = words.somewhere(source);
            accept(row, middle[0], middle[1], PlacePrecision.UNKNOWN, null, new WrittenPlaces.Asked(written, found));
        } else {
            reject(RowProblem.of(row.line, Field.PLACE, WrittenPlaces.spoken(written), "place.unsure"));
        }
        return true;
    }

    void reject(RowProblem problem) {
        rejected++;
        sink.problem(problem, Fate.REJECTED);
    }

    ReadTally finish() {
        flush();
        return new ReadTally(placed, uncertain, rejected, repeated);
    }

    long rows() {
        return placed + uncertain + rejected + count;
    }

    private void rejectCoordinate(TableRow row, Field field) {
        String text = row.get(field);
        reject(RowProblem.of(row.line, field, text, text.isEmpty() ? "coordinate.missing" : "coordinate.number"));
    }

    private boolean fill(RowDraft draft, TableRow row, PlacePrecision known) {
        draft.line = row.line;
        draft.contentHash = row.contentHash;
        if (row.hasControl) {
            note(row.line, "", "text.control");
        }
        if (row.hasPersonalData) {
            note(row.line, "", "text.personal-data");
        }
        if (kind == FileKind.BASE) {
            draft.name = row.has(Field.NAME) ? row.get(Field.NAME) : WrittenPlaces.nameIn(row);
            draft.kind = row.get(Field.KIND).isEmpty() ? row.get(Field.TYPE) : row.get(Field.KIND);
            draft.noId();
            draft.attributes = row.attributes;
            return true;
        }
        if (hasId) {
            row.idTo(draft);
        } else {
            draft.noId();
        }
        draft.precision = hasPrecision && known == PlacePrecision.ADDRESS && row.has(Field.PRECISION)
                ? SurveyWords.precision(row.get(Field.PRECISION))
                : known;
        if (!time(draft, row)) {
            return false;
        }
        meanings.typeOf(row, draft);
        return numbers(draft, row);
    }

    private boolean time(RowDraft draft, TableRow row) {
        long plain = times.plainly(row);
        if (plain != IsoDates.UNSURE) {
            draft.fromMinute = IsoDates.first(plain);
            draft.toMinute = IsoDates.after(plain);
            return true;
        }
        TimeColumns.When when = times.of(row);
        if (when.span() == null) {
            String code = when.problem() == null ? "date.unreadable" : when.problem();
            reject(RowProblem.of(row.line, when.field(), row.get(when.field()), code));
            return false;
        }
        draft.time(when.span());
        if (when.problem() != null && hasDate) {
            doubt(draft, RowProblem.of(row.line, when.field(), "", when.problem()));
        }
        return true;
    }

    private boolean numbers(RowDraft draft, TableRow row) {
        draft.weight = hasWeight ? amount(row, Field.WEIGHT, 1) : 1;
        if (Double.isNaN(draft.weight)) {
            return false;
        }
        if (kind == FileKind.UNSAFE_PLACES) {
            // surveys call the strength of the feeling a weight
            draft.severity = amount(row, Field.SEVERITY, draft.weight);
            draft.radius = amount(row, Field.RADIUS, 0);
            draft.survey(row, plan.mapping().columns().getOrDefault("safe", ""));
            return !Double.isNaN(draft.severity) && !Double.isNaN(draft.radius);
        }
        return true;
    }

    private double amount(TableRow row, Field field, double whenEmpty) {
        String text = row.get(field);
        if (text.isEmpty()) {
            return whenEmpty;
        }
        double value = Decimal.parse(text);
        if (!(value >= 0)) {
            reject(RowProblem.of(row.line, field, text, "amount.number"));
            return Double.NaN;
        }
        return value;
    }

    private void flush() {
        if (count > 0) {
            projectAndPlace();
        }
    }

    private void projectAndPlace() {
        int ready = count;
        count = 0;
        source.toLonLat(x, y, 0, ready, lon, lat);
        boolean same = plan.workingCrs().equals(plan.crs());
        double[] sourceX = same ? x : x.clone();
        double[] sourceY = same ? y : y.clone();
        if (!same) {
            working.fromLonLat(lon, lat, 0, ready, x, y);
        }
        for (int i = 0; i < ready; i++) {
            RowDraft draft = waiting[i];
            boolean valid = Whereabouts.isValid(plan.crs(), lon[i], lat[i]) && Double.isFinite(x[i] + y[i]);
            if (!valid && draft.asked == null) {
                reject(outside(draft.line, sourceX[i], sourceY[i]));
            } else {
                place(draft, x[i], y[i], lon[i], lat[i]);
            }
        }
    }

    private RowProblem outside(long line, double east, double north) {
        double[] turned = {north, east};
        double[] turnedLat = {east};
        double[] turnedLon = {north};
        source.toLonLat(new double[] {turned[0]}, new double[] {turned[1]}, 0, 1, turnedLon, turnedLat);
        boolean otherWay = Whereabouts.isValid(plan.crs(), turnedLon[0], turnedLat[0])
                && !plan.crs().equals(Crs.WGS84);
        String value = plain(east) + ", " + plain(north);
        return new RowProblem(
                line,
                Field.X.mappingName(),
                value,
                otherWay ? "coordinate.swapped" : "coordinate.outside",
                Map.of("crs", plan.crs().toString()));
    }

    private static String plain(double value) {
        return Math.abs(value) < 1e12 && value == Math.rint(value)
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private void place(RowDraft draft, double east, double north, double lon, double lat) {
        WrittenPlaces.Asked asked = draft.asked;
        if (asked != null) {
            String spoken = WrittenPlaces.spoken(asked.written());
            doubt(draft, RowProblem.of(draft.line, Field.PLACE, spoken, "place.review"));
        } else if (kind != FileKind.BASE) {
            double far = whereabouts.farKilometres(east, north);
            if (far > 0) {
                draft.precision = PlacePrecision.UNKNOWN;
                doubt(draft, problem(draft, "coordinate.far", Map.of("km", Math.round(far))));
            } else if (!draft.precision.allowsPointMethods() && kind == FileKind.INCIDENTS) {
                doubt(draft, problem(draft, "place.coarse", Map.of("precision", draft.precision.name())));
            }
        }
        RowKeys.Seen seen = RowKeys.Seen.NEW;
        long key;
        if (draft.hasId()) {
            key = RowKeys.keyOf(draft.idHash, draft.typeKey);
            seen = draft.note(numbers);
            if (numbers.hadAnotherType()) {
                note(draft.line, Field.ID.mappingName(), "id.several-types");
            }
        } else {
            key = keys.keyOfContent(draft.contentHash);
        }
        if (seen == RowKeys.Seen.CONTRADICTED) {
            reject(new RowProblem(draft.line, Field.ID.mappingName(), draft.id(), "id.conflict", Map.of()));
            return;
        }
        placed += draft.fate == Fate.UNCERTAIN ? 0 : 1;
        uncertain += draft.fate == Fate.UNCERTAIN ? 1 : 0;
        if (seen == RowKeys.Seen.REPEATED) {
            repeated++;
            sink.problem(
                    new RowProblem(draft.line, Field.ID.mappingName(), draft.id(), REPEATED, Map.of()), Fate.NOTED);
        } else if (asked != null) {
            sink.waiting(draft.line, draft.waitingRow(key, asked));
        } else {
            draft.handOn(plan, key, east, north, lon, lat, sink);
        }
    }

    private void doubt(RowDraft draft, RowProblem problem) {
        draft.fate = Fate.UNCERTAIN;
        sink.problem(problem, Fate.UNCERTAIN);
    }

    private static RowProblem problem(RowDraft draft, String code, Map<String, Object> args) {
        return new RowProblem(draft.line, Field.X.mappingName(), "", code, args);
    }

    /** Says something about a row that is kept as it is. */
    void note(long line, String field, String code) {
        sink.problem(new RowProblem(line, field, "", code, Map.of()), Fate.NOTED);
    }
}
