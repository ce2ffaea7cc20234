package se.lageskarta.geo.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, told by its first bytes. The name helps only where the bytes say nothing: a name is what somebody
 * called it.
 */
enum FileType {
    TEXT(true),
    JSON(true),
    ZIP(true),
    GZIP(true),
    SQLITE(true),
    XLS(false),
    ENCRYPTED_OFFICE(false),
    WORD(false),
    OUTLOOK(false),
    OLD_OFFICE(false),
    PDF(false),
    RTF(false),
    IMAGE(false),
    MEDIA(false),
    PROGRAM(false),
    ARCHIVE(false),
    DWG(false),
    DXF(false),
    TAB(false),
    MIF(false),
    SHP(false),
    DBF(false),
    FLATGEOBUF(false),
    PARQUET(false),
    WKT(false),
    WKB(false),
    HTML(false),
    XML_SHEET(false),
    KML(false),
    GPX(false),
    GML(false),
    XML(false);

    /** What the types below are recognised by is within these many bytes. */
    private static final int START_CHARACTERS = 2048;

    private static final Map<String, FileType> SIGNATURES = Map.ofEntries(
            Map.entry("PK\u0003\u0004", ZIP),
            Map.entry("PK\u0005\u0006", ZIP),
            Map.entry("\u001f\u008b", GZIP),
            Map.entry("SQLite format 3\0", SQLITE),
            Map.entry("%PDF", PDF),
            Map.entry("{\\rtf", RTF),
            Map.entry("\u0089PNG", IMAGE),
            Map.entry("\u00ff\u00d8\u00ff", IMAGE),
            Map.entry("GIF8", IMAGE),
            Map.entry("II*\0", IMAGE),
            Map.entry("MM\0*", IMAGE),
            Map.entry("ID3", MEDIA),
            Map.entry("OggS", MEDIA),
            Map.entry("\u001aE\u00df\u00a3", MEDIA),
            Map.entry("\u007fELF", PROGRAM),
            Map.entry("MZ", PROGRAM),
            Map.entry("Rar!", ARCHIVE),
            Map.entry("7z\u00bc\u00af", ARCHIVE),
            Map.entry("BZh", ARCHIVE),
            Map.entry("\u00fd7zXZ", ARCHIVE),
            Map.entry("(\u00b5/\u00fd", ARCHIVE),
            Map.entry("AC10", DWG),
            Map.entry("\0\0'\n", SHP),
            Map.entry("fgb", FLATGEOBUF),
            Map.entry("PAR1", PARQUET));

    private static final Map<String, FileType> XML_ROOTS = Map.of(
            "html", HTML,
            "table", HTML,
            "kml", KML,
            "gpx", GPX,
            "featurecollection", GML,
            "workbook", XML_SHEET);

