package se.lageskarta.geo.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WorkingCrs;

/** A table in text: separated by semicolon, comma, tab or bar. */
final class CsvFile {
    private final Path file;
    private final String fileName;
    private final FileBytes bytes;
    private final TextEncoding encoding;

    CsvFile(Path file, String fileName, FileBytes bytes, TextEncoding encoding) {
        this.file = file;
        this.fileName = fileName;
        this.bytes = bytes;
        this.encoding = encoding;
    }

    FilePlan plan(String start, ReadOptions options) throws IOException, UnreadableFileException {
        TableShape shape = timeAsDate(TableShape.recognise(start, options.mapping()));
        boolean degrees = !(shape.has(Field.X) && shape.has(Field.Y));
        PlaceSample sample = new PlaceSample();
        Scan scan = scan(shape, degrees, sample);
        long rows = scan.rows();
        if (rows == 0) {
            throw new UnreadableFileException("file.no-rows");
        }
        boolean policeUk = FileClues.isPoliceUk(shape.headings());
        CrsChoice choice = CrsChoice.settle(
                options.crs(),
                sample,
                shape.headingOf(degrees ? Field.LON : Field.X),
                shape.headingOf(degrees ? Field.LAT : Field.Y),
                degrees,
                policeUk);
        FileKind kind = kind(options, shape);
        BaseRole role = options.role() == null ? FileClues.roleByName(fileName) : options.role();
        if (kind == FileKind.BASE && role == null) {
            throw new UnreadableFileException("file.role");
        }
        Placing placing = Placing.of(choice, sample);
        return new FilePlan(
                file,
                fileName,
                "csv",
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

    ReadTally read(FilePlan plan, RowSink sink) throws IOException, UnreadableFileException {
        TableShape shape = plan.recognised().shape;
        RowFacts facts = new RowFacts(plan, sink);
        RowCheck check = new RowCheck(shape, plan.recognised().mostlyLong);
        try (FileBytes.Counted in = bytes.open()) {
            Reader letters = encoding.reader(in);
            CsvGuard.Complaints complaints = (line, start, code) -> {
                if (line > shape.headingLine()) {
                    facts.reject(new RowProblem(line, "", start, code, Map.of()));
                }
            };
            each(letters, shape, complaints, row -> {
                String code = check.problemOf(row);
                if (code == null) {
                    if (check.isLong(row)) {
                        sink.problem(problem(row, check, "row.extra-cells"), Fate.NOTED);
                    }
                    facts.accept(row);
                } else {
                    facts.reject(problem(row, check, code));
                }
                if (facts.rows() % IncidentReader.PROGRESS_ROWS == 0) {
                    sink.progress(facts.rows(), in.bytesOnDisk());
                }
            });
            if (letters instanceof ForgivingUtf8 utf8 && utf8.repairs() > 0) {
                sink.problem(
                        new RowProblem(0, "", "", "text.mixed-encoding", Map.of("count", utf8.repairs())), Fate.NOTED);
            }
            ReadTally tally = facts.finish();
            sink.progress(tally.rows(), in.bytesOnDisk());
            return tally;
        }
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

    /** Counts rows and takes a sample of places. */
    private Scan scan(TableShape shape, boolean degrees, PlaceSample sample)
            throws IOException, UnreadableFileException {
        Field east = degrees ? Field.LON : Field.X;
        Field north = degrees ? Field.LAT : Field.Y;
        long[] takenOut = {0};
        long[] longRows = {0};
        RowCheck check = new RowCheck(shape, false);
        try (FileBytes.Counted in = bytes.open()) {
            each(
                    encoding.reader(in),
                    shape,
                    (line, start, code) -> takenOut[0] += line > shape.headingLine() ? 1 : 0,
                    row -> {
                        longRows[0] += check.isLong(row) ? 1 : 0;
                        if (!sample.wantsNext() || check.problemOf(row) != null) {
                            sample.skip();
                        } else {
                            sample.offer(
                                    Decimal.parse(row.get(east)),
                                    Decimal.parse(row.get(north)),
                                    degrees ? Double.NaN : Decimal.parse(row.get(Field.LON)),
                                    degrees ? Double.NaN : Decimal.parse(row.get(Field.LAT)));
                        }
                    });
        }
        return new Scan(sample.rows() + takenOut[0], longRows[0] * 2 > sample.rows());
    }

    private interface RowUse {
        void use(TableRow row) throws UnreadableFileException;
    }

    /** Every row below the headings that is not empty. */
    private void each(Reader letters, TableShape shape, CsvGuard.Complaints complaints, RowUse use)
            throws IOException, UnreadableFileException {
        Reader guarded = new CsvGuard(letters, shape.separator(), complaints);
        CsvRows handler = new CsvRows(shape.headings().toArray(String[]::new), shape.columns(), shape.constants());
        long rows = 0;
        try (CsvReader<TableRow> reader = CsvRows.reader(guarded, shape.separator(), handler)) {
            for (TableRow row : reader) {
                if (row.line > shape.headingLine() && !row.isEmpty()) {
                    IncidentReader.refuseTooManyRows(++rows);
                    use.use(row);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new UnreadableFileException("file.too-many-columns", Map.of("limit", TableShape.MAX_COLUMNS));
        }
    }

    private FileKind kind(ReadOptions options, TableShape shape) {
        FileKind said = options.kind();
        if (said != null) {
            return said;
        }
        if (options.role() != null) {
            return FileKind.BASE;
        }
        return FileClues.looksLikeSurvey(fileName, shape.columns().keySet())
                ? FileKind.UNSAFE_PLACES
                : FileKind.INCIDENTS;
    }

    private Map<String, String> notes(TableShape shape, CrsChoice choice) {
        Map<String, String> notes = new HashMap<>();
        if (encoding.twiceEncoded()) {
            notes.put("encoding.twice", "");
        }
        if (choice.swapped()) {
            notes.put("axes.swapped", "");
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

    /**
     * Where the rows go.
     *
     * @param working system they are handed on in
     */
    record Placing(Crs working, Whereabouts whereabouts) {
        static Placing of(CrsChoice choice, PlaceSample sample) throws UnreadableFileException {
            double[] east = choice.swapped() ? sample.seconds() : sample.firsts();
            double[] north = choice.swapped() ? sample.firsts() : sample.seconds();
            double[] lon = new double[east.length];
            double[] lat = new double[east.length];
            Projection.of(choice.crs()).toLonLat(east, north, 0, east.length, lon, lat);
            for (int i = 0; i < lon.length; i++) {
                if (!Whereabouts.isValid(choice.crs(), lon[i], lat[i]) || (east[i] == 0 && north[i] == 0)) {
                    lon[i] = Double.NaN;
                    lat[i] = Double.NaN;
                }
            }
            double centreLon = Whereabouts.median(lon);
            double centreLat = Whereabouts.median(lat);
            if (Double.isNaN(centreLon)) {
                throw new UnreadableFileException(
                        "file.nothing-placed", Map.of("crs", choice.crs().toString()));
            }
            Crs working = WorkingCrs.choose(choice.crs(), centreLon, centreLat);
            Projection.of(working).fromLonLat(lon, lat, 0, lon.length, lon, lat);
            return new Placing(working, Whereabouts.of(lon, lat));
        }
    }

    /** Rows that are no data: totals, headings once more, and rows that do not fit the columns. */
    private static final class RowCheck {
        private final TableShape shape;
        private final boolean refuseLong;
        private final int needed;
        private final String[] headingOfField = new String[Field.values().length];

        RowCheck(TableShape shape, boolean refuseLong) {
            this.shape = shape;
            this.refuseLong = refuseLong;
            this.needed = shape.neededColumns();
            shape.columns()
                    .forEach((field, column) ->
                            headingOfField[field.ordinal()] = shape.headings().get(column));
        }

        @Nullable
        String problemOf(TableRow row) {
            if (refuseLong && isLong(row)) {
                return "row.columns";
            }
            if (isTotal(row)) {
                return "row.total";
            }
            if (row.cellCount < needed) {
                return "row.columns";
            }
            return repeatsHeadings(row) ? "row.headings" : null;
        }

        /** True when there are more cells than headings. */
        boolean isLong(TableRow row) {
            return row.lastFilled > shape.headings().size();
        }

        String firstCell(TableRow row) {
            for (String cell : row.cells) {
                if (!cell.isEmpty()) {
                    return cell;
                }
            }
            return "";
        }

        private boolean isTotal(TableRow row) {
            if (!row.get(Field.X).isEmpty() || !row.get(Field.LON).isEmpty()) {
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
            for (Field field : shape.columns().keySet()) {
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
