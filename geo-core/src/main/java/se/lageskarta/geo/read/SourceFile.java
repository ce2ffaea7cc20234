package se.lageskarta.geo.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of a known format: first planned, then read. */
abstract class SourceFile {
    final Path file;
    final String fileName;
    final TextEncoding encoding;

    /**
     * @param fileName as it was called where it came from; only its ending and its words are looked at
     * @param encoding of its text
     */
    SourceFile(Path file, String fileName, TextEncoding encoding) {
        this.file = file;
        this.fileName = fileName;
        this.encoding = encoding;
    }

    /** Name of the format, such as {@code csv}. */
    abstract String format();

    /** True when the file is text, whose encoding matters. */
    boolean isText() {
        return false;
    }

    /** Sheets, layers or files that it consists of, known once it is planned; empty when it is one table. */
    List<FileLook.Part> parts() {
        return List.of();
    }

    /**
     * What it is taken to be; reads it once from end to end.
     *
     * @param seen is told what is found, so that it can be shown even when a decision is missing and this throws
     */
    abstract FilePlan plan(ReadOptions options, Sighting seen) throws IOException, UnreadableFileException;

    /** Hands on its rows. */
    abstract ReadTally read(FilePlan plan, RowSink sink) throws IOException, UnreadableFileException;

    final long sizeOnDisk() throws IOException {
        return Files.size(file);
    }
}
