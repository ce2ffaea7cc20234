package se.lageskarta.geo.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.TableHead.HeadRow;
import se.lageskarta.geo.read.xlsx.SheetRow;
import se.lageskarta.geo.read.xlsx.SheetVisitor;
import se.lageskarta.geo.read.xlsx.Workbook;
import se.lageskarta.geo.read.xlsx.Workbook.Sheet;

/**
 * A workbook. The sheet is the one that a person chose, otherwise the one whose headings tell most; hidden sheets only
 * when chosen, or when there are no others.
 */
final class XlsxFile extends TableFile {
    // sheets looked into to find the one with the table
    private static final int MAX_SHEETS_TRIED = 30;

    private List<FileLook.Part> parts = List.of();
    private @Nullable Sheet chosen;
    private final Map<String, String> notes = new HashMap<>();

    XlsxFile(Path file, String fileName) {
        super(file, fileName, new TextEncoding(StandardCharsets.UTF_8, 0, false));
    }

    @Override
    String format() {
        return "xlsx";
    }

    @Override
    List<FileLook.Part> parts() {
        return parts;
    }

    @Override
    List<TableHead> heads(ReadOptions options) throws IOException, UnreadableFileException {
        try (Workbook workbook = Workbook.open(file)) {
            String said = options.layout().part();
            TableHead best = null;
            long bestScore = -1;
            for (Sheet sheet : candidates(workbook, said)) {
                TableHead head = head(workbook, sheet);
                long score = TableShape.score(head, options);
                if (score > bestScore) {
                    best = head;
                    bestScore = score;
                    chosen = sheet;
                }
            }
            tellOfSheets(workbook);
            if (best == null) {
                throw new UnreadableFileException("file.empty");
            }
            return List.of(best);
        }
    }

    @Override
    ReadOptions settled(ReadOptions options) {
        Sheet sheet = chosen;
        FileLayout said = options.layout();
        return sheet == null
                ? options
                : options.with(new FileLayout(
                        said.encoding(), said.separator(), said.headingLine(), sheet.name(), said.swapped()));
    }

    @Override
    Map<String, String> moreNotes() {
        return notes;
    }

    @Override
    void each(ReadOptions options, TableShape shape, RowUse use) throws IOException, UnreadableFileException {
        try (Workbook workbook = Workbook.open(file)) {
            Sheet sheet = candidates(workbook, options.layout().part()).get(0);
            Reading reading = new Reading(workbook, shape, use);
            workbook.read(sheet, reading);
            if (reading.stopped != null) {
                throw reading.stopped;
            }
            count("xlsx.formulas", reading.formulas);
            count("xlsx.hidden-rows", reading.hiddenRows);
            count("xlsx.merged", workbook.mergedCells());
        }
    }

    private void count(String note, long number) {
        if (number > 0) {
            notes.put(note, Long.toString(number));
        }
    }

    /** The sheets that may be the one, none of them empty-handed: at least one, or it is said why not. */
    private static List<Sheet> candidates(Workbook workbook, @Nullable String said) throws UnreadableFileException {
        List<Sheet> sheets = workbook.sheets();
        if (said != null) {
            for (Sheet sheet : sheets) {
                if (sheet.name().equals(said)) {
                    return List.of(sheet);
                }
            }
            throw FileBytes.noSuchPart(said, sheets.stream().map(Sheet::name).toList());
        }
        if (sheets.isEmpty()) {
            throw new UnreadableFileException("file.empty");
        }
        List<Sheet> shown = sheets.stream().filter(sheet -> !sheet.hidden()).toList();
        List<Sheet> tried = shown.isEmpty() ? sheets : shown;
        return tried.subList(0, Math.min(tried.size(), MAX_SHEETS_TRIED));
    }

    private void tellOfSheets(Workbook workbook) {
        List<Sheet> sheets = workbook.sheets();
        if (sheets.size() > 1) {
            parts = sheets.stream()
                    .map(sheet -> new FileLook.Part(sheet.name(), null, sheet.equals(chosen)))
                    .toList();
        }
        String hidden = sheets.stream()
                .filter(sheet -> sheet.hidden() && !sheet.equals(chosen))
                .map(Sheet::name)
                .limit(10)
                .collect(Collectors.joining(", "));
        if (!hidden.isEmpty()) {
            notes.put("xlsx.hidden-sheets", hidden);
        }
        if (workbook.isFrom1904()) {
            notes.put("xlsx.from-1904", "");
        }
    }

