package se.lageskarta.service.ingest;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.FileLayout;

/**
 * What the person who sends a file says about it; what is null is recognised.
 *
 * @param fileName as the file was called where it came from; never used as a path
 * @param wishes how it is to be understood
 * @param invented true for made-up data
 * @param owner organisation that may take it back
 * @param source where it comes from, in words
 * @param legalNote the ground on which it was given and may be used, in words; may be empty
 * @param replace true when it takes the place of what the dataset holds; only for layers of the background map
 * @param startedBy user name
 */
public record ImportOrder(
        String fileName,
        FileWishes wishes,
        boolean invented,
        String owner,
        String source,
        String legalNote,
        boolean replace,
        String startedBy) {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_SOURCE = 400;
    static final int LONGEST_LEGAL_NOTE = 1_000;

    public ImportOrder {
        fileName = plain(fileName, LONGEST_NAME);
        owner = plain(owner, LONGEST_NAME);
        source = plain(source, LONGEST_SOURCE);
        legalNote = plain(legalNote, LONGEST_LEGAL_NOTE);
    }

    /** Of a file that is recognised but for what is said here. */
    public ImportOrder(
            String fileName,
            @Nullable String dataset,
            @Nullable FileKind kind,
            @Nullable BaseRole role,
            @Nullable Crs crs,
            ColumnMapping mapping,
            boolean invented,
            String owner,
            String source,
            String startedBy) {
        this(
                fileName,
                new FileWishes(dataset, kind, role, crs, mapping, FileLayout.RECOGNISED, java.util.Map.of()),
                invented,
                owner,
                source,
                "",
                false,
                startedBy);
    }

    /** A file of which nothing is said. */
    public static ImportOrder of(String fileName, String startedBy) {
        return new ImportOrder(fileName, FileWishes.NONE, false, "", "", "", false, startedBy);
    }

    /**
     * The dataset's name: as said, or the file's without folders and endings. Layers of one file are datasets of their
     * own, so that one can be replaced and the others stay.
     */
    String datasetName(FileKind kind) {
        return named(fileName, wishes, kind);
    }

    static String named(String fileName, FileWishes wishes, @Nullable FileKind kind) {
        String said = wishes.dataset();
        String dataset = said == null ? "" : plain(said, LONGEST_NAME);
        if (!dataset.isEmpty()) {
            return dataset;
        }
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = last.indexOf('.', 1);
        String name = plain(dot > 0 ? last.substring(0, dot) : last, LONGEST_NAME);
        String file = name.isEmpty() ? "import" : name;
        String part = wishes.layout().part();
        boolean isLayer = kind == FileKind.BASE && part != null && !part.isBlank();
        return isLayer ? plain(file + " – " + part, LONGEST_NAME) : file;
    }

    /** One line of letters that can be shown anywhere: no control or direction marks, not longer than fits. */
    static String plain(String text, int longest) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            if (plain.length() + Character.charCount(c) <= longest) {
                plain.appendCodePoint(hidden ? ' ' : c);
            }
        });
        return plain.toString().strip();
    }
}
