package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text table into rows and cells on its bytes, eight at a time, and hashes the cells on the way. The row handed
 * out is the same object each time. Line feed, carriage return and both together end a row.
 *
 * <p>A quotation mark counts at the beginning of a cell only; two of them within mean one; what follows the closing
 * one up to the separator belongs to the cell as it stands. Lines that the {@link CsvGuard} finds to be none are told
 * and left out, so that line numbers stay those of the file.
 *
 * <p>O(bytes); memory is that of the longest row.
 */
final class CsvRows {
    /** Wider than this is no table. */
    static final int MAX_CELLS = 16_384;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BLANKS = ' ' * ONES;
    private static final long QUOTES = '"' * ONES;

    // what cutting a row came to, when it is not the place of the next row
    private static final int MORE = -1;
    private static final int ODD = -2;
    private static final int ROOM = -3;

    private static final int LONGEST_LINE_TO_CUT = CsvGuard.MAX_LINE;
    // two more are the quotation marks
    private static final int LONGEST_CELL_TO_CUT = CsvGuard.MAX_CELL - 2;

    private final ByteWindow window;
    private final CellLetters letters;
    private final CsvGuard guard;
    private final TakenOut takenOut;
    private final byte separator;
    private final long separators;
    private final int[] fieldOfColumn;
    private final boolean[] mayBePersonal;
    private final long[] headingHash;
    private final CsvRow row;
    private final @Nullable List<String> texts;
    // hashes of texts that have been looked through lately: places repeat
    private final long[] harmless = new long[1024];
    private long line;
    private int roomAt;
    // the quoted cell that was cut last
    private int cellFrom;
    private int cellTo;
    private long cellHash;
    private long cellHigh;
    // true when the cell that is being cut has control characters
    private boolean odd;

    /** Told of each line that is no row. */
    interface TakenOut {
        void lineTakenOut(long line, String start, String code);
    }

    /**
     * @param separator an ASCII character
     * @param headings the columns' headings as they stand
     * @param columns where each field is
     */
    CsvRows(
            InputStream in,
            CellLetters letters,
            char separator,
            List<String> headings,
            Map<Field, Integer> columns,
            Map<Field, String> constants,
            TakenOut takenOut) {
        this(in, letters, separator, headings, columns, constants, takenOut, null);
    }

    private CsvRows(
            InputStream in,
            CellLetters letters,
            char separator,
            List<String> headings,
            Map<Field, Integer> columns,
            Map<Field, String> constants,
            TakenOut takenOut,
            @Nullable List<String> texts) {
        if (separator >= 128 || separator == '"' || separator == '\n' || separator == '\r') {
            throw new IllegalArgumentException("separator is " + (int) separator + ", but must be an ASCII character");
        }
        this.window = new ByteWindow(in);
        this.letters = letters;
        this.guard = new CsvGuard(window, letters, separator);
        this.takenOut = takenOut;
        this.separator = (byte) separator;
        this.separators = separator * ONES;
        this.row = new CsvRow(constants);
        this.texts = texts;
        fieldOfColumn = new int[headings.size()];
        headingHash = new long[headings.size()];
        for (int i = 0; i < fieldOfColumn.length; i++) {
            fieldOfColumn[i] = -1;
            headingHash[i] = RowKeys.hash(Field.fold(headings.get(i)));
        }
        columns.forEach((field, column) -> fieldOfColumn[column] = field.ordinal());
        Survey123.leaveOutPersons(headings, fieldOfColumn);
        boolean[] words = Field.wordsByOrdinal();
        mayBePersonal = new boolean[fieldOfColumn.length];
        for (int i = 0; i < fieldOfColumn.length; i++) {
            int field = fieldOfColumn[i];
            mayBePersonal[i] = field >= 0 ? words[field] : field != Survey123.NOT_READ;
        }
    }

    /** The cells of the first rows that are not empty, as text. */
    static TableHead head(InputStream in, CellLetters letters, char separator)
            throws IOException, UnreadableFileException {
        List<TableHead.HeadRow> rows = new ArrayList<>();
        CsvRows cutter = asText(in, letters, separator);
        while (rows.size() < TableHead.ROWS && cutter.next()) {
            if (!cutter.row.isEmpty()) {
                rows.add(new TableHead.HeadRow(cutter.row.line, cutter.texts()));
            }
        }
        return new TableHead(separator, rows);
    }

