package se.lageskarta.geo.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A file's bytes: unpacked when it is a .gz, never more than the limits allow, and refused when it is no table or JSON. */
final class FileBytes {
    /** A gigabyte unpacked is ten times the largest open extract there is (England and Wales, a year). */
    static final long MAX_UNPACKED_BYTES = 1L << 30;
    /** Real tables pack up to some 1:60; 1:200 is a bomb. */
    static final long MAX_RATIO = 200;
    /** The ratio says nothing about the first megabyte. */
    static final long RATIO_AFTER_BYTES = 1L << 20;
    /** Enough to tell encoding, separator and heading by. */
    static final int HEAD_BYTES = 256 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path file;
    private final boolean packed;

    FileBytes(Path file, String fileName) {
        this.file = file;
        this.packed = fileName.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** The first bytes, at most {@link #HEAD_BYTES}. */
    byte[] head() throws IOException, UnreadableFileException {
        try (Counted in = open()) {
            return in.readNBytes(HEAD_BYTES);
        } catch (PackedTooWellException e) {
            throw e.asUnreadable();
        } catch (ZipException | java.io.EOFException e) {
            throw new UnreadableFileException("file.gzip");
        }
    }

    /** The bytes, from the beginning. */
    Counted open() throws IOException {
        Counted onDisk = new Counted(Files.newInputStream(file), null);
        if (!packed) {
            return onDisk;
        }
        try {
            return new Counted(new GZIPInputStream(onDisk, BUFFER_BYTES), onDisk);
        } catch (IOException e) {
            onDisk.close();
            throw e;
        }
    }

    /** @throws UnreadableFileException when these bytes begin a file of another type */
    static void refuseOtherTypes(byte[] head) throws UnreadableFileException {
        if (head.length == 0) {
            throw new UnreadableFileException("file.empty");
        }
        String type = typeByFirstBytes(head);
        if (type != null) {
            throw new UnreadableFileException("file.type", Map.of("type", type));
        }
    }

    private static @Nullable String typeByFirstBytes(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return "zip/xlsx";
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return "xls/doc";
        }
        if (start.startsWith("%PDF")) {
            return "pdf";
        }
        if (start.startsWith("\u001f\u008b")) {
            return "gzip";
        }
        if (start.startsWith("\u007fELF") || start.startsWith("MZ")) {
            return "program";
        }
        if (start.startsWith("SQLite format 3")) {
            return "gpkg/sqlite";
        }
        if (start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8\u00ff") || start.startsWith("GIF8")) {
            return "image";
        }
        String text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
        return text.stripLeading().startsWith("<") ? "html/xml" : null;
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
        private final @Nullable Counted onDisk;
        private long bytes;

        private Counted(InputStream in, @Nullable Counted onDisk) {
            super(in);
            this.onDisk = onDisk;
        }

        /** Bytes of the file itself that have been read, packed or not. */
        long bytesOnDisk() {
            return onDisk == null ? bytes : onDisk.bytes;
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

        private void count(int more) throws IOException {
            bytes += more;
            if (bytes > MAX_UNPACKED_BYTES) {
                throw new PackedTooWellException("file.too-large", MAX_UNPACKED_BYTES);
            }
            if (onDisk != null && bytes > RATIO_AFTER_BYTES && bytes / Math.max(1, onDisk.bytes) > MAX_RATIO) {
                throw new PackedTooWellException("file.gzip-ratio", MAX_RATIO);
            }
        }
    }
}
