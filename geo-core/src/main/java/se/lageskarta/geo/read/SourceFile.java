package se.lageskarta.geo.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** What it is taken to be; reads it once from end to end. */
    abstract FilePlan plan(ReadOptions options) throws IOException, UnreadableFileException;

    /** Hands on its rows. */
    abstract ReadTally read(FilePlan plan, RowSink sink) throws IOException, UnreadableFileException;

    final long sizeOnDisk() throws IOException {
        return Files.size(file);
    }
}
