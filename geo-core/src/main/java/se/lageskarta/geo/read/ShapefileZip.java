package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.zip.ZipDirectory;
import se.lageskarta.geo.read.zip.ZipDirectory.Entry;

/** The shapefiles in a zip: which files belong together, whatever folders they lie in and however their names are written. */
final class ShapefileZip implements AutoCloseable {
    private static final int MAX_SMALL_BYTES = 64 * 1024;

    private final ZipDirectory zip;
    private final Map<String, Entry> shapes;

    private ShapefileZip(ZipDirectory zip, Map<String, Entry> shapes) {
        this.zip = zip;
        this.shapes = shapes;
    }

    static ShapefileZip open(Path file) throws IOException {
        ZipDirectory zip = ZipDirectory.open(file);
        return new ShapefileZip(zip, shapesOf(zip));
    }

    /** True when there is a .shp in it, or what belongs to one. */
    static boolean hasShapes(ZipDirectory zip) {
        return zip.entries().stream()
                .anyMatch(
                        entry -> entry.ending().equals("shp") || entry.ending().equals("dbf"));
    }

    /** By name without folders where that is enough to tell them apart, otherwise with them. */
    private static Map<String, Entry> shapesOf(ZipDirectory zip) {
        List<Entry> found = zip.entries().stream()
                .filter(entry -> entry.ending().equals("shp"))
                .toList();
        Map<String, Entry> shapes = new LinkedHashMap<>();
        for (Entry entry : found) {
            String plain = stem(entry.fileName());
            boolean single = found.stream()
                            .filter(other -> stem(other.fileName()).equalsIgnoreCase(plain))
                            .count()
                    == 1;
            shapes.put(single ? plain : stem(entry.name()), entry);
        }
        return shapes;
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - ".shp".length());
    }

    List<FileLook.Part> parts(@Nullable String chosen) throws UnreadableFileException {
        String name = shapes.size() < 2 && chosen == null ? "" : nameOf(chosen);
        List<FileLook.Part> parts = new ArrayList<>();
        shapes.keySet().forEach(part -> parts.add(new FileLook.Part(part, null, part.equals(name))));
        return parts;
    }

    /**
     * Which one is read.
     *
     * @param chosen what a person said; null when nobody did
     * @throws UnreadableFileException when there is none, several to choose from, or none of that name
     */
    String choose(@Nullable String chosen) throws UnreadableFileException {
        String name = nameOf(chosen);
        if (name.isEmpty()) {
            throw new UnreadableFileException(
                    "file.part-choose",
                    Map.of("first", shapes.keySet().iterator().next(), "parts", String.join(", ", shapes.keySet())));
        }
        return name;
    }

    private String nameOf(@Nullable String chosen) throws UnreadableFileException {
        if (shapes.isEmpty()) {
            throw new UnreadableFileException("file.shapefile.missing", Map.of("ending", ".shp"));
        }
        if (chosen == null) {
            return shapes.size() == 1 ? shapes.keySet().iterator().next() : "";
        }
        for (String name : shapes.keySet()) {
            if (name.equalsIgnoreCase(chosen.strip())) {
                return name;
            }
        }
        throw new UnreadableFileException(
                "file.part", Map.of("part", chosen, "parts", String.join(", ", shapes.keySet())));
    }

    InputStream shp(String name) throws IOException {
        return zip.open(entry(name));
    }

    /** @throws UnreadableFileException when there is none: then nothing is known about the shapes */
    InputStream dbf(String name) throws IOException, UnreadableFileException {
        Entry entry = beside(name, "dbf");
        if (entry == null) {
            throw new UnreadableFileException("file.shapefile.missing", Map.of("ending", ".dbf"));
        }
        return zip.open(entry);
    }

    /** What a small file beside the .shp says; empty when there is none, null when it is too large to be one. */
    @Nullable
    String small(String name, String ending) throws IOException {
        Entry entry = beside(name, ending);
        if (entry == null) {
            return "";
        }
        if (entry.size() > MAX_SMALL_BYTES) {
            return null;
        }
        try (InputStream in = zip.open(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        }
    }

    /** Bytes of the zip that lie before the end of this part's shapes. */
    long bytesUpTo(String name) {
        return zip.bytesUpTo(entry(name));
    }

    /** Bytes on disk for each byte of this part's shapes. */
    double packedShare(String name) {
        return (double) entry(name).packedSize() / Math.max(1, entry(name).size());
    }

    private Entry entry(String name) {
        Entry entry = shapes.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("name is " + name + ", but must be one of " + shapes.keySet());
        }
        return entry;
    }

    private @Nullable Entry beside(String name, String ending) {
        String stem = stem(entry(name).name()).toLowerCase(Locale.ROOT);
        for (Entry entry : zip.entries()) {
            String other = entry.name().toLowerCase(Locale.ROOT);
            // data.shp.cpg is found as well as data.cpg
            if (other.equals(stem + "." + ending) || other.equals(stem + ".shp." + ending)) {
                return entry;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
