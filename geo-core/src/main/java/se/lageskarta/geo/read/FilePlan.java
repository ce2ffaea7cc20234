package se.lageskarta.geo.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;

/**
 * What a file is taken to be, and why: to be shown and corrected before anything is stored.
 *
 * @param file where it lies
 * @param fileName as it was called where it came from; never used as a path
 * @param format {@code csv} or {@code geojson}
 * @param kind what it is about
 * @param role layer of the background map, for {@link FileKind#BASE}
 * @param encoding name of the encoding; empty for GeoJSON
 * @param headings of the columns; empty for GeoJSON
 * @param mapping which column (or property) holds what
 * @param crs system of the coordinates in the file
 * @param crsWhy code of why it is taken to be this one, such as {@code crs.given}
 * @param workingCrs system that the rows are handed on in, metres; {@code crs} itself for the background map's degrees
 * @param swapped true when the column named first in the mapping holds north
 * @param monthOnly true when dates finer than months must not be believed (the shape of data.police.uk)
 * @param snapped true when the source moves places to anonymous points (the shape of data.police.uk)
 * @param rows number of rows that are not empty; roughly so in text tables of more than 16 MB, which are looked at here
 *     and there until they are read
 * @param notes codes of what else is to be known, such as {@code encoding.twice}, with what the words need
 */
public record FilePlan(
        Path file,
        String fileName,
        String format,
        FileKind kind,
        @Nullable BaseRole role,
        String encoding,
        List<String> headings,
        ColumnMapping mapping,
        Crs crs,
        String crsWhy,
        Crs workingCrs,
        boolean swapped,
        boolean monthOnly,
        boolean snapped,
        long rows,
        Map<String, String> notes,
        Recognised recognised) {
    public FilePlan {
        headings = List.copyOf(headings);
        notes = Map.copyOf(notes);
    }

    /** The same plan with rows handed on in another system in metres: that of the dataset they join. */
    public FilePlan into(Crs working) {
        if (working.equals(workingCrs)) {
            return this;
        }
        LonLat middle = Projection.of(workingCrs).toLonLat(recognised.whereabouts.x(), recognised.whereabouts.y());
        double[] there = Projection.of(working).fromLonLat(middle.lon(), middle.lat());
        Whereabouts moved = new Whereabouts(there[0], there[1], recognised.whereabouts.farMetres());
        return new FilePlan(
                file,
                fileName,
                format,
                kind,
                role,
                encoding,
                headings,
                mapping,
                crs,
                crsWhy,
                working,
                swapped,
                monthOnly,
                snapped,
                rows,
                notes,
                new Recognised(
                        recognised.options, recognised.encoding, recognised.shape, moved, recognised.mostlyLong));
    }

    /** What the reader keeps for itself between the plan and the reading. */
    public static final class Recognised {
        final ReadOptions options;
        final TextEncoding encoding;
        final TableShape shape;
        final Whereabouts whereabouts;
        final boolean mostlyLong;

        Recognised(
                ReadOptions options,
                TextEncoding encoding,
                TableShape shape,
                Whereabouts whereabouts,
                boolean mostlyLong) {
            this.options = options;
            this.encoding = encoding;
            this.shape = shape;
            this.whereabouts = whereabouts;
            this.mostlyLong = mostlyLong;
        }
    }
}
