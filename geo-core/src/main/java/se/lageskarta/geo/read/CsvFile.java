package se.lageskarta.geo.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.lageskarta.geo.read.TableHead.HeadRow;

/** A table in text: separated by semicolon, comma, tab or bar. */
final class CsvFile extends TableFile {
    private static final char[] SEPARATORS = {';', '\t', ',', '|'};

    private final FileBytes bytes;
    private final String start;

    /** @param start the beginning of the text, as much as the layout is recognised by */
    CsvFile(Path file, String fileName, FileBytes bytes, TextEncoding encoding, String start) {
        super(file, fileName, encoding);
        this.bytes = bytes;
        this.start = start;
    }

    @Override
    String format() {
        return "csv";
    }

    @Override
    List<FileLook.Part> parts() {
        return bytes.parts();
    }

    @Override
    boolean isText() {
        return true;
    }

    @Override
    List<TableHead> heads(ReadOptions options) throws UnreadableFileException {
        Character said = options.layout().separator();
        if (said != null) {
            return List.of(head(said));
        }
        List<TableHead> heads = new ArrayList<>();
        for (char separator : SEPARATORS) {
            heads.add(head(separator));
        }
        return heads;
    }

    private TableHead head(char separator) throws UnreadableFileException {
        List<HeadRow> rows = new ArrayList<>();
        CsvGuard guard = new CsvGuard(new StringReader(start), separator, (line, text, code) -> {});
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(true)
                .ofCsvRecord(guard);
        try {
            for (CsvRecord record : reader) {
                HeadRow row = new HeadRow(record.getStartingLineNumber(), record.getFields());
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() == TableHead.ROWS) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            // all other limits are kept by the guard
            throw new UnreadableFileException("file.too-many-columns", Map.of("limit", TableShape.MAX_COLUMNS));
        }
        return new TableHead(separator, rows);
    }

    @Override
    void each(ReadOptions options, TableShape shape, RowUse use) throws IOException, UnreadableFileException {
        try (FileBytes.Counted in = bytes.open()) {
            Reader letters = encoding.reader(in);
            Reader guarded = new CsvGuard(letters, shape.separator(), (line, text, code) -> {
                if (line > shape.headingLine()) {
                    use.lineTakenOut(line, text, code);
                }
            });
            CsvRows handler = new CsvRows(shape.headings().toArray(String[]::new), shape.columns(), shape.constants());
            long rows = 0;
            try (CsvReader<TableRow> reader = CsvRows.reader(guarded, shape.separator(), handler)) {
                for (TableRow row : reader) {
                    if (row.line > shape.headingLine() && !row.isEmpty()) {
                        IncidentReader.refuseTooManyRows(++rows);
                        use.row(row);
                        if (rows % IncidentReader.PROGRESS_ROWS == 0) {
                            use.progress(in.bytesOnDisk());
                        }
                    }
                }
            }
            if (letters instanceof ForgivingUtf8 utf8 && utf8.repairs() > 0) {
                use.said(new RowProblem(0, "", "", "text.mixed-encoding", Map.of("count", utf8.repairs())));
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
}
