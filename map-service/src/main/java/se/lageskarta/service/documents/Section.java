package se.lageskarta.service.documents;

/**
 * A section of a document or of a template: its heading, the words people put first, and whether it is there.
 *
 * @param id which of its kind's sections; the figures below the words follow from it
 * @param heading 1 to 120 characters
 * @param text at most 6,000 characters; may be empty
 * @param shown false when it is left out
 */
record Section(String id, String heading, String text, boolean shown) {
    static final int MAX_HEADING = 120;
    static final int MAX_TEXT = 6_000;
    /** More than any kind has. */
    static final int MOST = 12;
}
