package se.lageskarta.geo.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;

/**
 * What a file seems to be, to be shown to a person and corrected before anything is stored. Of all that is in here only
 * the format is sure to be right.
 *
 * @param fileName as it was called where it came from
 * @param format such as {@code csv}
 * @param recognisedAs whose export it is, such as {@code data.police.uk}; null when it is nobody's in particular
 * @param parts sheets, layers or files that it consists of; empty when it is one table
 * @param encoding of its text; null where the format leaves no choice
 * @param separator between the cells of a text table; null for other formats
 * @param headingLine line of the headings, 0 when there are none; null where the format has names of its own
 * @param headings of the columns, or the names of the properties
 * @param firstRows as they stand in the file, with what is above the headings
 * @param fields what a column can hold in a file of this kind, and which column is taken for it
 * @param kind what it is about; null when not even that could be told
 * @param role layer of the background map; null when unknown or for other kinds
 * @param crs system of the coordinates; null when no coordinates were found
 * @param plan what would be read; null when something must be decided first
 * @param blocking what must be decided first; null when the file could be read as it is
 * @param notes codes of what else is to be known, with what the words need
 * @param shape the same for files that are laid out alike: hexadecimal, 64 characters
 */
public record FileLook(
        String fileName,
        String format,
        @Nullable String recognisedAs,
        List<Part> parts,
        @Nullable Encoding encoding,
        @Nullable Character separator,
        @Nullable Long headingLine,
        List<String> headings,
        List<FirstRow> firstRows,
        List<FieldColumn> fields,
        @Nullable FileKind kind,
        @Nullable BaseRole role,
        @Nullable CrsLook crs,
        @Nullable FilePlan plan,
        @Nullable Blocking blocking,
        Map<String, String> notes,
        String shape) {
    /** As many rows as tell a person what the columns are. */
    public static final int FIRST_ROWS = 10;

    /** Longer cells are cut. */
    public static final int LONGEST_CELL = 200;

    /** A person can decide these; with everything else the file itself must be changed. */
    private static final Set<String> DECISIONS = Set.of(
            "file.no-header",
            "file.no-coordinates",
            "file.places-first",
            "file.mapping",
            "file.heading-line",
            "file.part",
            "file.part-choose",
            "file.shapefile.prj",
            "file.crs-unknown",
            "file.crs-confirm",
            "file.crs-contradicted",
            "file.crs-not-supported",
            "file.nothing-placed",
            "file.role");

    public FileLook {
        parts = List.copyOf(parts);
        headings = List.copyOf(headings);
        firstRows = List.copyOf(firstRows);
        fields = List.copyOf(fields);
        notes = Map.copyOf(notes);
    }

    /** True when nothing but a decision is missing. */
    public boolean isUsable() {
        return blocking == null || DECISIONS.contains(blocking.code);
    }

    /**
     * A sheet, a layer or a file within the file.
     *
     * @param rows null when not counted
     * @param chosen true for the one that is read
     */
    public record Part(String name, @Nullable Long rows, boolean chosen) {}

    /**
     * @param certain false when another encoding would look as likely
     * @param twiceEncoded true when words stand as {@code VÃ¤gen} and are repaired
     * @param choices what else a person may say
     */
    public record Encoding(String name, boolean certain, boolean twiceEncoded, List<String> choices) {
        public Encoding {
            choices = List.copyOf(choices);
        }
    }

    /** @param line in the file, counted from 1 */
    public record FirstRow(long line, List<String> cells) {
        public FirstRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param name of the field, as in {@link ColumnMapping}
     * @param column that is taken for it, null when none is
     * @param why {@code heading} when it was recognised, {@code said} when a person said so, null when there is none
     * @param needed true when nothing can be read without it
     */
    public record FieldColumn(
            String name, @Nullable String column, @Nullable String why, boolean needed) {}

    /**
     * @param chosen the system taken; null when a person must choose
     * @param why code of why it is taken
     * @param certain true when nothing else fits
     * @param swapped true when the coordinate named first is north
     * @param proposals what it may be, the likeliest first
     */
    public record CrsLook(
            @Nullable Crs chosen, @Nullable String why, boolean certain, boolean swapped, List<CrsProposal> proposals) {
        public CrsLook {
            proposals = List.copyOf(proposals);
        }
    }

    /**
     * @param lon of some of the rows read this way, degrees
     * @param lat of the same rows, degrees
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record CrsProposal(Crs crs, String why, boolean swapped, boolean certain, double[] lon, double[] lat) {}

    /** @param args what the words need */
    public record Blocking(String code, Map<String, Object> args) {
        public Blocking {
            args = Map.copyOf(args);
        }
    }
}
