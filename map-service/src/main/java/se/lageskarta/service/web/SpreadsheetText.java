package se.lageskarta.service.web;

/**
 * Text on its way into a table that somebody opens in a spreadsheet. What a spreadsheet would take for a formula gets an
 * apostrophe in front, which the spreadsheet shows as text; numbers are not text and do not come here.
 */
public final class SpreadsheetText {
    /** Also in their full-width and small forms, which some spreadsheets take for the plain ones. */
    private static final String STARTS = "=+-@|%＝＋－＠｜％﹦﹢﹣﹫﹪";

    private static final String CALLS = "=@＝＠﹦﹫";
    private static final String SIGNS = "+-＋－﹢﹣";
    private static final String CALL_MARKS = "(|!";
    /** A table separated by commas, opened where semicolons separate, is cut at other places than it was put together. */
    private static final String SEPARATORS = ";,\t\r\n";

    private SpreadsheetText() {}

    /** The text with every formula in it broken. */
    public static String harmless(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = firstSeen(text, 0);
        boolean control = text.charAt(0) < ' ';
        boolean formula = first < text.length() && STARTS.indexOf(text.charAt(first)) >= 0;
        String inside = withoutFormulasInside(text);
        return formula || control ? "'" + inside : inside;
    }

    private static String withoutFormulasInside(String text) {
        StringBuilder broken = null;
        int copied = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            if (SEPARATORS.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            int start = firstSeen(text, i + 1);
            if (start < text.length() && startsFormula(text, start)) {
                broken = broken == null ? new StringBuilder(text.length() + 8) : broken;
                broken.append(text, copied, start).append('\'');
                copied = start;
            }
        }
        return broken == null
                ? text
                : broken.append(text, copied, text.length()).toString();
    }

    private static boolean startsFormula(String text, int at) {
        char c = text.charAt(at);
        if (CALLS.indexOf(c) >= 0) {
            return true;
        }
        // a sign is a formula only when something is called behind it; a negative number is none
        for (int i = at; SIGNS.indexOf(c) >= 0 && i < text.length() && SEPARATORS.indexOf(text.charAt(i)) < 0; i++) {
            if (CALL_MARKS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The first letter that can be seen; a spreadsheet overlooks blanks and marks before a formula. */
    private static int firstSeen(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean unseen = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.isISOControl(c);
            if (!unseen || (i > from && SEPARATORS.indexOf(c) >= 0)) {
                break;
            }
            i++;
        }
        return i;
    }
}
