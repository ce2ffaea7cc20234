package se.lageskarta.geo.read.shp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes shapefiles, right and wrong, so that tests say what they are about. */
public final class ShapefileBytes {
    public static final String SWEREF_99_TM =
            "PROJCS[\"SWEREF99_TM\",GEOGCS[\"GCS_SWEREF99\",DATUM[\"D_SWEREF99\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                    + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                    + "PARAMETER[\"Central_Meridian\",15.0],PARAMETER[\"Scale_Factor\",0.9996],"
                    + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

    public int type = 1;
    public Charset letters = StandardCharsets.UTF_8;
    public int language;
    public final Map<String, byte[]> others = new LinkedHashMap<>();
    private final List<byte[]> records = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<Character> kinds = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    public boolean deletesFirst;

    public ShapefileBytes column(String name, char kind, int width) {
        columns.add(name);
        kinds.add(kind);
        widths.add(width);
        return this;
    }

    public ShapefileBytes prj(String text) {
        others.put("prj", text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public ShapefileBytes cpg(String text) {
        others.put("cpg", text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public ShapefileBytes row(byte[] record, String... cells) {
        records.add(record);
        rows.add(cells);
        return this;
    }

    public static byte[] point(double x, double y) {
        return little(20).putInt(1).putDouble(x).putDouble(y).array();
    }

    /** @param parts of x, y, x, y … */
    public static byte[] parts(int type, double[]... parts) {
        int points = 0;
        for (double[] part : parts) {
            points += part.length / 2;
        }
        ByteBuffer record = little(44 + 4 * parts.length + 16 * points);
        record.putInt(type).position(36);
        record.putInt(parts.length).putInt(points);
        int first = 0;
        for (double[] part : parts) {
            record.putInt(first);
            first += part.length / 2;
        }
        for (double[] part : parts) {
            for (double ordinate : part) {
                record.putDouble(ordinate);
            }
        }
        return record.array();
    }

    public static byte[] multiPoint(double... ordinates) {
        ByteBuffer record = little(40 + 8 * ordinates.length);
        record.putInt(8).position(36);
        record.putInt(ordinates.length / 2);
        for (double ordinate : ordinates) {
            record.putDouble(ordinate);
        }
        return record.array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public byte[] shp() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length =
                100 + records.stream().mapToInt(record -> 8 + record.length).sum();
        ByteBuffer header = ByteBuffer.allocate(100).putInt(0, 9994).putInt(24, length / 2);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        out.writeBytes(header.array());
        for (int i = 0; i < records.size(); i++) {
            byte[] record = records.get(i);
            out.writeBytes(ByteBuffer.allocate(8)
                    .putInt(i + 1)
                    .putInt(record.length / 2)
                    .array());
            out.writeBytes(record);
        }
        return out.toByteArray();
    }

    public byte[] dbf() {
        int rowBytes = 1 + widths.stream().mapToInt(width -> width).sum();
        int head = 32 + 32 * columns.size() + 1;
        ByteBuffer table = little(head + rowBytes * rows.size() + 1);
        table.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1);
        table.putInt(rows.size()).putShort((short) head).putShort((short) rowBytes);
        table.put(29, (byte) language);
        for (int i = 0; i < columns.size(); i++) {
            int at = 32 + 32 * i;
            byte[] name = columns.get(i).getBytes(letters);
            table.put(at, name, 0, Math.min(10, name.length));
            table.put(at + 11, (byte) (char) kinds.get(i)).put(at + 16, (byte) (int) widths.get(i));
        }
        table.put(head - 1, (byte) 0x0D).position(head);
        for (int i = 0; i < rows.size(); i++) {
            table.put((byte) (deletesFirst && i == 0 ? '*' : ' '));
            for (int j = 0; j < columns.size(); j++) {
                byte[] cell = rows.get(i)[j].getBytes(letters);
                for (int k = 0; k < widths.get(j); k++) {
                    table.put(k < cell.length ? cell[k] : (byte) ' ');
                }
            }
        }
        return table.put((byte) 0x1A).array();
    }

    public byte[] zip() {
        return zip("data", shp(), dbf());
    }

    public byte[] zip(String stem, byte[] shp, byte[] dbf) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(stem + ".shp", shp);
        files.put(stem + ".dbf", dbf);
        others.forEach((ending, bytes) -> files.put(stem + "." + ending, bytes));
        return zip(files);
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
