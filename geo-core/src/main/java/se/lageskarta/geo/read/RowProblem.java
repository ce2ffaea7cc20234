package se.lageskarta.geo.read;

import java.util.Map;

/**
 * Something to say about one row. Words are made from the code where the reader's language is known.
 *
 * @param line line in the file, counted from 1; in GeoJSON the number of the feature
 * @param field which field, as in {@link ColumnMapping}; empty when it is about the whole row
 * @param value what the file says, cut after {@link #MAX_VALUE} characters, control characters replaced
 * @param code what it is, such as {@code coordinate.number}
 * @param args what the words need besides, such as the number of columns found
 */
public record RowProblem(long line, String field, String value, String code, Map<String, Object> args) {
    /** Longer values are cut: enough to recognise a cell, too little to fill a report with it. */
    public static final int MAX_VALUE = 100;

    public RowProblem {
        if (line < 0) {
            throw new IllegalArgumentException("line is " + line + ", but must be 0 or more");
        }
        value = presentable(value);
        args = Map.copyOf(args);
    }

    static RowProblem of(long line, Field field, String value, String code) {
        return new RowProblem(line, field.mappingName(), value, code, Map.of());
    }

    /** Without control characters, which could act on a terminal or a log. */
    private static String presentable(String value) {
        String cut = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "…" : value;
        StringBuilder plain = new StringBuilder(cut.length());
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            boolean unprintable = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || (Character.isSurrogate(c) && !completePair(cut, i));
            plain.append(unprintable ? ' ' : c);
        }
        return plain.toString();
    }

    private static boolean completePair(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
