package se.lageskarta.geo.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lageskarta.geo.read.zip.ZipDirectory;
import se.lageskarta.geo.read.zip.ZipDirectory.Entry;

/**
 * Which reader a file belongs to: told by its bytes, never by its name alone. Where name and bytes promise different
 * things the file is refused, because either may be the mistake.
 */
final class SourceFormats {
    private static final Pattern NAMED_AS_TEXT = Pattern.compile("\\.(csv|tsv|txt|geojson|json)(\\.gz)?$");
    private static final Pattern NAMED_AS_OTHER = Pattern.compile(
            "\\.(xlsx?|xlsm|xlsb|ods|zip|shp|dbf|gpkg|tab|dwg|pdf|docx?|kmz|png|jpe?g|gif|gml|kml|gpx|wkt|sqlite)$");
    /** Formats of maps and drawings that are told by the names of the files in a zip. */
    private static final Map<String, FileType> REFUSED_IN_ZIP = Map.of(
            "tab", FileType.TAB,
            "mif", FileType.MIF,
            "dwg", FileType.DWG,
            "dxf", FileType.DXF,
            "kml", FileType.KML,
            "gml", FileType.GML,
            "gpx", FileType.GPX,
            "pdf", FileType.PDF,
            "fgb", FileType.FLATGEOBUF);

    private static final Pattern ESRI_JSON = Pattern.compile(
            "^[^a-zA-Z]*\\{\\s*\"(?:displayFieldName|objectIdFieldName|fieldAliases|geometryType|hasZ)\"");
    private static final Pattern TOPOJSON = Pattern.compile("^[^a-zA-Z]*\\{\\s*\"type\"\\s*:\\s*\"Topology\"");

    static final Set<String> TABLE_ENDINGS = Set.of("csv", "tsv", "txt", "json", "geojson");

    private SourceFormats() {}

    /**
     * The reader of a file.
     *
     * @throws UnreadableFileException when files like this are not taken
     * @throws IOException when it cannot be reached, or is a zip file that is refused
     */
    static SourceFile of(Path file, String fileName, ReadOptions options) throws IOException, UnreadableFileException {
        String lower = fileName.toLowerCase(Locale.ROOT);
        FileBytes plain = FileBytes.plain(file);
        FileType type = FileType.of(plain.head(), lower);
        Matcher text = NAMED_AS_TEXT.matcher(lower);
        boolean named = text.find();
        if (type == FileType.GZIP) {
            if (named && text.group(2) == null) {
                throw named(text.group(1), type);
            }
            return ofText(file, fileName, FileBytes.gzip(file), options);
        }
        if (lower.endsWith(".gz")) {
            throw new UnreadableFileException("file.gzip");
        }
        if (Files.size(file) > 0) {
            type.refuse();
        }
        if (type == FileType.ZIP || type == FileType.SQLITE) {
            if (named) {
                throw named(text.group(1), type);
            }
            return type == FileType.ZIP ? ofZip(file, fileName, lower, options) : new GeoPackageFile(file, fileName);
        }
        return ofText(file, fileName, plain, options);
    }

    private static SourceFile ofZip(Path file, String fileName, String lower, ReadOptions options)
            throws IOException, UnreadableFileException {
        try (ZipDirectory zip = ZipDirectory.open(file)) {
            if (isOffice(zip)) {
                refuseOtherOffice(zip, lower);
                return new XlsxFile(file, fileName);
            }
            if (has(zip, "ods") || zip.find("content.xml") != null) {
                throw new UnreadableFileException("file.type.ods");
            }
            if (ShapefileZip.hasShapes(zip)) {
                return new ShapefileFile(file, fileName);
            }
            List<Entry> tables = zip.entries().stream()
                    .filter(entry -> TABLE_ENDINGS.contains(entry.ending()))
                    .toList();
            zip.refuseNested();
            if (tables.isEmpty()) {
                throw nothingIn(zip);
            }
            return ofText(
                    file,
                    fileName,
                    FileBytes.inZip(file, tables, options.layout().part()),
                    options);
        }
    }