    private static TableHead head(Workbook workbook, Sheet sheet) throws IOException {
        List<HeadRow> rows = new ArrayList<>();
        workbook.read(sheet, row -> {
            HeadRow head = headRow(row);
            if (!head.isBlank()) {
                rows.add(head);
            }
            return rows.size() < TableHead.ROWS;
        });
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return new TableHead(
                TableHead.NO_SEPARATOR,
                rows.stream().map(row -> widened(row, width)).toList());
    }

    /** As wide as the widest: a column without a heading is a column. */
    private static HeadRow widened(HeadRow row, int width) {
        int missing = Math.min(width, TableShape.MAX_COLUMNS) - row.cells().size();
        if (missing <= 0) {
            return row;
        }
        List<String> cells = new ArrayList<>(row.cells());
        cells.addAll(Collections.nCopies(missing, ""));
        return new HeadRow(row.line(), cells);
    }

    private static HeadRow headRow(SheetRow row) {
        int width = Math.min(row.lastColumn() + 1, SheetRow.MAX_COLUMNS);
        List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
        for (int i = 0; i < row.count(); i++) {
            cells.set(row.column(i), row.text(i));
        }
        return new HeadRow(row.line(), cells);
    }

    /** Makes table rows of a sheet's rows. */
    private final class Reading implements SheetVisitor {
        private final Workbook workbook;
        private final TableShape shape;
        private final RowUse use;
        private final RowCells cells;
        private final boolean[] isDate;
        private final boolean[] isUsed;
        private long rows;
        private long formulas;
        private long hiddenRows;
        private @Nullable UnreadableFileException stopped;

        Reading(Workbook workbook, TableShape shape, RowUse use) {
            this.workbook = workbook;
            this.shape = shape;
            this.use = use;
            this.cells = new RowCells(shape);
            this.isDate = new boolean[shape.headings().size()];
            this.isUsed = new boolean[isDate.length];
            shape.columns().forEach((field, column) -> {
                isDate[column] = field == Field.DATE || field == Field.TO_DATE;
                isUsed[column] = true;
            });
        }

        @Override
        public boolean row(SheetRow row) {
            if (row.line() <= shape.headingLine()) {
                return true;
            }
            try {
                take(row);
            } catch (UnreadableFileException e) {
                stopped = e;
            }
            return stopped == null;
        }

        @Override
        public void formula() {
            formulas++;
        }

        private void take(SheetRow row) throws UnreadableFileException {
            cells.begin(row.line());
            boolean withoutValue = false;
            for (int i = 0; i < row.count(); i++) {
                int column = row.column(i);
                boolean known = column < isDate.length;
                withoutValue |= known && isUsed[column] && row.isWithoutValue(i);
                boolean dayNumber = known && isDate[column] && row.isNumber(i);
                cells.cell(column, dayNumber ? workbook.dayIfItCanBe(row.text(i)) : row.text(i));
            }
            TableRow filled = cells.end();
            filled.lastFilled = Math.max(filled.lastFilled, lastBeyond(row));
            if (filled.isEmpty() && !withoutValue) {
                return;
            }
            IncidentReader.refuseTooManyRows(++rows);
            hiddenRows += row.isHidden() ? 1 : 0;
            if (row.hasTooLongCell() || withoutValue) {
                String start = row.count() == 0 ? "" : row.text(0);
                use.lineTakenOut(row.line(), start, row.hasTooLongCell() ? "cell.too-long" : "cell.formula");
            } else {
                use.row(filled);
            }
        }

        /** Number of a cell so far to the right that it was not taken, counted from 1; 0 when there is none. */
        private int lastBeyond(SheetRow row) {
            return row.lastColumn() >= SheetRow.MAX_COLUMNS ? row.lastColumn() + 1 : 0;
        }
    }
}
