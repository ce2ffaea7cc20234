package se.lageskarta.geo.read;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.zip.ZipDirectory;
import se.lageskarta.geo.read.zip.ZipDirectory.Entry;

/** A file's bytes: as they are, or unpacked when they are gzipped or lie in a zip; never more than the limits allow. */
final class FileBytes {
    /** A gigabyte unpacked is ten times the largest open extract there is (England and Wales, a year). */
    static final long MAX_UNPACKED_BYTES = ZipDirectory.MAX_UNPACKED_BYTES;
    /** Real tables pack up to some 1:60; 1:200 is a bomb. */
    static final long MAX_RATIO = ZipDirectory.MAX_RATIO;
    /** The ratio says nothing about the first megabyte. */
    static final long RATIO_AFTER_BYTES = 1L << 20;
    /** Enough to tell encoding, separator and heading by. */
    static final int HEAD_BYTES = 256 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Opening opening;
    private final @Nullable Path asItIs;
    private final boolean inZip;
    private final List<FileLook.Part> parts;

    private FileBytes(Opening opening, @Nullable Path asItIs, boolean inZip, List<FileLook.Part> parts) {
        this.opening = opening;
        this.asItIs = asItIs;
        this.inZip = inZip;
        this.parts = parts;
    }

    /** As they are. */
    static FileBytes plain(Path file) {
        return new FileBytes(() -> Counted.onDisk(Files.newInputStream(file)), file, false, List.of());
    }

    /** Unpacked. */
    static FileBytes gzip(Path file) {
        return new FileBytes(
                () -> {
                    Counted onDisk = Counted.onDisk(Files.newInputStream(file));
                    try {
                        return Counted.unpacked(new GZIPInputStream(onDisk, BUFFER_BYTES), onDisk);
                    } catch (IOException e) {
                        onDisk.close();
                        throw e;
                    }
                },
                null,
                false,
                List.of());
    }

    /**
     * Of one of the tables in a zip file.
     *
     * @param part name of the one that a person chose; null for the largest
     * @throws UnreadableFileException when there is none of that name
     */
    static FileBytes inZip(Path file, List<Entry> tables, @Nullable String part) throws UnreadableFileException {
        Entry chosen = tables.stream()
                .filter(entry -> part == null || entry.name().equals(part))
                .max(Comparator.comparingLong(Entry::size))
                .orElseThrow(() -> noSuchPart(
                        part == null ? "" : part,
                        tables.stream().map(Entry::name).toList()));
        List<FileLook.Part> parts = tables.size() < 2
                ? List.of()
                : tables.stream()
                        .map(entry -> new FileLook.Part(entry.name(), null, entry.equals(chosen)))
                        .toList();
        return new FileBytes(() -> openInZip(file, chosen), null, true, parts);
    }

    static UnreadableFileException noSuchPart(String part, List<String> names) {
        return new UnreadableFileException("file.part", Map.of("part", part, "parts", String.join(", ", names)));
    }

    private static Counted openInZip(Path file, Entry entry) throws IOException {
        ZipDirectory zip = ZipDirectory.open(file);
        try {
            return Counted.inZip(zip.open(entry), entry, zip);
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    /** True when the file's name is that of a zip file, and says nothing about these bytes. */
    boolean isInZip() {
        return inZip;
    }

    /** The file, when it holds these bytes as they are and need not be unpacked. */
    @Nullable
    Path asItIs() {
        return asItIs;
    }

    /** The tables that a zip file holds when there are several; empty otherwise. */
    List<FileLook.Part> parts() {
        return parts;
    }

    /** The first bytes, at most {@link #HEAD_BYTES}. */
    byte[] head() throws IOException {
        try (Counted in = open()) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    /** The bytes, from the beginning. */
    Counted open() throws IOException {
        return opening.open();
    }

    private interface Opening {
        Counted open() throws IOException;
    }

    /** A .gz that unpacks to more than the limits allow. */
    static final class PackedTooWellException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final long limit;

        PackedTooWellException(String code, long limit) {
            super(code);
            this.code = code;
            this.limit = limit;
        }

        UnreadableFileException asUnreadable() {
            return new UnreadableFileException(code, Map.of("limit", limit));
        }
    }

    /** Counts what has been read, and stops where a limit is passed. */
    static final class Counted extends FilterInputStream {
        private final @Nullable LongSupplier onDisk;
        private final boolean ratioChecked;
        private final Closeable container;
        private long bytes;

        private Counted(InputStream in, @Nullable LongSupplier onDisk, boolean ratioChecked, Closeable container) {
            super(in);
            this.onDisk = onDisk;
            this.ratioChecked = ratioChecked;
            this.container = container;
        }

        private static Counted onDisk(InputStream in) {
            return new Counted(in, null, false, in);
        }

        private static Counted unpacked(InputStream in, Counted packed) {
            return new Counted(in, packed::bytesOnDisk, true, packed);
        }

        private static Counted inZip(InputStream in, Entry entry, ZipDirectory zip) {
            Counted[] self = new Counted[1];
            self[0] = new Counted(
                    in, () -> (long) ((double) self[0].bytes / entry.size() * entry.packedSize()), false, zip);
            return self[0];
        }

        /** Bytes of the file itself that have been read, packed or not. */
        long bytesOnDisk() {
            return onDisk == null ? bytes : onDisk.getAsLong();
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                count(1);
            }
            return value;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            try (container) {
                super.close();
            }
        }

        private void count(int more) throws IOException {
            bytes += more;
            if (bytes > MAX_UNPACKED_BYTES) {
                throw new PackedTooWellException("file.too-large", MAX_UNPACKED_BYTES);
            }
            if (ratioChecked && bytes > RATIO_AFTER_BYTES && bytes / Math.max(1, bytesOnDisk()) > MAX_RATIO) {
                throw new PackedTooWellException("file.gzip-ratio", MAX_RATIO);
            }
        }
    }
}
