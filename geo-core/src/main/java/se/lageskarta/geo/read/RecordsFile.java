package se.lageskarta.geo.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lageskarta.geo.read.TableHead.HeadRow;

/** A JSON array of objects, each a row: the events of polisen.se, the answers of many other services. */
final class RecordsFile extends TableFile {
    private static final int FIRST_RECORDS = 200;

    private final FileBytes bytes;
    private final RecordColumns columns;
    private final List<HeadRow> rows;

    /** Reads the first objects, of which the columns are made. */
    RecordsFile(Path file, String fileName, FileBytes bytes, TextEncoding encoding)
            throws IOException, UnreadableFileException {
        super(file, fileName, encoding);
        this.bytes = bytes;
        List<Map<String, String>> first = new ArrayList<>();
        try (FileBytes.Counted in = bytes.open();
                JsonRecords records = new JsonRecords(encoding.reader(in))) {
            while (first.size() < FIRST_RECORDS && records.next()) {
                first.add(new LinkedHashMap<>(records.record()));
            }
        }
        columns = new RecordColumns(first);
        rows = head(first);
    }

    @Override
    String format() {
        return columns.isPoliceEvents() ? "police-events" : "json";
    }

    @Override
    boolean isText() {
        return true;
    }

    @Override
    List<FileLook.Part> parts() {
        return bytes.parts();
    }

    @Override
    List<TableHead> heads(ReadOptions options) throws UnreadableFileException {
        if (rows.size() < 2) {
            throw new UnreadableFileException("file.no-rows");
        }
        return List.of(new TableHead(TableHead.NO_SEPARATOR, rows));
    }

    @Override
    void each(ReadOptions options, TableShape shape, RowUse use) throws IOException, UnreadableFileException {
        RowCells cells = new RowCells(shape);
        try (FileBytes.Counted in = bytes.open();
                JsonRecords records = new JsonRecords(encoding.reader(in))) {
            long number = 0;
            while (records.next()) {
                IncidentReader.refuseTooManyRows(++number);
                row(cells, number, columns.cells(records.record()), use);
                if (number % IncidentReader.PROGRESS_ROWS == 0) {
                    use.progress(in.bytesOnDisk());
                }
            }
        }
    }

    private static void row(RowCells cells, long number, Map<Integer, String> texts, RowUse use)
            throws UnreadableFileException {
        cells.begin(number);
        String start = "";
        boolean tooLong = false;
        for (Map.Entry<Integer, String> text : texts.entrySet()) {
            start = start.isEmpty() ? text.getValue() : start;
            tooLong |= text.getValue().length() > CsvGuard.MAX_CELL;
            cells.cell(text.getKey(), text.getValue());
        }
        if (tooLong) {
            use.lineTakenOut(number, start, "cell.too-long");
        } else {
            use.row(cells.end());
        }
    }

    /** The names, as a row before the first, and the first objects. */
    private List<HeadRow> head(List<Map<String, String>> first) {
        List<HeadRow> head = new ArrayList<>();
        head.add(new HeadRow(0, columns.headings()));
        for (int i = 0; i < first.size() && head.size() < TableHead.ROWS; i++) {
            List<String> texts =
                    new ArrayList<>(Collections.nCopies(columns.headings().size(), ""));
            columns.cells(first.get(i)).forEach(texts::set);
            head.add(new HeadRow(i + 1L, texts));
        }
        return head;
    }
}