    /** Cuts a table of which nothing is known yet. */
    static CsvRows asText(InputStream in, CellLetters letters, char separator) {
        List<String> texts = new ArrayList<>();
        return new CsvRows(in, letters, separator, List.of(), Map.of(), Map.of(), (line, start, code) -> {}, texts);
    }

    /** All cells of the row that was cut last, when it is cut as text. */
    List<String> texts() {
        return texts == null ? List.of() : texts;
    }

    /** The row that was cut last. */
    CsvRow row() {
        return row;
    }

    /** Number of bytes so far that were not UTF-8 in a file of UTF-8. */
    long repairs() {
        return letters.repairs();
    }

    /**
     * Goes to the next row, which may be empty.
     *
     * @return false when there is none
     */
    boolean next() throws IOException, UnreadableFileException {
        boolean checked = false;
        int lines = 1;
        while (true) {
            if (window.at == window.end) {
                if (window.ended) {
                    return false;
                }
                window.more();
                continue;
            }
            long repairs = letters.repairs();
            int next = cut(checked);
            if (next >= 0) {
                row.in(window.bytes);
                line += lines;
                window.at = next;
                return true;
            }
            letters.repairs(repairs);
            switch (next) {
                case ROOM -> window.moreRoom();
                case MORE -> {
                    if (window.unused() <= CsvGuard.MAX_LINE_BYTES || checked) {
                        window.more();
                    } else {
                        takeOut("row.too-long");
                    }
                }
                default -> {
                    // what the guard has let pass and still cannot be cut would come again for ever
                    checked = !checked && judge() || checked && takeOut("row.quote");
                    lines = checked ? guard.lines : 1;
                }
            }
        }
    }

    /** True when the line is a row after all; otherwise it has been taken out. */
    private boolean judge() throws IOException {
        while (!guard.judge()) {
            window.more();
        }
        String code = guard.code;
        return code == null || takeOut(code);
    }

    /** Tells of the line and goes to the next; false. */
    private boolean takeOut(String code) throws IOException {
        line++;
        takenOut.lineTakenOut(line, guard.start(), code);
        skipLine();
        return false;
    }

    private void skipLine() throws IOException {
        while (true) {
            int at = window.at;
            while (at < window.end && window.bytes[at] != '\n' && window.bytes[at] != '\r') {
                at++;
            }
            boolean sure = at < window.end && (window.bytes[at] == '\n' || at + 1 < window.end);
            if (sure || window.ended) {
                window.at = at < window.end ? guard.afterLineEnd(at) : at;
                return;
            }
            window.at = at;
            window.more();
        }
    }