    private static SourceFile ofText(Path file, String fileName, FileBytes bytes, ReadOptions options)
            throws IOException, UnreadableFileException {
        byte[] head = bytes.head();
        if (head.length == 0) {
            throw new UnreadableFileException("file.empty");
        }
        String lower = fileName.toLowerCase(Locale.ROOT);
        FileType type = FileType.of(head, lower);
        type.refuse();
        if (type == FileType.JSON) {
            refuseOtherJson(head);
        }
        if (type != FileType.TEXT && type != FileType.JSON) {
            throw new UnreadableFileException("file.nested", Map.of("name", fileName));
        }
        TextEncoding encoding = TextEncoding.of(head, options.layout().encoding());
        String start = new String(head, encoding.markBytes(), head.length - encoding.markBytes(), encoding.charset());
        if (start.chars().allMatch(c -> CsvRows.isBlank((char) c))) {
            throw new UnreadableFileException("file.empty");
        }
        Matcher other = NAMED_AS_OTHER.matcher(lower);
        if (other.find() && !bytes.isInZip()) {
            throw named(other.group(1), type);
        }
        if (type == FileType.JSON && lower.contains(".csv")) {
            throw named("csv", type);
        }
        if (type == FileType.JSON && !lower.contains(".geojson") && JsonRecords.begin(start)) {
            return new RecordsFile(file, fileName, bytes, encoding);
        }
        boolean named = lower.endsWith(".geojson") || lower.endsWith(".json") || lower.endsWith(".geojson.gz");
        return type == FileType.JSON || named
                ? new GeoJsonFile(file, fileName, bytes, encoding)
                : new CsvFile(file, fileName, bytes, encoding, start);
    }

    /** Map services of one maker answer in a JSON of their own, and TopoJSON shares borders. */
    private static void refuseOtherJson(byte[] head) throws UnreadableFileException {
        String start = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.ISO_8859_1);
        if (ESRI_JSON.matcher(start).find()) {
            throw new UnreadableFileException("file.type.esri-json");
        }
        if (TOPOJSON.matcher(start).find()) {
            throw new UnreadableFileException("file.type.topojson");
        }
    }

    /** Word, PowerPoint and Excel keep their files in folders of these names. */
    private static boolean isOffice(ZipDirectory zip) {
        return zip.find("[Content_Types].xml") != null
                || zip.everything().stream().anyMatch(entry -> entry.name().startsWith("xl/"));
    }

    private static void refuseOtherOffice(ZipDirectory zip, String lower) throws UnreadableFileException {
        for (Entry entry : zip.everything()) {
            String name = entry.name().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
                throw new UnreadableFileException("file.type.macro");
            }
            if (name.equals("xl/workbook.bin")) {
                throw new UnreadableFileException("file.type.xlsb");
            }
            if (name.startsWith("word/") || name.startsWith("ppt/")) {
                throw new UnreadableFileException("file.type.word");
            }
        }
        if (lower.endsWith(".xlsm") || lower.endsWith(".xltm") || lower.endsWith(".xlam")) {
            throw new UnreadableFileException("file.type.macro");
        }
    }

    private static boolean has(ZipDirectory zip, String ending) {
        return zip.entries().stream().anyMatch(entry -> entry.ending().equals(ending));
    }

    private static UnreadableFileException nothingIn(ZipDirectory zip) throws UnreadableFileException {
        for (Entry entry : zip.entries()) {
            FileType type = REFUSED_IN_ZIP.get(entry.ending());
            if (type != null) {
                type.refuse();
            }
        }
        String names = String.join(
                ", ", zip.entries().stream().limit(5).map(Entry::fileName).toList());
        return new UnreadableFileException("file.type.zip", Map.of("names", names));
    }

    private static UnreadableFileException named(String ending, FileType type) {
        return new UnreadableFileException(
                "file.type-name",
                Map.of("ending", "." + ending, "type", type.name().toLowerCase(Locale.ROOT)));
    }
}
