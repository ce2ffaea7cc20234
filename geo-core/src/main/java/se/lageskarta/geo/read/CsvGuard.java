package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Stands before the table reader and takes out lines that would make it swallow what follows: a quotation mark that is
 * opened and not closed, and cells longer than any cell should be. Such a line is told and replaced by an empty one,
 * so that line numbers stay right, and reading goes on with the next line.
 *
 * <p>A quoted cell may hold line breaks: at most {@value #MAX_QUOTED_LINES} lines, and what follows the closing mark
 * must be a separator or the end of the line, otherwise the mark was never meant to be closed there.
 */
final class CsvGuard extends Reader {
    /** A free text of more lines than this is a lost quotation mark. */
    static final int MAX_QUOTED_LINES = 50;
    /** 10,000 characters: five pages of free text in a cell. */
    static final int MAX_CELL = 10_000;
    /** Every cell of a row at its longest. */
    static final int MAX_LINE = 200 * MAX_CELL;

    private static final int BUFFER_CHARS = 32 * 1024;

    private final Reader in;
    private final char separator;
    private final Complaints complaints;
    private final char[] buffer = new char[BUFFER_CHARS];
    private int bufferAt;
    private int bufferEnd;
    private final Deque<char[]> ahead = new ArrayDeque<>();
    private char[] line = new char[4096];
    private char[] out = line;
    private int outAt;
    private int outEnd;
    private long lineNumber;

    /** Told of each line that is taken out. */
    interface Complaints {
        void lineTakenOut(long line, String start, String code);
    }

    CsvGuard(Reader in, char separator, Complaints complaints) {
        this.in = in;
        this.separator = separator;
        this.complaints = complaints;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (outAt == outEnd && !nextRecord()) {
                break;
            }
            int count = Math.min(length - done, outEnd - outAt);
            System.arraycopy(out, outAt, target, from + done, count);
            outAt += count;
            done += count;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Makes the next line, or the next lines that hang together, ready to be read. */
    private boolean nextRecord() throws IOException {
        int end;
        if (ahead.isEmpty()) {
            end = readLine();
            if (end < 0) {
                return false;
            }
            out = line;
        } else {
            out = ahead.removeFirst();
            end = out.length;
        }
        lineNumber++;
        outAt = 0;
        outEnd = end;
        int content = contentLength(out, end);
        if (content > MAX_LINE) {
            takeOut("row.too-long", content);
            return true;
        }
        Scan scan = new Scan(separator);
        scan.line(out, content, false);
        if (scan.cellTooLong) {
            takeOut("cell.too-long", content);
        } else if (scan.open) {
            join(scan, content);
        }
        return true;
    }

    private void join(Scan scan, int firstContent) throws IOException {
        if (out == line) {
            // reading on uses the same buffer
            out = Arrays.copyOf(line, outEnd);
        }
        int lines = 0;
        int chars = outEnd;
        for (char[] next : ahead) {
            if (!scan.open || scan.broken()) {
                break;
            }
            scan.line(next, contentLength(next, next.length), true);
            chars += next.length;
            lines++;
        }
        while (scan.open && !scan.broken() && lines < MAX_QUOTED_LINES) {
            int end = readLine();
            if (end < 0) {
                break;
            }
            char[] next = Arrays.copyOf(line, end);
            ahead.addLast(next);
            scan.line(next, contentLength(next, end), true);
            chars += end;
            lines++;
        }
        if (scan.open || scan.broken()) {
            takeOut("row.quote", firstContent);
            return;
        }
        char[] whole = Arrays.copyOf(out, chars);
        int at = outEnd;
        for (int i = 0; i < lines; i++) {
            char[] next = ahead.removeFirst();
            System.arraycopy(next, 0, whole, at, next.length);
            at += next.length;
        }
        out = whole;
        outEnd = chars;
        lineNumber += lines;
    }

    private void takeOut(String code, int content) {
        complaints.lineTakenOut(lineNumber, new String(out, 0, Math.min(content, RowProblem.MAX_VALUE + 1)), code);
        outAt = Math.min(content, outEnd);
    }

    /** Reads a line with its end into {@link #line}; what is beyond {@link #MAX_LINE} is dropped. -1 at the end. */
    private int readLine() throws IOException {
        int length = 0;
        boolean any = false;
        while (true) {
            if (bufferAt == bufferEnd && !fill()) {
                return any ? length : -1;
            }
            any = true;
            int end = bufferAt;
            while (end < bufferEnd && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            length = append(length, bufferAt, end);
            bufferAt = end;
            if (end < bufferEnd) {
                return lineEnd(length);
            }
        }
    }

    private int lineEnd(int length) throws IOException {
        char c = buffer[bufferAt++];
        int total = append(length, c);
        if (c == '\r' && (bufferAt < bufferEnd || fill()) && buffer[bufferAt] == '\n') {
            bufferAt++;
            total = append(total, '\n');
        }
        return total;
    }

    private int append(int length, int from, int to) {
        int room = MAX_LINE + 1 - length;
        int count = Math.min(to - from, Math.max(0, room));
        ensure(length + count + 2);
        System.arraycopy(buffer, from, line, length, count);
        return length + count;
    }

    private int append(int length, char c) {
        ensure(length + 1);
        line[length] = c;
        return length + 1;
    }

    private void ensure(int size) {
        if (size > line.length) {
            line = Arrays.copyOf(line, Math.max(size, line.length * 2));
        }
    }

    private boolean fill() throws IOException {
        bufferAt = 0;
        bufferEnd = Math.max(0, in.read(buffer, 0, buffer.length));
        return bufferEnd > 0;
    }

    private static int contentLength(char[] text, int end) {
        int content = end;
        while (content > 0 && (text[content - 1] == '\n' || text[content - 1] == '\r')) {
            content--;
        }
        return content;
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

        void line(char[] text, int length, boolean continued) {
            boolean fieldStart = !open;
            for (int i = 0; i < length; i++) {
                char c = text[i];
                cellLength++;
                if (open) {
                    if (c == '"') {
                        if (i + 1 < length && text[i + 1] == '"') {
                            i++;
                        } else {
                            open = false;
                            closedAmidText |= continued && i + 1 < length && text[i + 1] != separator;
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
