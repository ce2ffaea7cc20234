package se.lageskarta.service.paper;

/** Makes text fit for a file: without what XML cannot hold, and without marks that turn the direction of what follows. */
final class PlainText {
    private PlainText() {}

    /** Control characters become blanks, halves of surrogate pairs �; line breaks stay. */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(codePoint -> {
            int type = Character.getType(codePoint);
            if (codePoint == '\n') {
                clean.append('\n');
            } else if (type == Character.CONTROL) {
                clean.append(' ');
            } else if (type == Character.SURROGATE || codePoint == 0xFFFE || codePoint == 0xFFFF) {
                clean.append('\uFFFD');
            } else if (!turns(codePoint)) {
                clean.appendCodePoint(codePoint);
            }
        });
        return clean.toString();
    }

    /** One line: line breaks become blanks. */
    static String line(String text) {
        return of(text).replace('\n', ' ').strip();
    }

    /** Embeddings, overrides and isolates: with them a text can look like another one than it is. */
    private static boolean turns(int codePoint) {
        return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }
}
