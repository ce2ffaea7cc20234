package se.lageskarta.geo.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person says that a file is laid out; what is null is recognised.
 *
 * @param encoding name of the encoding of its text, such as {@code windows-1252}
 * @param separator between the cells of a text table
 * @param headingLine line of the headings, counted from 1; 0 when there are none
 * @param part which sheet of a workbook, layer of a GeoPackage or file of a zip
 * @param swapped true when the coordinate named first is north, false when it is not
 */
public record FileLayout(
        @Nullable String encoding,
        @Nullable Character separator,
        @Nullable Long headingLine,
        @Nullable String part,
        @Nullable Boolean swapped) {
    /** Nothing said. */
    public static final FileLayout RECOGNISED = new FileLayout(null, null, null, null, null);

    /** The encodings that can be said. */
    public static final List<String> ENCODINGS = TextEncoding.SAYABLE;

    /** The separators that can be said. */
    public static final String SEPARATORS = ";,\t|";

    public FileLayout {
        if (encoding != null && !ENCODINGS.contains(encoding)) {
            throw new IllegalArgumentException(
                    "encoding is '" + encoding + "', but must be one of " + String.join(", ", ENCODINGS));
        }
        if (separator != null && SEPARATORS.indexOf(separator) < 0) {
            throw new IllegalArgumentException(
                    "separator is '" + separator + "', but must be a semicolon, a comma, a tab or a bar");
        }
        if (headingLine != null && headingLine < 0) {
            throw new IllegalArgumentException("headingLine is " + headingLine + ", but must be 0 or more");
        }
    }
}
