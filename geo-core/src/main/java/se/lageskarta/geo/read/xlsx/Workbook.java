package se.lageskarta.geo.read.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.zip.ZipDirectory;

/**
 * An Excel workbook (.xlsx), transitional or strict, read from the first row to the last without keeping rows. POI finds
 * the parts; what is in them is read here.
 *
 * <p>Nothing is fetched, no formula is worked out, nothing is written to disk. Not for several threads.
 *
 * <p>Memory: the texts that cells share (at most {@value SharedTexts#MAX_BYTES} bytes, refused beyond) and one row.
 *
 * <p>Known limits: cells merged downwards are not found in sheets in UTF-16.
 */
public final class Workbook implements Closeable {
    private final OPCPackage parts;
    private final XSSFReader reader;
    private final WorkbookPart list = new WorkbookPart();
    private final CellStyles styles = new CellStyles();
    private @Nullable SharedTexts shared;
    private int mergedCells;

    /**
     * One sheet.
     *
     * @param hidden true when it is not shown to who opens the workbook
     * @param part how the file calls it
     */
    public record Sheet(String name, boolean hidden, String part) {}

    private Workbook(OPCPackage parts) throws IOException, OpenXML4JException {
        this.parts = parts;
        this.reader = new XSSFReader(parts);
        read(reader.getWorkbookData(), list);
        InputStream styleData = ifThere(reader::getStylesData);
        if (styleData != null) {
            read(styleData, styles);
        }
    }

    /**
     * Opens a workbook that lies in a zip file.
     *
     * @throws RefusedWorkbookException when it is damaged, hostile or beyond the limits
     * @throws IOException when it cannot be reached, or the zip file is refused
     */
    public static Workbook open(Path file) throws IOException {
        ZipDirectory zip = ZipDirectory.open(file);
        try {
            return guarded(() -> {
                OPCPackage parts = OPCPackage.open(new ZipParts(zip));
                return new Workbook(parts);
            });
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** In the order of the workbook. */
    public List<Sheet> sheets() {
        return List.copyOf(list.sheets);
    }

    /** True when days are counted from 1904, as Excel on the Macintosh once did. */
    public boolean isFrom1904() {
        return list.from1904;
    }

    /** Number of empty cells in the sheet read last that took the text of a merged cell above. */
    public int mergedCells() {
        return mergedCells;
    }

    /**
     * A number that stands where dates stand, as a day when it can be one ({@code 2026-01-31}); otherwise as it is.
     */
    public String dayIfItCanBe(String number) {
        return new CellNumbers(list.from1904).dayIfItCanBe(number);
    }

    /**
     * Reads a sheet's rows from the first to the last.
     *
     * @throws RefusedWorkbookException when it is damaged, hostile or beyond the limits
     */
    public void read(Sheet sheet, SheetVisitor visitor) throws IOException {
        guarded(() -> {
            SharedTexts texts = shared();
            MergedCells merged = merged(sheet);
            read(
                    reader.getSheet(sheet.part()),
                    new SheetPart(new CellNumbers(list.from1904), styles, texts, merged, visitor));
            mergedCells = merged.filled();
            return sheet;
        });
    }

    @Override
    public void close() {
        // nothing was changed, and nothing must be written back
        parts.revert();
    }

    private SharedTexts shared() throws IOException, OpenXML4JException {
        SharedTexts known = shared;
        if (known == null) {
            known = new SharedTexts();
            InputStream data = ifThere(reader::getSharedStringsData);
            if (data == null) {
                known.areMissing();
            } else {
                read(data, known);
            }
            shared = known;
        }
        return known;
    }

    private MergedCells merged(Sheet sheet) throws IOException, OpenXML4JException {
        try (InputStream in = reader.getSheet(sheet.part())) {
            if (!MergedCells.areIn(in)) {
                return MergedCells.NONE;
            }
        }
        MergedCells merged = new MergedCells();
        read(reader.getSheet(sheet.part()), merged);
        merged.sort();
        return merged;
    }

    /** A part that a workbook may do without: some programs promise it in their lists and write none. */
    private static @Nullable InputStream ifThere(Opening<@Nullable InputStream> part)
            throws IOException, OpenXML4JException {
        try {
            return part.run();
        } catch (IllegalArgumentException | NullPointerException promisedAndNotThere) {
            return null;
        }
    }

    private static void read(InputStream bytes, XmlPart part) throws IOException {
        try (InputStream in = bytes) {
            part.read(in);
        }
    }

    private interface Opening<T extends @Nullable Object> {
        T run() throws IOException, OpenXML4JException;
    }

    /** POI says in many ways that a workbook lacks what it must have, or goes on without it until it falls. */
    private static <T> T guarded(Opening<T> opening) throws IOException {
        try {
            return opening.run();
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IllegalArgumentException
                | NullPointerException e) {
            throw new RefusedWorkbookException("file.xlsx-parts");
        }
    }
}