    /**
     * Cuts the row that begins at the window's place.
     *
     * @param checked true when the guard has found that it is one
     * @return where the next row begins, or one of the negative outcomes
     */
    private int cut(boolean checked) throws UnreadableFileException {
        row.clear(line + 1);
        odd = false;
        roomAt = window.roomFrom();
        if (texts != null) {
            texts.clear();
        }
        byte[] b = window.bytes;
        int p = window.at;
        int column = 0;
        int lastFilled = 0;
        long content = 0;
        int columns = texts == null ? fieldOfColumn.length : 0;
        while (true) {
            int from = p;
            int to;
            long high;
            long hash;
            if (b[p] == '"') {
                int after = quoted(b, p + 1, checked);
                if (after < 0) {
                    return after;
                }
                p = after;
                from = cellFrom;
                to = cellTo;
                high = cellHigh;
                hash = cellHash;
            } else {
                hash = TextHash.START;
                high = 0;
                long w;
                long stop;
                while (true) {
                    w = (long) TextHash.LONGS.get(b, p);
                    long s = w ^ separators;
                    stop = ((s - ONES) & ~s | (w - BLANKS) & ~w) & HIGHS;
                    if (stop != 0) {
                        break;
                    }
                    hash = TextHash.step(hash, w);
                    high |= w;
                    p += Long.BYTES;
                }
                int rest = Long.numberOfTrailingZeros(stop) & ~7;
                p += rest >>> 3;
                if (rest != 0) {
                    w &= (Long.lowestOneBit(stop) - 1) >>> 7;
                    hash = TextHash.step(hash, w);
                    high |= w;
                }
                to = p;
                hash = TextHash.end(hash, to - from);
                byte c = b[p];
                if (c != separator && c != '\n' && c != '\r') {
                    p = endOfCell(b, p);
                    to = p;
                    high = HIGHS;
                    odd = true;
                    hash = TextHash.of(b, from, to);
                }
            }
            if (to > from) {
                if (to - from > LONGEST_CELL_TO_CUT && !checked) {
                    return p >= window.end && !window.ended ? MORE : ODD;
                }
                boolean plain = (high & HIGHS) == 0 && b[from] > ' ' && b[to - 1] > ' ' && column < columns && !odd;
                if (plain) {
                    lastFilled = column + 1;
                    int field = fieldOfColumn[column];
                    content += field == Survey123.NOT_READ ? 0 : RowKeys.contentOf(headingHash[column], hash);
                    if (field >= 0) {
                        row.put(field, from, to, hash);
                    }
                    if (mayBePersonal[column]) {
                        lookForPersonal(b, from, to, hash);
                    }
                } else {
                    row.lastFilled = lastFilled;
                    if (!take(b, column, from, to, hash, high)) {
                        return ROOM;
                    }
                    lastFilled = row.lastFilled;
                    odd = false;
                }
            } else if (texts != null) {
                texts.add("");
            }
            column++;
            if (b[p] == separator) {
                p++;
                if (column >= MAX_CELLS) {
                    throw new UnreadableFileException("file.too-many-columns", Map.of("limit", TableShape.MAX_COLUMNS));
                }
                continue;
            }
            row.cellCount = column;
            row.lastFilled = lastFilled;
            row.contentHash += content;
            return endOfRow(p, checked);
        }
    }

    private int endOfRow(int p, boolean checked) {
        boolean halfLineEnd = p == window.end - 1 && window.bytes[p] == '\r';
        if ((p >= window.end || halfLineEnd) && !window.ended) {
            return MORE;
        }
        if (p - window.at > LONGEST_LINE_TO_CUT && !checked) {
            return ODD;
        }
        return p >= window.end ? window.end : guard.afterLineEnd(p);
    }

    /** Where a cell without quotation marks ends that has control characters. */
    private int endOfCell(byte[] b, int from) {
        int p = from;
        while (b[p] != separator && b[p] != '\n' && b[p] != '\r') {
            p++;
        }
        return p;
    }

    /** Cuts a quoted cell from after its opening mark; where it ends, or a negative outcome. */
    private int quoted(byte[] b, int from, boolean checked) {
        int p = from;
        long hash = TextHash.START;
        long high = 0;
        long w;
        long stop;
        while (true) {
            w = (long) TextHash.LONGS.get(b, p);
            long q = w ^ QUOTES;
            stop = ((q - ONES) & ~q | (w - BLANKS) & ~w) & HIGHS;
            if (stop != 0) {
                break;
            }
            hash = TextHash.step(hash, w);
            high |= w;
            p += Long.BYTES;
        }
        int rest = Long.numberOfTrailingZeros(stop) & ~7;
        p += rest >>> 3;
        if (b[p] == '"' && b[p + 1] != '"') {
            byte next = b[p + 1];
            if (next == separator || next == '\n' || next == '\r') {
                if (rest != 0) {
                    w &= (Long.lowestOneBit(stop) - 1) >>> 7;
                    hash = TextHash.step(hash, w);
                    high |= w;
                }
                cellFrom = from;
                cellTo = p;
                cellHigh = high;
                cellHash = TextHash.end(hash, p - from);
                return p + 1;
            }
        }
        return unquote(b, from, checked);
    }

