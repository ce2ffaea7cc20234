package se.lageskarta.geo.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.Sighting.SampledPlaces;
import se.lageskarta.geo.read.TableHead.HeadRow;

/** A file of rows and columns with headings, whatever its format: how its columns, coordinates and rows are understood. */
abstract class TableFile extends SourceFile {
    /** All rows, not some of them. */
    static final double ALL = 1;
    // with estimates from here on the rows are counted
    private static final double NEAR_LIMIT = 0.8;

    TableFile(Path file, String fileName, TextEncoding encoding) {
        super(file, fileName, encoding);
    }

    /** The beginning of the table, cut into cells in each of the ways that are possible. */
    abstract List<TableHead> heads(ReadOptions options) throws IOException, UnreadableFileException;

    /**
     * Every row below the headings that is not empty, in the order of the file; the same object each time.
     *
     * @param options what the person said: which part of the file, among others
     */
    abstract void each(ReadOptions options, TableShape shape, RowUse use) throws IOException, UnreadableFileException;

    /** The same with what was chosen while the heads were read. */
    ReadOptions settled(ReadOptions options) {
        return options;
    }

    /** Codes of what else is to be known, with what the words need; asked after the rows have been read once. */
    Map<String, String> moreNotes() {
        return Map.of();
    }

    /**
     * Rows evenly spread over the file, enough to tell by what it is: all of them, unless the file is large and can be
     * read here and there.
     *
     * @return how many times as many rows the file has, roughly; 1 when these are all
     */
    double some(ReadOptions options, TableShape shape, RowUse use) throws IOException, UnreadableFileException {
        each(options, shape, use);
        return ALL;
    }

    /** What is done with rows. */
    interface RowUse {
        void row(TableRow row) throws UnreadableFileException;

        /** A line that is no row at all: taken out before it could swallow what follows. */
        void lineTakenOut(long line, String start, String code);

        /** @param bytesRead of the file on disk */
        default void progress(long bytesRead) {}

        /** Something about the file as a whole that only the reading told. */
        default void said(RowProblem problem) {}
    }

    @Override
    final FilePlan plan(ReadOptions said, Sighting seen) throws IOException, UnreadableFileException {
        List<TableHead> heads = heads(said);
        ReadOptions options = settled(said);
        seen.parts = parts();
        TableShape shape = Survey123.keyed(timeAsDate(TableShape.recognise(heads, options)), options.mapping());
        List<HeadRow> head = TableShape.headOf(heads, shape);
        LayerRole proposed = LayerRole.propose(fileName, "", shape.headings(), FeatureSurvey.Shapes.POINTS);
        FileKind kind = kind(options, shape, proposed);
        BaseRole role = options.role() == null ? proposed.role() : options.role();
        seen.table(shape, head);
        seen.kind = kind;
        seen.role = role;
        shape.refuseUnknownColumns(options.mapping());
        shape.refuseWithoutPlace(head, WrittenPlaces.areReadFor(kind), WrittenPlaces.canBeFound(options));
        boolean degrees = isInDegrees(shape);
        PlaceSample sample = new PlaceSample();
        Scan scan = scan(options, shape, kind, sample);
        long rows = scan.rows();
        if (rows == 0) {
            throw new UnreadableFileException("file.no-rows");
        }
        boolean policeUk = FileClues.isPoliceUk(shape.headings());
        String east = shape.headingOf(degrees ? Field.LON : Field.X);
        String north = shape.headingOf(degrees ? Field.LAT : Field.Y);
        boolean words = !shape.hasPlace();
        if (!words) {
            seen.places = new SampledPlaces(sample, east, north, degrees);
        }
        CrsChoice choice = words
                ? WrittenPlaces.CRS
                : CrsChoice.settle(options.crs(), sample, east, north, degrees, policeUk)
                        .turned(options.layout().swapped());
        seen.choice = choice;
        if (kind == FileKind.BASE && role == null) {
            throw new UnreadableFileException("file.role");
        }
        Placing placing = words ? WrittenPlaces.placing(options) : Placing.of(choice, sample);
        return new FilePlan(
                file,
                fileName,
                format(),
                kind,
                role,
                encoding.name(),
                shape.headings(),
                shape.mapping(),
                choice.crs(),
                choice.why(),
                placing.working(),
                choice.swapped(),
                policeUk,
                policeUk,
                rows,
                notes(shape, choice),
                new FilePlan.Recognised(options, encoding, shape, placing.whereabouts(), scan.mostlyLong()));
    }