    private static final Pattern BEFORE_ROOT =
            Pattern.compile("\\s*(?:<\\?.*?\\?>|<!--.*?-->|<![^>]*>)", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?([\\w.-]+)");
    private static final Pattern WELL_KNOWN_TEXT = Pattern.compile(
            "(?:SRID=\\d+;)?\\s*(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON|CURVE|SURFACE)|GEOMETRYCOLLECTION|CIRCULARSTRING"
                    + "|COMPOUNDCURVE|CURVEPOLYGON|TIN|TRIANGLE)\\s*(?:ZM?|M)?\\s*(?:\\(|EMPTY).*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern MAPINFO_EXCHANGE =
            Pattern.compile("version\\s+\\d+\\s+charset\\s.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern DRAWING_EXCHANGE =
            Pattern.compile("(?:999\\s.*?\\s)?0\\s+SECTION\\s.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final boolean taken;

    FileType(boolean taken) {
        this.taken = taken;
    }

    /**
     * What these bytes begin, plain or unpacked.
     *
     * @param lowerName the file's name in small letters
     */
    static FileType of(byte[] head, String lowerName) {
        String start = new String(
                head, 0, Math.min(head.length, START_CHARACTERS), java.nio.charset.StandardCharsets.ISO_8859_1);
        FileType binary = binary(start, head);
        if (binary != null) {
            return binary;
        }
        FileType named = byName(start, lowerName);
        return named == null ? ofText(start) : named;
    }

    /** @throws UnreadableFileException when files of this type are not taken, with what to do instead */
    void refuse() throws UnreadableFileException {
        if (!taken) {
            throw new UnreadableFileException(
                    "file.type." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static @Nullable FileType binary(String start, byte[] head) {
        for (Map.Entry<String, FileType> signature : SIGNATURES.entrySet()) {
            if (start.startsWith(signature.getKey())) {
                return signature.getValue();
            }
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return ole2(head);
        }
        if (start.startsWith("RIFF") && start.length() > 12) {
            return start.startsWith("WEBP", 8) ? IMAGE : MEDIA;
        }
        if (start.startsWith("ftyp", 4)) {
            return start.startsWith("hei", 8) || start.startsWith("mif1", 8) || start.startsWith("avif", 8)
                    ? IMAGE
                    : MEDIA;
        }
        return start.startsWith("ustar", 257) ? ARCHIVE : null;
    }

    /** Excel up to 2003, Word and Outlook share a container, and so does everything that Office has encrypted. */
    private static FileType ole2(byte[] head) {
        int sector = 512;
        long directory = head.length < 52 ? 0 : (1L + (head[48] & 0xFF | (head[49] & 0xFF) << 8)) * sector;
        int from = (int) Math.min(directory, head.length);
        int to = Math.min(head.length, from + 8 * sector);
        String names = new String(Arrays.copyOfRange(head, from, to), java.nio.charset.StandardCharsets.UTF_16LE);
        if (names.contains("EncryptedPackage")) {
            return ENCRYPTED_OFFICE;
        }
        if (names.contains("Workbook") || names.contains("Book\0")) {
            return XLS;
        }
        if (names.contains("WordDocument")) {
            return WORD;
        }
        return names.contains("__substg") ? OUTLOOK : OLD_OFFICE;
    }

    private static @Nullable FileType byName(String start, String lowerName) {
        boolean noText = !start.isEmpty() && start.charAt(0) < 9;
        if (lowerName.endsWith(".dbf")
                && List.of(2, 3, 0x30, 0x31, 0x83, 0x8b, 0xf5).contains(first(start))) {
            return DBF;
        }
        if (lowerName.endsWith(".wkb") || (noText && looksLikeWellKnownBinary(start))) {
            return WKB;
        }
        return null;
    }

    /** Byte order, then the kind of geometry as a number: 1 to 17, and 1000 to 3000 more with heights or measures. */
    private static boolean looksLikeWellKnownBinary(String start) {
        if (start.length() < 9 || start.charAt(0) > 1) {
            return false;
        }
        boolean little = start.charAt(0) == 1;
        int kind = 0;
        for (int i = 0; i < 4; i++) {
            kind |= start.charAt(little ? 1 + i : 4 - i) << (8 * i);
        }
        int plain = kind & 0xFFFF;
        return plain % 1000 >= 1 && plain % 1000 <= 17 && plain < 4000;
    }

    private static FileType ofText(String start) {
        String text = (start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : withoutZeros(start)).strip();
        if (text.startsWith("<")) {
            return ofXml(text);
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return JSON;
        }
        if (text.startsWith("!table")) {
            return TAB;
        }
        if (MAPINFO_EXCHANGE.matcher(text).matches()) {
            return MIF;
        }
        if (DRAWING_EXCHANGE.matcher(text).matches()) {
            return DXF;
        }
        return WELL_KNOWN_TEXT.matcher(text).matches() ? WKT : TEXT;
    }

    private static FileType ofXml(String text) {
        String rest = text;
        boolean page = rest.toLowerCase(Locale.ROOT).startsWith("<!doctype html");
        var before = BEFORE_ROOT.matcher(rest);
        while (before.lookingAt()) {
            rest = rest.substring(before.end());
            before = BEFORE_ROOT.matcher(rest);
        }
        var root = ROOT.matcher(rest);
        String name = root.find() ? root.group(1).toLowerCase(Locale.ROOT) : "";
        FileType known = XML_ROOTS.get(name);
        return page ? HTML : known == null ? XML : known;
    }

    /** UTF-16 as the letters that both halves of the alphabet have in common. */
    private static String withoutZeros(String start) {
        boolean wide = start.startsWith("\u00ff\u00fe")
                || start.startsWith("\u00fe\u00ff")
                || start.indexOf('\0') == 0
                || start.indexOf('\0') == 1;
        return wide ? start.substring(start.charAt(0) > 'z' ? 2 : 0).replace("\0", "") : start;
    }

    private static int first(String start) {
        return start.isEmpty() ? -1 : start.charAt(0);
    }
}
