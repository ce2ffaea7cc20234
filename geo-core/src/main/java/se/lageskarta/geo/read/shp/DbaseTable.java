package se.lageskarta.geo.read.shp;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.feature.RefusedContentException;

/**
 * The rows of a .dbf, one after the other. Texts (C), numbers (N, F, I, O, B), days (D, as 2026-01-31) and yes or no
 * (L) are read; memos (M) lie in a file of their own and are empty, as is every other type.
 */
final class DbaseTable {
    private static final int HEADER_BYTES = 32;
    private static final int COLUMN_BYTES = 32;
    private static final int END_OF_COLUMNS = 0x0D;
    /** Some writers add a place of 263 bytes after the columns. */
    private static final int FOXPRO_LINK_BYTES = 263;
    /** Wider tables are crosstabs or mistakes. */
    static final int MAX_COLUMNS = 200;

    private static final int DELETED = '*';

    private final InputStream in;
    private final TableText text;
    private final List<Column> columns;
    private final byte[] row;
    private final long rows;
    private long read;

    private record Column(String name, char type, int from, int length) {}

    private DbaseTable(InputStream in, TableText text, List<Column> columns, int rowBytes, long rows) {
        this.in = in;
        this.text = text;
        this.columns = columns;
        this.row = new byte[rowBytes];
        this.rows = rows;
    }

    /**
     * @param cpg content of the .cpg; empty when there is none
     * @throws RefusedContentException when its head contradicts itself
     */
    static DbaseTable of(InputStream in, String cpg, @Nullable Charset said)
            throws IOException, RefusedContentException {
        byte[] start = in.readNBytes(HEADER_BYTES);
        if (start.length < HEADER_BYTES) {
            throw new RefusedContentException("file.shapefile.dbf-cut");
        }
        ByteBuffer header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        long rows = Integer.toUnsignedLong(header.getInt(4));
        int headBytes = Short.toUnsignedInt(header.getShort(8));
        int rowBytes = Short.toUnsignedInt(header.getShort(10));
        if (headBytes <= HEADER_BYTES || rowBytes < 1) {
            throw head();
        }
        byte[] rest = in.readNBytes(headBytes - HEADER_BYTES);
        if (rest.length < headBytes - HEADER_BYTES) {
            throw head();
        }
        TableText text = TableText.of(said, cpg, start[29] & 0xFF);
        return new DbaseTable(in, text, columns(rest, rowBytes, text), rowBytes, rows);
    }

    private static List<Column> columns(byte[] rest, int rowBytes, TableText text) throws RefusedContentException {
        int count = 0;
        while (count * COLUMN_BYTES < rest.length && rest[count * COLUMN_BYTES] != END_OF_COLUMNS) {
            count++;
        }
        int after = rest.length - count * COLUMN_BYTES;
        if (after < 1 || (after > 2 && after != FOXPRO_LINK_BYTES + 1) || count == 0) {
            throw head();
        }
        if (count > MAX_COLUMNS) {
            throw new RefusedContentException("file.too-many-columns", Map.of("limit", MAX_COLUMNS));
        }
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int from = 1;
        for (int i = 0; i < count; i++) {
            int at = i * COLUMN_BYTES;
            int length = rest[at + 16] & 0xFF;
            String name = single(name(rest, at, i, text), names);
            columns.add(new Column(name, (char) (rest[at + 11] & 0xFF), from, length));
            from += length;
        }
        if (from != rowBytes) {
            throw head();
        }
        return columns;
    }

    private static String name(byte[] rest, int at, int number, TableText text) {
        int end = at;
        while (end < at + 11 && rest[end] != 0) {
            end++;
        }
        String name =
                text.read(rest, at, end - at).replaceAll("\\p{Cntrl}", " ").strip();
        return name.isEmpty() ? "#" + (number + 1) : name;
    }

    private static String single(String name, Set<String> taken) {
        String single = name;
        for (int i = 2; !taken.add(single.toLowerCase(Locale.ROOT)); i++) {
            single = name + "_" + i;
        }
        return single;
    }

    private static RefusedContentException head() {
        return new RefusedContentException("file.shapefile.dbf-head");
    }

    /** How many rows it says it has. */
    long rows() {
        return rows;
    }

    String encodingName() {
        return text.name();
    }

    /**
     * The next row's texts by column name; empty for a row that was deleted.
     *
     * @throws RefusedContentException when the table ends before its last row
     */
    Row next() throws IOException, RefusedContentException {
        if (read >= rows || in.readNBytes(row, 0, row.length) < row.length) {
            throw new RefusedContentException("file.shapefile.dbf-cut");
        }
        read++;
        if (row[0] == DELETED) {
            return new Row(true, Map.of());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Column column : columns) {
            texts.put(column.name(), cell(column));
        }
        return new Row(false, texts);
    }

    /** @param deleted true for a row that was deleted and still lies in the file */
    record Row(boolean deleted, Map<String, String> texts) {}

    private String cell(Column column) {
        return switch (column.type()) {
            case 'C', 'V' -> text.read(row, column.from(), column.length());
            case 'N', 'F' -> number(text.read(row, column.from(), column.length()));
            case 'D' -> day(text.read(row, column.from(), column.length()));
            case 'L' -> yesOrNo(text.read(row, column.from(), column.length()));
            case 'I', '+' ->
                column.length() == 4 ? Integer.toString(binary(column).getInt(column.from())) : "";
            case 'O', 'B' -> column.length() == 8 ? plain(binary(column).getDouble(column.from())) : "";
            default -> "";
        };
    }

    private ByteBuffer binary(Column column) {
        return ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String plain(double value) {
        return !Double.isFinite(value)
                ? ""
                : value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value);
    }

    /** Without the zeros after the point that fill the column, and the stars that say that there is no number. */
    private static String number(String written) {
        if (written.startsWith("*")) {
            return "";
        }
        if (written.matches("[+-]?[0-9](\\.[0-9]+)?[eE][+-]?[0-9]{1,3}")) {
            double value = Double.parseDouble(written);
            return Math.abs(value) < 1e15
                    ? new BigDecimal(written).stripTrailingZeros().toPlainString()
                    : written;
        }
        int point = written.indexOf('.');
        if (point < 0) {
            return written;
        }
        int end = written.length();
        while (end > point && (written.charAt(end - 1) == '0' || end - 1 == point)) {
            end--;
        }
        String rest = written.substring(0, end);
        return written.substring(point + 1).chars().allMatch(c -> c >= '0' && c <= '9') && !rest.isEmpty()
                ? rest
                : written;
    }

    private static String day(String written) {
        if (!written.matches("[0-9]{8}") || written.equals("00000000")) {
            return written.matches("0*") ? "" : written;
        }
        return written.substring(0, 4) + "-" + written.substring(4, 6) + "-" + written.substring(6);
    }

    private static String yesOrNo(String written) {
        return switch (written.toUpperCase(Locale.ROOT)) {
            case "T", "Y", "J" -> "true";
            case "F", "N" -> "false";
            default -> "";
        };
    }
}
