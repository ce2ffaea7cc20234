package se.lageskarta.service.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;
import se.lageskarta.service.web.SpreadsheetText;

/**
 * A code table that comes back as a file: comma, semicolon or tab between cells, UTF-8 or the Windows-1252 that a
 * spreadsheet in Sweden writes.
 *
 * @param lines that say anything, in the order of the file
 * @param unread headings of columns that mean nothing here
 */
record CodeFile(List<Line> lines, List<String> unread) {
    /** A table of all offence codes with names is a tenth of this. */
    static final int MOST_BYTES = 1 << 20;

    static final int MOST_LINES = 10_000;

    private static final String FIELD = "file";
    private static final String SEPARATORS = ";,\t";

    /**
     * What one line says.
     *
     * @param number in the file, from 1, which is the line of headings
     */
    record Line(long number, Map<CodeColumn, String> cells) {
        /** Without blanks around; empty when the file has no such column. */
        String cell(CodeColumn column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** @throws RefusedRequestException 413 when it is too long, 422 when it cannot be read as this table */
    static CodeFile read(byte[] bytes, CodeTableKind table) {
        if (bytes.length > MOST_BYTES) {
            throw refused(413, bytes.length + " byte", "codes.file-large", MOST_BYTES >> 20);
        }
        String text = decoded(bytes);
        String head = text.lines().findFirst().orElse("");
        List<CsvRecord> records = records(text, head);
        if (records.isEmpty()) {
            throw refused(422, "", "codes.file-empty", headings(table.needed()));
        }
        if (records.size() > MOST_LINES + 1) {
            throw refused(413, Integer.toString(records.size() - 1), "codes.file-lines", MOST_LINES);
        }
        Map<Integer, CodeColumn> columns = new java.util.TreeMap<>();
        List<String> unread = new ArrayList<>();
        List<String> names = records.get(0).getFields();
        for (int i = 0; i < names.size(); i++) {
            CodeColumn column = CodeColumn.named(names.get(i), table.columns()).orElse(null);
            if (column != null && columns.containsValue(column)) {
                throw refused(422, names.get(i), "codes.column-twice", column.heading());
            } else if (column != null) {
                columns.put(i, column);
            } else if (!names.get(i).isBlank()) {
                unread.add(names.get(i).strip());
            }
        }
        List<CodeColumn> missing = table.needed().stream()
                .filter(column -> !columns.containsValue(column))
                .toList();
        if (!missing.isEmpty()) {
            throw refused(422, head, "codes.column-missing", headings(missing), headings(table.needed()));
        }
        return new CodeFile(lines(records.subList(1, records.size()), columns), List.copyOf(unread));
    }

    private static List<Line> lines(List<CsvRecord> records, Map<Integer, CodeColumn> columns) {
        List<Line> lines = new ArrayList<>();
        for (CsvRecord record : records) {
            Map<CodeColumn, String> cells = new EnumMap<>(CodeColumn.class);
            columns.forEach((at, column) -> {
                if (at < record.getFieldCount()) {
                    cells.put(column, asMeant(record.getField(at).strip()));
                }
            });
            if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                lines.add(new Line(record.getStartingLineNumber(), cells));
            }
        }
        return lines;
    }

    /** Takes away the apostrophe that stands before what a spreadsheet would take for a formula. */
    private static String asMeant(String cell) {
        boolean guarded = cell.startsWith("'")
                && SpreadsheetText.harmless(cell.substring(1)).equals(cell);
        return guarded ? cell.substring(1) : cell;
    }

    private static List<CsvRecord> records(String text, String head) {
        char separator = ';';
        for (char each : SEPARATORS.toCharArray()) {
            separator = count(head, each) > count(head, separator) ? each : separator;
        }
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            return reader.stream().limit(MOST_LINES + 2L).toList();
        } catch (CsvParseException | java.io.IOException unreadable) {
            throw refused(422, head, "codes.file-unreadable");
        }
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String decoded(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherLetters) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String headings(List<CodeColumn> columns) {
        return columns.stream().map(CodeColumn::heading).collect(Collectors.joining(", "));
    }

    static RefusedRequestException refused(int status, String value, String code, Object... arguments) {
        return new RefusedRequestException(status, List.of(FieldFault.of(FIELD, value, code, arguments)));
    }
}
