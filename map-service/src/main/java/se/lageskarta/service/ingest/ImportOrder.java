package se.lageskarta.service.ingest;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;

/**
 * What the person who sends a file says about it; what is null is recognised.
 *
 * @param fileName as the file was called where it came from; never used as a path
 * @param dataset name of the dataset it goes into; null takes the file's name
 * @param kind what it is about
 * @param role layer of the background map
 * @param crs system of its coordinates
 * @param mapping which column holds what
 * @param invented true for made-up data
 * @param owner organisation that may take it back
 * @param source where it comes from, in words
 * @param startedBy user name
 */
public record ImportOrder(
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
    static final int LONGEST_NAME = 200;
    static final int LONGEST_SOURCE = 400;

    public ImportOrder {
        fileName = plain(fileName, LONGEST_NAME);
        dataset = dataset == null || dataset.isBlank() ? null : plain(dataset, LONGEST_NAME);
        owner = plain(owner, LONGEST_NAME);
        source = plain(source, LONGEST_SOURCE);
    }

    /** A file of which nothing is said. */
    public static ImportOrder of(String fileName, String startedBy) {
        return new ImportOrder(fileName, null, null, null, null, ColumnMapping.NONE, false, "", "", startedBy);
    }

    /** The dataset's name: as said, or the file's without folders and endings. */
    String datasetName() {
        if (dataset != null) {
            return dataset;
        }
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = last.indexOf('.', 1);
        String name = (dot > 0 ? last.substring(0, dot) : last).strip();
        return name.isEmpty() ? "import" : name;
    }

    /** One line of letters that can be shown anywhere: no control or direction marks, not longer than fits. */
    private static String plain(String text, int longest) {
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
