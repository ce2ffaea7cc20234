package se.lageskarta.geo.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks part by part, as no program would write them. */
public final class Sheets {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private String workbookProperties = "";

    /** A workbook with one sheet called Blad1. */
    public static Sheets of(String rows) {
        return new Sheets().sheet("Blad1", rows);
    }

    /** Adds a sheet. */
    public Sheets sheet(String name, String rows) {
        return sheet(name, "", rows, "");
    }

    /** Adds a sheet with what stands beside its name, such as state="hidden", and what follows its rows. */
    public Sheets sheet(String name, String attributes, String rows, String after) {
        int number = sheets.size() + 1;
        sheets.put(name, attributes);
        return with(
                "xl/worksheets/sheet" + number + ".xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                        + "</sheetData>" + after + "</worksheet>");
    }

    public Sheets properties(String xml) {
        workbookProperties = xml;
        return this;
    }

    /** Styles 0, 1 … showing numbers in these formats. */
    public Sheets formats(String... formats) {
        StringBuilder own = new StringBuilder();
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < formats.length; i++) {
            own.append("<numFmt numFmtId=\"" + (164 + i) + "\" formatCode=\"" + formats[i].replace("\"", "&quot;")
                    + "\"/>");
            cells.append("<xf numFmtId=\"" + (164 + i) + "\"/>");
        }
        return with(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + own + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
                        + "</cellStyleXfs><cellXfs>" + cells + "</cellXfs></styleSheet>");
    }

    public Sheets sharedTexts(String items) {
        return with("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    public Sheets with(String part, String xml) {
        return with(part, xml, StandardCharsets.UTF_8);
    }

    public Sheets with(String part, String xml, Charset charset) {
        parts.put(part, xml.getBytes(charset));
        return this;
    }

    /** A row with numbered cells, given as {@code <c>} without their references. */
    public static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append(cells[i].replaceFirst("<c", "<c r=\"" + (char) ('A' + i) + number + "\""));
        }
        return row.append("</row>").toString();
    }

    /** A row of texts and numbers: what is a number becomes one. */
    public static String texts(int number, String... cells) {
        String[] xml = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            xml[i] = cells[i].matches("-?[0-9]+(\\.[0-9]+)?") ? number(cells[i]) : text(cells[i]);
        }
        return row(number, xml);
    }

    public static String text(String text) {
        return text.isEmpty() ? "<c/>" : "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public static String number(String number) {
        return "<c><v>" + number + "</v></c>";
    }

    public static String number(String number, int style) {
        return "<c s=\"" + style + "\"><v>" + number + "</v></c>";
    }

    public byte[] bytes() {
        return bytes("");
    }

    /** Without the part of this name. */
    public byte[] bytes(String without) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        String list = list();
        all.put("[Content_Types].xml", contentTypes().getBytes(StandardCharsets.UTF_8));
        all.put(
                "_rels/.rels",
                relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        all.put("xl/workbook.xml", list.getBytes(StandardCharsets.UTF_8));
        all.put("xl/_rels/workbook.xml.rels", relations(sheetRelations()));
        all.putAll(parts);
        all.remove(without);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> part : all.entrySet()) {
                    out.putNextEntry(new ZipEntry(part.getKey()));
                    out.write(part.getValue());
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String list() {
        StringBuilder list = new StringBuilder(
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + workbookProperties + "<sheets>");
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            list.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\" "
                    + sheet.getValue() + "/>");
        }
        return list.append("</sheets></workbook>").toString();
    }

    private String sheetRelations() {
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            relations.append("<Relationship Id=\"rId" + i + "\" Type=\"" + RELATIONS
                    + "/worksheet\" Target=\"worksheets/sheet" + i + ".xml\"/>");
        }
        for (String part : List.of("styles", "sharedStrings")) {
            if (parts.containsKey("xl/" + part + ".xml")) {
                relations.append("<Relationship Id=\"" + part + "\" Type=\"" + RELATIONS + "/" + part + "\" Target=\""
                        + part + ".xml\"/>");
            }
        }
        return relations.toString();
    }

    private String contentTypes() {
        StringBuilder types = new StringBuilder("<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>");
        for (int i = 1; i <= sheets.size(); i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"" + TYPE
                    + "worksheet+xml\"/>");
        }
        for (String part : List.of("styles", "sharedStrings")) {
            if (parts.containsKey("xl/" + part + ".xml")) {
                types.append("<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPE + part + "+xml\"/>");
            }
        }
        return types.append("</Types>").toString();
    }

    private static byte[] relations(String relations) {
        return ("<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + relations + "</Relationships>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
