package se.lageskarta.geo.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a table as its rules are worded, one character after the other, with the whole text in memory: slow, and plain
 * enough to be believed. What {@link CsvRows} must come to as well.
 */
final class LetterByLetterRows {
    /** A row: what stands under each heading, and what is said about it. */
    record Cut(long line, List<String> cells, boolean control, boolean personal) {}

    final List<Cut> rows = new ArrayList<>();
    /** Code by line. */
    final Map<Long, String> takenOut = new LinkedHashMap<>();

    private final char separator;
    private final List<String> lines = new ArrayList<>();
    private final List<String> lineEnds = new ArrayList<>();

    LetterByLetterRows(String text, char separator) {
        this.separator = separator;
        cutLines(text);
        int at = 0;
        while (at < lines.size()) {
            at += record(at);
        }
    }

    private void cutLines(String text) {
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
                to++;
            }
            int next = Math.min(text.length(), to + (text.startsWith("\r\n", to) ? 2 : 1));
            lines.add(text.substring(from, to));
            lineEnds.add(text.substring(to, next));
            from = next;
        }
    }

    /** Number of lines that the record takes. */
    private int record(int at) {
        String whole = lines.get(at);
        if (whole.length() > 200 * 10_000) {
            takenOut.put(at + 1L, "row.too-long");
            return 1;
        }
        if (hasLongCell(whole)) {
            takenOut.put(at + 1L, "cell.too-long");
            return 1;
        }
        int taken = 1;
        while (isOpen(whole)) {
            if (taken > 50 || at + taken == lines.size()) {
                takenOut.put(at + 1L, "row.quote");
                return 1;
            }
            int before = whole.length() + lineEnds.get(at + taken - 1).length();
            whole = whole + lineEnds.get(at + taken - 1) + lines.get(at + taken);
            taken++;
            if (closesAmidText(whole, before) || hasLongCell(whole)) {
                takenOut.put(at + 1L, "row.quote");
                return 1;
            }
        }
        add(at + 1L, cells(whole));
        return taken;
    }

    private void add(long line, List<String> raw) {
        List<String> cells = new ArrayList<>();
        boolean control = false;
        boolean personal = false;
        boolean empty = true;
        for (String cell : raw) {
            String clean = withoutBlanks(cell);
            cells.add(clean);
            empty &= clean.isEmpty();
            control |= clean.chars().anyMatch(c -> (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\uFFFD');
            personal |= clean.length() >= 6 && PersonalData.isIn(clean.toCharArray(), 0, clean.length());
        }
        if (!empty) {
            rows.add(new Cut(line, cells, control, personal));
        }
    }

    private static String withoutBlanks(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && CsvRows.isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && CsvRows.isBlank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private boolean isOpen(String text) {
        return new Walk(text).open;
    }

    private boolean closesAmidText(String text, int after) {
        return new Walk(text).closedAmidText.stream().anyMatch(at -> at >= after);
    }

    private boolean hasLongCell(String text) {
        return new Walk(text).longest > 10_000;
    }

    private List<String> cells(String text) {
        return new Walk(text).cells;
    }

    /** Once through a text of one record. */
    private final class Walk {
        final List<String> cells = new ArrayList<>();
        final List<Integer> closedAmidText = new ArrayList<>();
        boolean open;
        int longest;

        Walk(String text) {
            StringBuilder cell = new StringBuilder();
            int length = 0;
            boolean start = true;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!open && c == separator) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                    longest = Math.max(longest, length);
                    length = 0;
                    start = true;
                    continue;
                }
                boolean lineEnd = c == '\n' || c == '\r';
                length += lineEnd ? 0 : 1;
                if (!open && c == '"' && start) {
                    open = true;
                } else if (open && c == '"') {
                    boolean two = i + 1 < text.length() && text.charAt(i + 1) == '"';
                    if (two) {
                        cell.append('"');
                        i++;
                    } else {
                        open = false;
                        boolean amid = i + 1 < text.length() && text.charAt(i + 1) != separator;
                        if (amid && text.charAt(i + 1) != '\n' && text.charAt(i + 1) != '\r') {
                            closedAmidText.add(i);
                        }
                    }
                } else {
                    cell.append(c);
                }
                start = false;
            }
            cells.add(cell.toString());
            longest = Math.max(longest, length);
        }
    }
}
