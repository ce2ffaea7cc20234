package se.lageskarta.geo.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipException;
import se.lageskarta.geo.read.xlsx.RefusedWorkbookException;
import se.lageskarta.geo.read.zip.RefusedZipException;

/**
 * Reads files of incidents, survey marks and background-map features: CSV and TSV and GeoJSON (plain, .gz or zipped) and
 * XLSX workbooks.
 *
 * <p>{@link #plan} reads the whole file once to find out what it is, and throws when it is nothing that can be used;
 * {@link #read} reads it again and hands on its rows. Memory does not grow with the file, but for 16 to 32 bytes a row
 * that tell repeated rows. A row limit, a size limit and limits on columns and cells hold: see the constants.
 *
 * <p>Known limits: a file of several sheets, layers or shapefiles is read one at a time; a GeoPackage in a zip must be
 * unpacked first.
 */
public final class IncidentReader {
    /** As many incidents as the whole of England and Wales reports in four months. */
    public static final long MAX_ROWS = 2_000_000;

    /** Rows between two reports of progress. */
    static final int PROGRESS_ROWS = 4096;

    private IncidentReader() {}

    /**
     * What the file is taken to be.
     *
     * @param file where it lies
     * @param fileName as it was called where it came from; only its ending and its words are looked at
     * @throws UnreadableFileException when nothing can be read from it
     * @throws IOException when it cannot be reached
     */
    public static FilePlan plan(Path file, String fileName, ReadOptions options)
            throws UnreadableFileException, IOException {
        return reading(() -> SourceFormats.of(file, fileName, options).plan(options, new Sighting()));
    }

    /**
     * What the file seems to be, to be shown to a person who can correct it. Also of files that {@link #plan} refuses
     * because something must be decided first: {@link FileLook#blocking} then says what.
     *
     * @throws UnreadableFileException when nothing at all can be made out
     * @throws IOException when it cannot be reached
     */
    public static FileLook look(Path file, String fileName, ReadOptions options)
            throws UnreadableFileException, IOException {
        return reading(() -> LookAtFile.with(SourceFormats.of(file, fileName, options), options));
    }

    /**
     * What would become of a planned file's rows. Stores nothing.
     *
     * @param enough asked every few thousand rows whether to stop with those that were read
     * @throws UnreadableFileException when the file breaks off or has changed since it was planned
     * @throws IOException when it cannot be reached
     */
    public static FileCheck check(FilePlan plan, BooleanSupplier enough) throws UnreadableFileException, IOException {
        CheckSink sink = new CheckSink(plan.recognised().options.types(), enough);
        try {
            read(plan, sink);
            return sink.check(true);
        } catch (CheckSink.EnoughException e) {
            return sink.check(false);
        }
    }

    /**
     * Hands on the rows of a planned file.
     *
     * @return how many rows came to what
     * @throws UnreadableFileException when the file has changed since it was planned
     * @throws IOException when it cannot be reached
     */
    public static ReadTally read(FilePlan plan, RowSink sink) throws UnreadableFileException, IOException {
        return reading(() -> SourceFormats.of(plan.file(), plan.fileName(), plan.recognised().options)
                .read(plan, sink));
    }

    static void refuseTooManyRows(long rows) throws UnreadableFileException {
        if (rows > MAX_ROWS) {
            throw new UnreadableFileException("file.too-many-rows", Map.of("limit", MAX_ROWS));
        }
    }

    private interface Reading<T> {
        T run() throws IOException, UnreadableFileException;
    }

    private static <T> T reading(Reading<T> reading) throws IOException, UnreadableFileException {
        try {
            return reading.run();
        } catch (FileBytes.PackedTooWellException e) {
            throw e.asUnreadable();
        } catch (Patience.EndedException e) {
            throw e.asUnreadable();
        } catch (RefusedZipException e) {
            throw new UnreadableFileException(e.code(), e.args());
        } catch (RefusedWorkbookException e) {
            throw new UnreadableFileException(e.code(), e.args());
        } catch (ZipException | EOFException e) {
            throw new UnreadableFileException("file.gzip");
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("file.encoding", Map.of("encoding", "?"));
        }
    }
}
