package se.lageskarta.geo.read.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * Cells merged downwards: the text of the upper one holds for those below, which are empty in the file. They are
 * listed after the rows, so they are looked up before the rows are read.
 */
final class MergedCells extends XmlPart {
    static final MergedCells NONE = new MergedCells();

    private static final byte[] TAG = "mergeCell ".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");
    private static final int MAX_MERGED = 50_000;

    /** @param column of the left edge, counted from 0 */
    private record Merged(int column, int firstRow, int lastRow) {}

    private final List<Merged> inOrder = new ArrayList<>();
    private final @Nullable Merged[] active = new Merged[SheetRow.MAX_COLUMNS];
    private final String[] textOf = new String[SheetRow.MAX_COLUMNS];
    private int next;
    private int filled;
    private boolean anyActive;

    /** True when the sheet's file names merged cells at all, which most do not. */
    static boolean areIn(InputStream sheet) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        int kept = 0;
        while (true) {
            int read = sheet.readNBytes(buffer, kept, buffer.length - kept);
            int length = kept + read;
            if (indexOf(buffer, length) >= 0) {
                return true;
            }
            if (length < buffer.length) {
                return false;
            }
            kept = TAG.length - 1;
            System.arraycopy(buffer, length - kept, buffer, 0, kept);
        }
    }

    /** Number of empty cells that got the text of the merged cell above. */
    int filled() {
        return filled;
    }

    /** Makes ready for the first row again. */
    void sort() {
        inOrder.sort(Comparator.comparingInt(Merged::firstRow));
        next = 0;
        filled = 0;
        Arrays.fill(active, null);
    }

    /** Gives the row what the merged cells above it say. */
    void fill(SheetRow row) {
        while (next < inOrder.size() && inOrder.get(next).firstRow <= row.line()) {
            Merged merged = inOrder.get(next++);
            active[merged.column] = merged;
            textOf[merged.column] = merged.firstRow == row.line() ? textAt(row, merged.column) : "";
            anyActive = true;
        }
        if (!anyActive) {
            return;
        }
        anyActive = false;
        for (int column = 0; column < active.length; column++) {
            Merged merged = active[column];
            if (merged == null) {
                continue;
            }
            if (merged.lastRow < row.line()) {
                active[column] = null;
                continue;
            }
            anyActive = true;
            if (merged.firstRow < row.line()
                    && !textOf[column].isEmpty()
                    && textAt(row, column).isEmpty()) {
                row.add(column, textOf[column], false, false);
                filled++;
            }
        }
    }

    @Override
    void start(String name, Attributes attributes) {
        String range = name.equals("mergeCell") ? attributes.getValue("ref") : null;
        Matcher parts = RANGE.matcher(range == null ? "" : range);
        if (!parts.matches() || inOrder.size() == MAX_MERGED) {
            return;
        }
        int first = Integer.parseInt(parts.group(2));
        int last = Integer.parseInt(parts.group(4));
        int column = column(parts.group(1));
        if (last > first && column < SheetRow.MAX_COLUMNS) {
            inOrder.add(new Merged(column, first, last));
        }
    }

    @Override
    void end(String name) {
        // all is in the attributes
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static String textAt(SheetRow row, int column) {
        for (int i = 0; i < row.count(); i++) {
            if (row.column(i) == column) {
                return row.text(i);
            }
        }
        return "";
    }

    private static int indexOf(byte[] buffer, int length) {
        for (int i = 0; i + TAG.length <= length; i++) {
            if (buffer[i] == TAG[0] && Arrays.equals(buffer, i, i + TAG.length, TAG, 0, TAG.length)) {
                return i;
            }
        }
        return -1;
    }
}