    @Override
    final ReadTally read(FilePlan plan, RowSink sink) throws IOException, UnreadableFileException {
        TableShape shape = plan.recognised().shape;
        RowFacts facts = new RowFacts(plan, sink);
        RowCheck check = new RowCheck(shape, plan.recognised().mostlyLong);
        BaseColumns base = plan.kind() == FileKind.BASE ? new BaseColumns(plan) : null;
        each(plan.recognised().options, base == null ? shape : base.shape(), new RowUse() {
            @Override
            public void row(TableRow row) {
                if (row instanceof CsvRow plain && facts.acceptPlain(plain)) {
                    return;
                }
                String code = check.problemOf(row);
                if (code != null) {
                    facts.reject(problem(row, check, code));
                    return;
                }
                if (check.isLong(row)) {
                    sink.problem(problem(row, check, "row.extra-cells"), Fate.NOTED);
                }
                facts.accept(base == null ? row : base.feature(row));
            }

            @Override
            public void lineTakenOut(long line, String start, String code) {
                facts.reject(new RowProblem(line, "", start, code, Map.of()));
            }

            @Override
            public void progress(long bytesRead) {
                sink.progress(facts.rows(), bytesRead);
            }

            @Override
            public void said(RowProblem problem) {
                sink.problem(problem, Fate.NOTED);
            }
        });
        ReadTally tally = facts.finish();
        sink.progress(tally.rows(), sizeOnDisk());
        return tally;
    }

    private static RowProblem problem(TableRow row, RowCheck check, String code) {
        Map<String, Object> args = Map.of("expected", check.shape.headings().size(), "found", row.lastFilled);
        return new RowProblem(row.line, "", check.firstCell(row), code, args);
    }

    /**
     * What the first time through tells.
     *
     * @param mostlyLong most rows have more cells than there are headings: a separator inside numbers, not a slip
     */
    private record Scan(long rows, boolean mostlyLong) {}

    /**
     * Counts rows and takes a sample of places. Of a large file rows are only estimated, where nothing hangs on their
     * number.
     */
    private Scan scan(ReadOptions options, TableShape shape, FileKind kind, PlaceSample places)
            throws IOException, UnreadableFileException {
        Sampling sampling = new Sampling(options, shape, places);
        if (kind == FileKind.BASE) {
            // a layer that has been read in before is not read again: its number is then what is told
            each(options, shape, sampling);
            return sampling.scan(ALL);
        }
        double share = some(options, shape, sampling);
        Scan scan = sampling.scan(share);
        if (share == ALL || (scan.rows() > 0 && scan.rows() < IncidentReader.MAX_ROWS * NEAR_LIMIT)) {
            return scan;
        }
        places.clear();
        Sampling all = new Sampling(options, shape, places);
        each(options, shape, all);
        return all.scan(ALL);
    }

    private static final class Sampling implements RowUse {
        private final ReadOptions options;
        private final PlaceSample places;
        private final RowCheck check;
        private final Field east;
        private final Field north;
        private final boolean degrees;
        private final boolean separated;
        private long takenOut;
        private long longRows;

        Sampling(ReadOptions options, TableShape shape, PlaceSample places) {
            this.options = options;
            this.places = places;
            this.check = new RowCheck(shape, false);
            this.degrees = isInDegrees(shape);
            this.separated = shape.separator() != TableHead.NO_SEPARATOR;
            this.east = degrees ? Field.LON : Field.X;
            this.north = degrees ? Field.LAT : Field.Y;
        }

        @Override
        public void row(TableRow row) {
            options.patience().row();
            longRows += check.isLong(row) ? 1 : 0;
            if (!places.wantsNext() || check.problemOf(row) != null) {
                places.skip();
            } else {
                places.offer(
                        row.number(east),
                        row.number(north),
                        degrees ? Double.NaN : row.number(Field.LON),
                        degrees ? Double.NaN : row.number(Field.LAT));
            }
        }

        @Override
        public void lineTakenOut(long line, String start, String code) {
            takenOut++;
        }

        Scan scan(double share) {
            long rows = places.rows() + takenOut;
            return new Scan(share == ALL ? rows : Math.round(rows * share), separated && longRows * 2 > places.rows());
        }
    }

