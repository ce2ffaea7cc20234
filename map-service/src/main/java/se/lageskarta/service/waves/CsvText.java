package se.lageskarta.service.waves;

/** Text as one cell of a table (RFC 4180): what a spreadsheet would take for a formula gets an apostrophe in front. */
final class CsvText {
    private static final String FORMULA_STARTS = "=+-@\t\r\n|＝＋－＠";

    private CsvText() {}

    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
