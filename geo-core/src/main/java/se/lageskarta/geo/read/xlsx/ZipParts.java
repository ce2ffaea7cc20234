package se.lageskarta.geo.read.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.zip.ZipDirectory;
import se.lageskarta.geo.read.zip.ZipDirectory.Entry;

/**
 * A guarded zip file as POI wants to see it: POI opens nothing itself, writes no temporary file, and gets no byte that
 * the guard has not counted. The parts that POI reads whole into memory may have {@value #MAX_WHOLE} bytes.
 */
final class ZipParts implements ZipEntrySource {
    private static final int MAX_WHOLE = 2 << 20;

    private final ZipDirectory zip;
    private boolean closed;

    ZipParts(ZipDirectory zip) throws RefusedWorkbookException {
        this.zip = zip;
        for (Entry entry : zip.everything()) {
            String name = entry.name().toLowerCase(Locale.ROOT);
            boolean whole =
                    name.endsWith(".rels") || name.equals("[content_types].xml") || name.startsWith("docprops/");
            if (whole && entry.size() > MAX_WHOLE) {
                throw new RefusedWorkbookException("file.xlsx-parts");
            }
        }
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        List<ZipArchiveEntry> entries = new ArrayList<>();
        zip.everything().forEach(entry -> entries.add(shown(entry)));
        return Collections.enumeration(entries);
    }

    @Override
    public @Nullable ZipArchiveEntry getEntry(String path) {
        Entry entry = zip.find(path.startsWith("/") ? path.substring(1) : path);
        return entry == null ? null : shown(entry);
    }

    @Override
    public @Nullable InputStream getInputStream(ZipArchiveEntry shown) throws IOException {
        Entry entry = zip.find(shown.getName());
        return entry == null ? null : zip.open(entry);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    private static ZipArchiveEntry shown(Entry entry) {
        ZipArchiveEntry shown = new ZipArchiveEntry(entry.name());
        shown.setSize(entry.size());
        shown.setCompressedSize(entry.packedSize());
        shown.setCrc(entry.crc());
        shown.setMethod(entry.method());
        return shown;
    }
}