    /** True when the places are longitude and latitude. */
    private static boolean isInDegrees(TableShape shape) {
        return !(shape.has(Field.X) && shape.has(Field.Y));
    }

    private FileKind kind(ReadOptions options, TableShape shape, LayerRole proposed) {
        FileKind said = options.kind();
        if (said != null) {
            return said;
        }
        if (options.role() != null) {
            return FileKind.BASE;
        }
        if (shape.hasPlace() && proposed.isLayer(shape.columns().keySet())) {
            return FileKind.BASE;
        }
        return FileClues.looksLikeSurvey(fileName, shape.columns().keySet())
                ? FileKind.UNSAFE_PLACES
                : FileKind.INCIDENTS;
    }

    private Map<String, String> notes(TableShape shape, CrsChoice choice) {
        Map<String, String> notes = new HashMap<>(moreNotes());
        if (encoding.twiceEncoded()) {
            notes.put("encoding.twice", "");
        }
        if (choice.swapped()) {
            notes.put("axes.swapped", "");
        }
        List<String> persons = Survey123.persons(shape.headings());
        if (!persons.isEmpty()) {
            notes.put("survey123.persons", String.join(", ", persons));
        }
        if (shape.headingLine() > 1) {
            notes.put("headings.line", Long.toString(shape.headingLine()));
        }
        if (!shape.has(Field.DATE) && !shape.has(Field.MONTH)) {
            notes.put("date.no-column", "");
        }
        return notes;
    }

    /** A column called time that is the only one about time holds dates as well. */
    private static TableShape timeAsDate(TableShape shape) {
        if (shape.has(Field.DATE) || shape.has(Field.MONTH) || !shape.columns().containsKey(Field.TIME)) {
            return shape;
        }
        Map<Field, Integer> columns = new EnumMap<>(shape.columns());
        Integer column = columns.remove(Field.TIME);
        if (column != null) {
            columns.put(Field.DATE, column);
        }
        return new TableShape(shape.separator(), shape.headingLine(), shape.headings(), columns, shape.constants());
    }

    /** Rows that are no data: totals, headings once more, and rows that do not fit the columns. */
    private static final class RowCheck {
        private static final Field[] FIELDS = Field.values();

        private final TableShape shape;
        private final boolean refuseLong;
        private final int needed;
        private final String[] headingOfField = new String[Field.values().length];
        private final Field[] fields;
        // a row with a number there is neither a total nor a row of headings
        private final Field numbered;
        private final boolean numberedHeading;

        RowCheck(TableShape shape, boolean refuseLong) {
            this.shape = shape;
            this.refuseLong = refuseLong;
            this.needed = shape.neededColumns();
            shape.columns()
                    .forEach((field, column) ->
                            headingOfField[field.ordinal()] = shape.headings().get(column));
            this.fields = shape.columns().keySet().toArray(Field[]::new);
            this.numbered = shape.columns().containsKey(Field.X) ? Field.X : Field.LON;
            String heading = shape.headingOf(numbered);
            this.numberedHeading = !heading.isEmpty() && TableRow.startsNumber(heading.charAt(0));
        }

        @Nullable
        String problemOf(TableRow row) {
            if (refuseLong && isLong(row)) {
                return "row.columns";
            }
            boolean data = !numberedHeading && row.startsAsNumber(numbered);
            if (!data && isTotal(row)) {
                return "row.total";
            }
            if (row.cellCount < needed) {
                return "row.columns";
            }
            return !data && repeatsHeadings(row) ? "row.headings" : null;
        }

        /** True when there are more cells than headings. */
        boolean isLong(TableRow row) {
            return row.lastFilled > shape.headings().size();
        }

        String firstCell(TableRow row) {
            for (Field field : FIELDS) {
                if (row.has(field)) {
                    return row.get(field);
                }
            }
            return "";
        }

        private boolean isTotal(TableRow row) {
            if (row.has(Field.X) || row.has(Field.LON) || row.has(Field.PLACE)) {
                return false;
            }
            String first = Field.fold(firstCell(row));
            return first.startsWith("summa")
                    || first.startsWith("total")
                    || first.equals("sum")
                    || first.equals("antal");
        }

        private boolean repeatsHeadings(TableRow row) {
            boolean any = false;
            for (Field field : fields) {
                String cell = row.get(field);
                if (!cell.equalsIgnoreCase(headingOfField[field.ordinal()])) {
                    return false;
                }
                any = true;
            }
            return any;
        }
    }
}
