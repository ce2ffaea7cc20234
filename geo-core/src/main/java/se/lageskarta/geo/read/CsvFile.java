package se.lageskarta.geo.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** A table in text: separated by semicolon, comma, tab or bar. */
final class CsvFile extends TableFile {
    private static final char[] SEPARATORS = {';', '\t', ',', '|'};

    private final FileBytes bytes;
    private final byte[] start;

    /** @param start the beginning of the text, as much as the layout is recognised by */
    CsvFile(Path file, String fileName, FileBytes bytes, TextEncoding encoding, String start) {
        super(file, fileName, encoding);
        this.bytes = bytes;
        this.start = start.getBytes(StandardCharsets.UTF_8);
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
    List<TableHead> heads(ReadOptions options) throws IOException, UnreadableFileException {
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

    private TableHead head(char separator) throws IOException, UnreadableFileException {
        return CsvRows.head(new ByteArrayInputStream(start), CellLetters.utf8(), separator);
    }

    @Override
    void each(ReadOptions options, TableShape shape, RowUse use) throws IOException, UnreadableFileException {
        try (FileBytes.Counted in = bytes.open()) {
            each(in, in::bytesOnDisk, shape, use);
        }
    }

    @Override
    double some(ReadOptions options, TableShape shape, RowUse use) throws IOException, UnreadableFileException {
        Path plain = bytes.asItIs();
        boolean large = plain != null && sizeOnDisk() >= SpreadBlocks.SMALLEST_BYTES;
        if (plain == null || !large || CellLetters.ofOrNull(encoding.charset()) == null) {
            return super.some(options, shape, use);
        }
        try (SpreadBlocks in = SpreadBlocks.of(plain)) {
            each(in, () -> 0, shape, use);
            return in.share();
        }
    }

    private void each(InputStream in, LongSupplier bytesRead, TableShape shape, RowUse use)
            throws IOException, UnreadableFileException {
        CsvRows cutter = cutter(in, shape, (line, text, code) -> {
            if (line > shape.headingLine()) {
                use.lineTakenOut(line, text, code);
            }
        });
        CsvRow row = cutter.row();
        long rows = 0;
        while (cutter.next()) {
            if (row.line > shape.headingLine() && !row.isEmpty()) {
                IncidentReader.refuseTooManyRows(++rows);
                use.row(row);
                if (rows % IncidentReader.PROGRESS_ROWS == 0) {
                    use.progress(bytesRead.getAsLong());
                }
            }
        }
        if (cutter.repairs() > 0) {
            use.said(new RowProblem(0, "", "", "text.mixed-encoding", Map.of("count", cutter.repairs())));
        }
    }

    private CsvRows cutter(InputStream in, TableShape shape, CsvRows.TakenOut takenOut) throws IOException {
        CellLetters letters = CellLetters.ofOrNull(encoding.charset());
        if (letters != null) {
            in.skipNBytes(encoding.markBytes());
        }
        return new CsvRows(
                letters == null ? new Utf8Stream(encoding.reader(in)) : in,
                letters == null ? CellLetters.utf8() : letters,
                shape.separator(),
                shape.headings(),
                shape.columns(),
                shape.constants(),
                takenOut);
    }
}
