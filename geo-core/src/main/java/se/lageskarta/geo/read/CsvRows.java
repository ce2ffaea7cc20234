package se.lageskarta.geo.read;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordWrapper;
import java.io.Reader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link TableRow}s of a table's records without making text of columns that nobody asked for. The row handed
 * out is the same object each time.
 */
final class CsvRows extends AbstractBaseCsvCallbackHandler<TableRow> {
    // texts repeat in most columns: types, dates, areas
    private static final int KEPT_TEXTS = 2048;
    private static final int LONGEST_KEPT = 40;

    private final TableRow row = new TableRow();
    private final int[] fieldOfColumn;
    private final long[] headingHash;
    private final boolean[] freeText;
    private final String[] constants;
    private final @Nullable String[] kept = new String[KEPT_TEXTS];

    /**
     * @param headings the columns' headings as they stand
     * @param columns where each field is
     */
    CsvRows(String[] headings, Map<Field, Integer> columns, Map<Field, String> constants) {
        fieldOfColumn = new int[headings.length];
        headingHash = new long[headings.length];
        freeText = new boolean[headings.length];
        for (int i = 0; i < headings.length; i++) {
            fieldOfColumn[i] = -1;
            headingHash[i] = RowKeys.hash(Field.fold(headings[i]));
            freeText[i] = true;
        }
        columns.forEach((field, column) -> {
            fieldOfColumn[column] = field.ordinal();
            freeText[column] = false;
        });
        this.constants = new String[Field.values().length];
        constants.forEach((field, text) -> this.constants[field.ordinal()] = text);
    }

    static CsvReader<TableRow> reader(Reader guarded, char separator, CsvRows handler) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter('"')
                .skipEmptyLines(true)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(true)
                .build(handler, guarded);
    }

    @Override
    protected void handleBegin(long startingLine) {
        row.clear(startingLine);
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        while (from < to && isBlank(buffer[from])) {
            from++;
        }
        while (to > from && isBlank(buffer[to - 1])) {
            to--;
        }
        row.cellCount = column + 1;
        if (from == to) {
            return;
        }
        row.lastFilled = column + 1;
        for (int i = from; i < to; i++) {
            char c = buffer[i];
            row.hasControl |= (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\uFFFD';
        }
        long textHash = RowKeys.hash(buffer, from, to);
        boolean known = column < fieldOfColumn.length;
        row.addContent(known ? headingHash[column] : column, textHash);
        if (known && fieldOfColumn[column] >= 0) {
            row.cells[fieldOfColumn[column]] = text(buffer, from, to, textHash);
        } else if (!known || freeText[column]) {
            row.hasPersonalData |= to - from >= 6 && PersonalData.isIn(buffer, from, to);
        }
    }

    @Override
    protected RecordWrapper<TableRow> buildRecord() {
        for (int i = 0; i < constants.length; i++) {
            if (constants[i] != null) {
                row.cells[i] = constants[i];
            }
        }
        return wrapRecord(row);
    }

    private String text(char[] buffer, int from, int to, long hash) {
        if (to - from > LONGEST_KEPT) {
            return new String(buffer, from, to - from);
        }
        int slot = (int) (hash & (KEPT_TEXTS - 1));
        String known = kept[slot];
        if (known != null && same(known, buffer, from, to)) {
            return known;
        }
        String made = new String(buffer, from, to - from);
        kept[slot] = made;
        return made;
    }

    private static boolean same(String text, char[] buffer, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != buffer[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\ufeff' || c == '\u200b';
    }
}
