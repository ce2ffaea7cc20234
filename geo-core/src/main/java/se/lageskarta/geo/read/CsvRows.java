package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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

    // what is left of either is a blank
    private static final int BLANK_OR_QUOTE = 0xFF & ~(' ' ^ '"');
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BLANKS = ' ' * ONES;
    private static final long QUOTES = '"' * ONES;

    // tells what a text is looked at as
    private static final long TYPED = 0x5851F42D4C957F2DL;

    // what cutting a row came to, when it is not the place of the next row
    private static final int MORE = -1;
    private static final int ODD = -2;
    private static final int ROOM = -3;

    private static final int SEEN_TEXTS = 1 << 13;
    private static final int NONE = -1;
    private static final int LONGEST_LINE_TO_CUT = CsvGuard.MAX_LINE;
    // two more are the quotation marks
    private static final int LONGEST_CELL_TO_CUT = CsvGuard.MAX_CELL - 2;

    private final ByteWindow window;
    private final CellLetters letters;
    private final CsvGuard guard;
    private final TakenOut takenOut;
    private final byte separator;
    private final int known;
    // columns that are no part of what a row says; those that people write in with words of their own, and those with
    // words that are given, with NONE at the end
    private final int[] untold;
    private final int[] wordy;
    private final int[] given;
    private final boolean allAreTold;
    private final CsvRow row;
    private final @Nullable List<String> texts;
    // hashes of texts that are as they should be, found lately: places and types repeat
    private final long[] seenLately = new long[SEEN_TEXTS];
    private long line;
    private int roomAt;
    // where the cells begin in the row's numbers that take more than to know where they lie
    private int[] specialCells;
    private int specials;
    // the cell that was cut last, when it has quotation marks or control characters: where it lies, its hash but for
    // the end, and the bits that only letters beyond ASCII have
    private int cellFrom;
    private int cellTo;
    private long cellHash;
    private long cellLetters;
    // true when the row that is being cut has control characters
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
        this.window = new ByteWindow(in, (byte) separator, texts == null ? ByteWindow.MANY : ByteWindow.FEW);
        this.letters = letters;
        this.guard = new CsvGuard(window, letters, separator);
        this.takenOut = takenOut;
        this.separator = (byte) separator;
        this.texts = texts;
        known = headings.size();
        int[] fieldOfColumn = new int[known];
        Arrays.fill(fieldOfColumn, -1);
        columns.forEach((field, column) -> fieldOfColumn[column] = field.ordinal());
        Survey123.leaveOutPersons(headings, fieldOfColumn);
        boolean[] words = Field.wordsByOrdinal();
        untold = columns(i -> fieldOfColumn[i] == Survey123.NOT_READ).toArray();
        wordy = endedColumns(i -> fieldOfColumn[i] == NONE || fieldOfColumn[i] >= 0 && words[fieldOfColumn[i]]);
        given = endedColumns(i -> fieldOfColumn[i] == Field.TYPE.ordinal());
        allAreTold = untold.length == 0 && texts == null;
        row = new CsvRow(headings, fieldOfColumn, constants);
        IntStream.concat(Arrays.stream(wordy), Arrays.stream(given))
                .filter(column -> column != NONE)
                .forEach(row::isLookedAtAnyway);
        specialCells = new int[row.cells.length];
    }

    private IntStream columns(IntPredicate which) {
        return IntStream.range(0, known).filter(which);
    }

    private int[] endedColumns(IntPredicate which) {
        return IntStream.concat(columns(which), IntStream.of(NONE)).toArray();
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
        odd = false;
        specials = 0;
        roomAt = window.roomFrom();
        byte[] b = window.bytes;
        byte[] marks = window.marks;
        byte separator = this.separator;
        long[] numbers = row.cells;
        int cell = 0;
        int lastFilled = -CsvRow.CELL;
        long content = 0;
        int p = window.at;
        byte c;
        while (true) {
            long w = (long) TextHash.LONGS.get(b, p);
            int from = p;
            int to;
            long hash = TextHash.START;
            long high = 0;
            if (((int) w & BLANK_OR_QUOTE) == ' ' && (w & 0xFF) == '"') {
                p = quoted(b, p + 1, checked);
                if (p < 0) {
                    return p;
                }
                c = b[p];
                from = cellFrom;
                to = cellTo;
                hash = cellHash;
                high = cellLetters;
            } else {
                if ((byte) w == ' ') {
                    high = HIGHS;
                }
                long stop = (long) TextHash.LONGS.get(marks, p) & HIGHS;
                while (stop == 0) {
                    hash = TextHash.step(hash, w);
                    high |= w;
                    p += Long.BYTES;
                    w = (long) TextHash.LONGS.get(b, p);
                    stop = (long) TextHash.LONGS.get(marks, p) & HIGHS;
                }
                int bits = Long.numberOfTrailingZeros(stop) & 56;
                p += bits >>> 3;
                to = p;
                c = (byte) (w >>> bits);
                if (bits != 0) {
                    w &= ~(-1L << bits);
                    hash = TextHash.step(hash, w);
                    high |= w;
                }
                if (c != separator && c != '\n' && c != '\r') {
                    p = endOfCell(b, from);
                    c = b[p];
                    to = p;
                    hash = cellHash;
                    high = HIGHS;
                }
            }
            hash = TextHash.end(hash, to - from);
            numbers[cell] = CsvRow.place(from, to);
            numbers[cell + 1] = hash;
            if (to > from) {
                lastFilled = cell;
                content += RowKeys.contentOf(numbers[cell + 2], hash);
                if (((b[to - 1] == ' ' ? HIGHS : high) & numbers[cell + 3]) != 0) {
                    specialCells[specials++] = cell;
                }
            }
            cell += CsvRow.CELL;
            if (c != separator) {
                break;
            }
            p++;
            if (cell == numbers.length) {
                if (cell == MAX_CELLS * CsvRow.CELL) {
                    throw new UnreadableFileException("file.too-many-columns", Map.of("limit", TableShape.MAX_COLUMNS));
                }
                row.widen();
                numbers = row.cells;
                specialCells = Arrays.copyOf(specialCells, 2 * specialCells.length);
            }
        }
        int next = endOfRow(p, checked);
        if (next < 0) {
            return next;
        }
        int cells = cell / CsvRow.CELL;
        if (p - window.at > LONGEST_CELL_TO_CUT && !checked && row.longestCell(cells) > LONGEST_CELL_TO_CUT) {
            return ODD;
        }
        row.begin(line + 1, cells, lastFilled / CsvRow.CELL + 1, content, b);
        return finish(specials) ? next : ROOM;
    }

    /** Cuts a cell that begins with a quotation mark. */
    private int quoted(byte[] b, int from, boolean checked) {
        long hash = TextHash.START;
        long high = 0;
        int p = from;
        long stop;
        long w;
        while (true) {
            w = (long) TextHash.LONGS.get(b, p);
            long s = w ^ QUOTES;
            stop = ((s - ONES) & ~s | (w - BLANKS) & ~w) & HIGHS;
            if (stop != 0) {
                break;
            }
            hash = TextHash.step(hash, w);
            high |= w;
            p += Long.BYTES;
        }
        int bits = Long.numberOfTrailingZeros(stop) & 56;
        p += bits >>> 3;
        byte c = b[p + 1];
        if (b[p] != '"' || c != separator && c != '\n' && c != '\r') {
            cellLetters = HIGHS;
            int next = unquote(b, from, checked);
            if (next >= 0) {
                cellHash = TextHash.stepsOf(b, cellFrom, cellTo);
            }
            return next;
        }
        if (bits != 0) {
            w &= ~(-1L << bits);
            hash = TextHash.step(hash, w);
            high |= w;
        }
        cellFrom = from;
        cellTo = p;
        cellHash = hash;
        cellLetters = b[from] == ' ' ? HIGHS : high;
        return p + 1;
    }

    /** Makes the cells that are not plain what they say; false when there is too little room for that. */
    private boolean finish(int specials) {
        if (specials > 0 && !takeSpecials(specials)) {
            return false;
        }
        // these columns are few: loops that are not counted, because one that is gets unrolled
        for (int i = 0; given[i] != NONE; i++) {
            if (!isSeenLately(given[i], TYPED) && !take(window.bytes, given[i])) {
                return false;
            }
        }
        for (int i = 0; wordy[i] != NONE; i++) {
            if (!isSeenLately(wordy[i], 0) && !takeWords(wordy[i])) {
                return false;
            }
        }
        return allAreTold && row.cellCount <= known || finishOddColumns();
    }

    private boolean takeSpecials(int specials) {
        for (int i = 0; i < specials; i++) {
            if (!take(window.bytes, specialCells[i] / CsvRow.CELL)) {
                return false;
            }
        }
        return true;
    }

    /** Those without headings, and those that are left out. */
    private boolean finishOddColumns() {
        for (int column = known; column < row.cellCount; column++) {
            if (!takeWords(column)) {
                return false;
            }
        }
        for (int column : untold) {
            row.leaveOut(column);
        }
        if (texts != null) {
            row.textsInto(texts);
        }
        return true;
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
        odd = true;
        cellHash = TextHash.stepsOf(b, from, p);
        return p;
    }

    /** Writes a quoted cell anew, without the marks that only say where it ends. */
    private int unquote(byte[] b, int from, boolean checked) {
        int start = roomAt;
        int out = start;
        int most = window.roomTo() - Long.BYTES;
        int p = from;
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
                    p += plain;
                    out += plain;
                    continue;
                }
            }
            odd |= c >= 0 && c < ' ';
            b[out++] = c;
            p++;
        }
        roomAt = out;
        cellFrom = start;
        cellTo = out;
        return p;
    }

    /** Makes a cell what it says in UTF-8 and without blanks around it; false when there is too little room for that. */
    private boolean take(byte[] b, int column) {
        int start = row.start(column);
        int end = row.end(column);
        boolean lost = false;
        if (!letters.isShortUtf8(b, start, end)) {
            if (!letters.isUtf8(b, start, end)) {
                if (roomAt + (end - start) * CellLetters.MOST_BYTES_A_LETTER > window.roomTo()) {
                    return false;
                }
                int written = letters.write(b, start, end, b, roomAt);
                start = roomAt;
                end = written;
                roomAt = written;
            }
            lost = Utf8.hasLostLetter(b, start, end);
        }
        start = withoutBlanksBefore(b, start, end);
        end = withoutBlanksAfter(b, start, end);
        row.hasControl |= lost || odd && hasControl(b, start, end);
        if (start != row.start(column) || end != row.end(column)) {
            row.move(column, start, end);
        } else if (!row.hasControl) {
            see(row.hash(column) ^ TYPED);
        }
        return true;
    }

    /** The same with what people write in their own words. */
    private boolean takeWords(int column) {
        long before = row.hash(column);
        if (row.isFilled(column) && !take(window.bytes, column)) {
            return false;
        }
        int from = row.start(column);
        int to = row.end(column);
        if (to - from >= PersonalData.SHORTEST && !row.hasPersonalData) {
            row.hasPersonalData = PersonalData.isIn(window.bytes, from, to);
        }
        if (row.hash(column) == before && !row.hasPersonalData && !row.hasControl) {
            see(before);
        }
        return true;
    }

    private boolean isSeenLately(int column, long as) {
        long hash = row.hash(column) ^ as;
        int slot = (int) hash & (seenLately.length - 1);
        return seenLately[slot] == hash || seenLately[slot ^ 1] == hash;
    }

    private void see(long hash) {
        int slot = (int) hash & (seenLately.length - 1);
        seenLately[slot ^ 1] = seenLately[slot];
        seenLately[slot] = hash;
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
