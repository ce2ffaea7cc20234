package se.lageskarta.service.paper;

/**
 * Text as the printed page can show it: characters the font lacks become □, and words too long for a line get places
 * where they may be broken.
 */
final class PrintedText {
    /** No Swedish word and no checksum is longer; a longer one would take minutes to set. */
    private static final int LONGEST_WORD = 70;

    private final PaperFonts fonts;
    private boolean replaced;

    PrintedText(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /** True when something had to be replaced. */
    boolean replaced() {
        return replaced;
    }

    String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int word = 0;
        for (int codePoint : text.codePoints().toArray()) {
            word = Character.isWhitespace(codePoint) ? 0 : word + 1;
            if (word > LONGEST_WORD) {
                shown.append(' ');
                word = 1;
            }
            if (codePoint == '\n' || fonts.has(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else if (Character.getType(codePoint) != Character.FORMAT) {
                shown.appendCodePoint(Character.isSpaceChar(codePoint) ? ' ' : PaperFonts.MISSING);
                replaced |= !Character.isSpaceChar(codePoint);
            }
        }
        return shown.toString();
    }
}
