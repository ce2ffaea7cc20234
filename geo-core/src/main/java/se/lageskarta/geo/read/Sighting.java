package se.lageskarta.geo.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.TableHead.HeadRow;

/**
 * What has been found out about a file so far. Filled in while the file is planned, and of use also when the planning
 * stops because a person must decide something.
 */
final class Sighting {
    /** Sheets of a workbook, layers of a database, files of a zip; empty where a file is one table. */
    List<FileLook.Part> parts = List.of();

    @Nullable
    TableShape shape;

    /** The first rows as they stand, with what is above the headings. */
    List<HeadRow> firstRows = List.of();

    @Nullable
    FileKind kind;

    @Nullable
    BaseRole role;

    @Nullable
    SampledPlaces places;

    @Nullable
    CrsChoice choice;

    /**
     * The coordinates as they stand.
     *
     * @param all of rows spread over the file
     * @param east heading of the column taken for east or longitude
     * @param north heading of the column taken for north or latitude
     * @param degrees true when the headings say longitude and latitude
     */
    record SampledPlaces(PlaceSample all, String east, String north, boolean degrees) {}

    /** A table whose columns are known, whatever its format. */
    void table(TableShape found, List<HeadRow> rows) {
        shape = found;
        firstRows = rows;
    }
}
