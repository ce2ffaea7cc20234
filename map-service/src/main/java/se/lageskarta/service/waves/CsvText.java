package se.lageskarta.service.waves;

import se.lageskarta.service.web.SpreadsheetText;

/** Text as one cell of a table (RFC 4180): what a spreadsheet would take for a formula gets an apostrophe in front. */
final class CsvText {
    private CsvText() {}

    static String cell(String text) {
        String safe = SpreadsheetText.harmless(text);
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
