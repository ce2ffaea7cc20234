package se.lageskarta.geo.read;

import org.jspecify.annotations.Nullable;

/**
 * Says of a line that looks odd whether it is a row, by itself or with the lines after it, or must be taken out before
 * it makes the reader swallow what follows: a quotation mark that is opened and not closed, cells longer than any cell
 * should be, and lines longer than any line.
 *
 * <p>A quoted cell may hold line breaks: at most {@value #MAX_QUOTED_LINES} lines, and what follows the closing mark
 * must be a separator or the end of the line, otherwise the mark was never meant to be closed there.
 */
final class CsvGuard {
    /** A free text of more lines than this is a lost quotation mark. */
    static final int MAX_QUOTED_LINES = 50;
    /** 10,000 characters: five pages of free text in a cell. */
    static final int MAX_CELL = 10_000;
    /** Every cell of a row at its longest, characters. */
    static final int MAX_LINE = 200 * MAX_CELL;
    /** So many bytes hold more than {@link #MAX_LINE} characters in any encoding. */
    static final int MAX_LINE_BYTES = 3 * MAX_LINE;

    private final ByteWindow window;
    private final CellLetters letters;
    private final char separator;

    /** Code of why the first line must be taken out; null when it is a row. */
    @Nullable
    String code;
    /** Number of lines that hang together; 1 when the first is taken out. */
    int lines;

    private int lineEnd;

    CsvGuard(ByteWindow window, CellLetters letters, char separator) {
        this.window = window;
        this.letters = letters;
        this.separator = separator;
    }

    /**
     * Looks at the lines from the window's place.
     *
     * @return false when the window must hold more before it can be said
     */
    boolean judge() {
        code = null;
        lines = 1;
        int start = window.at;
        if (!findLineEnd(start)) {
            code = "row.too-long";
            return window.unused() > MAX_LINE_BYTES;
        }
        String first = letters.text(window.bytes, start, lineEnd);
        if (first.length() > MAX_LINE) {
            code = "row.too-long";
            return true;
        }
        Scan scan = new Scan(separator);
        scan.line(first, false);
        if (scan.cellTooLong) {
            code = "cell.too-long";
            return true;
        }
        return !scan.open || join(scan);
    }

    private boolean join(Scan scan) {
        while (scan.open && !scan.broken() && lines <= MAX_QUOTED_LINES) {
            int next = afterLineEnd(lineEnd);
            if (next >= window.end || next - window.at > MAX_LINE_BYTES) {
                if (!window.ended && next >= window.end) {
                    return false;
                }
                break;
            }
            if (!findLineEnd(next)) {
                if (window.end - window.at <= MAX_LINE_BYTES) {
                    return false;
                }
                break;
            }
            scan.line(letters.text(window.bytes, next, lineEnd), true);
            lines++;
        }
        if (scan.open || scan.broken()) {
            code = "row.quote";
            lines = 1;
        }
        return true;
    }

    /** The beginning of the first line, as much as is shown. */
    String start() {
        int from = window.at;
        int to = from;
        int most = Math.min(window.end, from + (RowProblem.MAX_VALUE + 1) * 4);
        while (to < most && !isLineEnd(window.bytes[to])) {
            to++;
        }
        String text = letters.text(window.bytes, from, to);
        return text.substring(0, Math.min(text.length(), RowProblem.MAX_VALUE + 1));
    }

    private boolean findLineEnd(int from) {
        int at = from;
        while (!isLineEnd(window.bytes[at])) {
            at++;
        }
        lineEnd = at;
        // a carriage return at the very end may be half a line end
        boolean sure = at < window.end - 1 || (at < window.end && window.bytes[at] == '\n');
        return sure || window.ended;
    }

    /** Where the next line begins. */
    int afterLineEnd(int at) {
        boolean two = window.bytes[at] == '\r' && at + 1 < window.end && window.bytes[at + 1] == '\n';
        return Math.min(window.end, at + (two ? 2 : 1));
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /** Follows quotation marks through the lines of a record. */
    private static final class Scan {
        private final char separator;
        private boolean open;
        private boolean closedAmidText;
        private boolean cellTooLong;
        private int cellLength;

        Scan(char separator) {
            this.separator = separator;
        }

        boolean broken() {
            return closedAmidText || cellTooLong;
        }

        void line(String text, boolean continued) {
            int length = text.length();
            boolean fieldStart = !open;
            for (int i = 0; i < length; i++) {
                char c = text.charAt(i);
                cellLength++;
                if (open) {
                    if (c == '"') {
                        if (i + 1 < length && text.charAt(i + 1) == '"') {
                            i++;
                        } else {
                            open = false;
                            closedAmidText |= continued && i + 1 < length && text.charAt(i + 1) != separator;
                        }
                    }
                } else if (c == separator) {
                    cellTooLong |= cellLength > MAX_CELL + 1;
                    cellLength = 0;
                    fieldStart = true;
                    continue;
                } else if (c == '"' && fieldStart) {
                    open = true;
                }
                fieldStart = false;
            }
            cellTooLong |= cellLength > MAX_CELL;
        }
    }
}
