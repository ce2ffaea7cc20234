package se.lageskarta.service.journey;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files of invented incidents on the open sea, where they are in nobody's way: SWEREF 99 TM, metres, unless a method
 * says otherwise.
 */
final class InventedFile {
    /** Rows that can be placed. */
    static final int ROWS = 60;

    private static final double EAST = 300_000;
    private static final double NORTH = 6_300_000;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private InventedFile() {}

    /** Sixty good rows with headings that everybody knows, and one row without a coordinate. */
    static FilePayload plain(String name) {
        StringBuilder text = new StringBuilder("id;datum;typ;E;N\n");
        rows(text, ROWS, 7, "R", "SKA", EAST, NORTH);
        return csv(name, text.append("R999;2025-05-05;SKA;;\n").toString(), StandardCharsets.UTF_8);
    }

    /** As registers write them: Windows-1252, headings on line 4, north in the column called east, a word of its own. */
    static FilePayload asRegistersWrite(String name, int year) {
        StringBuilder text = new StringBuilder("Uttag ur ärenderegistret\r\nKälla: påhittad\r\n\r\n");
        text.append("Knr;Datum;Brottstyp;Öst;Nord;Anmärkning\r\n");
        Random random = new Random(year);
        for (int i = 0; i < ROWS; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "Å%d-%d;%d-%02d-%02d;%s;%d;%d;mörk gångväg%n",
                    year,
                    i,
                    year,
                    1 + i % 12,
                    1 + i % 28,
                    i % 3 == 0 ? "Småbus på torget" : "SKA",
                    Math.round(NORTH + random.nextGaussian() * 30),
                    Math.round(EAST + random.nextGaussian() * 30)));
        }
        return csv(name, text.toString(), WINDOWS_1252);
    }

    /** In RT 90, which looks enough like other systems that it must be confirmed. */
    static FilePayload inAnOldSystem(String name) {
        StringBuilder text = new StringBuilder("id;datum;typ;x;y\n");
        rows(text, ROWS, 11, "G", "SKA", 1_640_000, 6_400_000);
        return csv(name, text.toString(), StandardCharsets.UTF_8);
    }

    /** Columns of coordinates that nobody could know by their headings. */
    static FilePayload withStrangeHeadings(String name) {
        StringBuilder text = new StringBuilder("id;datum;typ;läge1;läge2\n");
        rows(text, ROWS, 13, "S", "SKA", EAST, NORTH);
        return csv(name, text.toString(), StandardCharsets.UTF_8);
    }

    /** So many rows that there is time to change one's mind. */
    static FilePayload large(String name, int rows) {
        StringBuilder text = new StringBuilder("id;datum;typ;E;N\n");
        rows(text, rows, 17, "L", "SKA", EAST, NORTH);
        return csv(name, text.toString(), StandardCharsets.UTF_8);
    }

    /** The same rows as {@link #plain} in a workbook of nothing but one sheet, as small programs write them. */
    static FilePayload workbook(String name) {
        String table = new String(plain(name).buffer, StandardCharsets.UTF_8);
        StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (String line : table.split("\n")) {
            sheet.append("<row>");
            for (String cell : line.split(";", -1)) {
                boolean number = cell.matches("[0-9]+(\\.[0-9]+)?");
                sheet.append(
                        number ? "<c><v>" + cell + "</v></c>" : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
            }
            sheet.append("</row>");
        }
        sheet.append("</sheetData></worksheet>");
        Map<String, String> parts = new LinkedHashMap<>();
        String type = "ContentType=\"application/vnd.openxmlformats-";
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" " + type
                        + "package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" " + type
                        + "officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet.toString());
        return new FilePayload(
                name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", zipped(parts));
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATIONS
                + "/" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static byte[] zipped(Map<String, String> parts) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, String> part : parts.entrySet()) {
                    out.putNextEntry(new ZipEntry(part.getKey()));
                    out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FilePayload csv(String name, String text, Charset charset) {
        return new FilePayload(name, "text/csv", text.getBytes(charset));
    }

    private static void rows(
            StringBuilder text, int rows, int seed, String prefix, String type, double east, double north) {
        Random random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s%d;2025-%02d-%02d;%s;%d;%d%n",
                    prefix,
                    i,
                    1 + i % 12,
                    1 + i % 28,
                    type,
                    Math.round(east + random.nextGaussian() * 30),
                    Math.round(north + random.nextGaussian() * 30)));
        }
    }
}
