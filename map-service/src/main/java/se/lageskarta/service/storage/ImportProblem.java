package se.lageskarta.service.storage;

/**
 * One thing wrong in an imported file.
 *
 * @param line line in the file, the header is 1
 * @param field field concerned
 * @param value value that was read, cut to {@value #LONGEST_VALUE} characters
 * @param code code of the problem; the text is made from it in the reader's language
 * @param arguments what the text needs, as JSON
 * @param fate {@code rejected} or {@code uncertain}
 */
public record ImportProblem(long line, String field, String value, String code, String arguments, String fate) {
    static final int LONGEST_VALUE = 500;
    private static final int LONGEST_FIELD = 200;

    public ImportProblem {
        field = cut(field, LONGEST_FIELD);
        value = cut(value, LONGEST_VALUE);
    }

    /** PostgreSQL takes no NUL in text, and half a surrogate pair is no text at all. */
    private static String cut(String text, int longest) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        if (clean.length() <= longest) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
        return clean.substring(0, end);
    }
}