    /** Writes a quoted cell anew, without the marks that only say where it ends. */
    private int unquote(byte[] b, int from, boolean checked) {
        int start = roomAt;
        int out = start;
        int most = window.roomTo() - Long.BYTES;
        int p = from;
        long high = 0;
        boolean open = true;
        while (true) {
            if (out >= most) {
                return ROOM;
            }
            byte c = b[p];
            if (open && c == '"') {
                if (b[p + 1] != '"') {
                    open = false;
                    p++;
                    continue;
                }
                p++;
            } else if (c == '\n' || c == '\r') {
                if (p >= window.end && !window.ended) {
                    return MORE;
                }
                if (!open) {
                    break;
                }
                if (!checked || p >= window.end) {
                    return ODD;
                }
            } else if (!open && c == separator) {
                break;
            } else if (open) {
                long w = (long) TextHash.LONGS.get(b, p);
                long q = w ^ QUOTES;
                long stop = ((q - ONES) & ~q | (w - BLANKS) & ~w) & HIGHS;
                TextHash.LONGS.set(b, out, w);
                int plain = stop == 0 ? Long.BYTES : Long.numberOfTrailingZeros(stop) >>> 3;
                if (plain > 0) {
                    high |= plain == Long.BYTES ? w : w & ((1L << (plain << 3)) - 1);
                    p += plain;
                    out += plain;
                    continue;
                }
            }
            odd |= c >= 0 && c < ' ';
            high |= c;
            b[out++] = c;
            p++;
        }
        roomAt = out;
        cellFrom = start;
        cellTo = out;
        cellHigh = high;
        cellHash = TextHash.of(b, start, out);
        return p;
    }

    /** Takes a cell into the row; false when there is too little room to write its letters anew. */
    private boolean take(byte[] b, int column, int from, int to, long hash, long high) {
        int start = from;
        int end = to;
        long textHash = hash;
        boolean lost = false;
        if ((high & HIGHS) != 0 && !letters.isShortUtf8(b, start, end)) {
            if (!letters.isUtf8(b, start, end)) {
                if (roomAt + (end - start) * CellLetters.MOST_BYTES_A_LETTER > window.roomTo()) {
                    return false;
                }
                int written = letters.write(b, start, end, b, roomAt);
                start = roomAt;
                end = written;
                roomAt = written;
                textHash = TextHash.of(b, start, end);
            }
            lost = Utf8.hasLostLetter(b, start, end);
        }
        if (b[start] <= ' ' || b[end - 1] <= ' ') {
            // bytes of letters beyond ASCII are negative: they come here as well
            int first = start;
            int last = end;
            start = withoutBlanksBefore(b, start, end);
            end = withoutBlanksAfter(b, start, end);
            if (start == end) {
                if (texts != null) {
                    texts.add("");
                }
                return true;
            }
            if (start != first || end != last) {
                textHash = TextHash.of(b, start, end);
            }
        }
        row.lastFilled = column + 1;
        row.hasControl |= lost || odd && hasControl(b, start, end);
        boolean known = column < fieldOfColumn.length;
        if (known && fieldOfColumn[column] == Survey123.NOT_READ) {
            return true;
        }
        row.addContent(known ? headingHash[column] : column, textHash);
        if (known && fieldOfColumn[column] >= 0) {
            row.put(fieldOfColumn[column], start, end, textHash);
        }
        if (!known || mayBePersonal[column]) {
            lookForPersonal(b, start, end, textHash);
        }
        if (texts != null) {
            texts.add(CsvRow.textBetween(b, start, end));
        }
        return true;
    }

    private void lookForPersonal(byte[] b, int from, int to, long hash) {
        int slot = (int) hash & (harmless.length - 1);
        if (harmless[slot] != hash && to - from >= PersonalData.SHORTEST && !row.hasPersonalData) {
            row.hasPersonalData = PersonalData.isIn(b, from, to);
            harmless[slot] = row.hasPersonalData ? 0 : hash;
        }
    }

    private static int withoutBlanksBefore(byte[] b, int from, int to) {
        int start = from;
        while (start < to) {
            int blank = Utf8.blankAt(b, start, to);
            if (blank == 0) {
                break;
            }
            start += blank;
        }
        return start;
    }

    private static int withoutBlanksAfter(byte[] b, int from, int to) {
        int end = to;
        while (end > from) {
            int blank = Utf8.blankBefore(b, from, end);
            if (blank == 0) {
                break;
            }
            end -= blank;
        }
        return end;
    }

    private static boolean hasControl(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                return true;
            }
        }
        return false;
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\ufeff' || c == '\u200b';
    }
}
