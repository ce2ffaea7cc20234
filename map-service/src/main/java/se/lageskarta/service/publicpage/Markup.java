package se.lageskarta.service.publicpage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes elements one after the other. Text and values of attributes are escaped here, so none is ever read as markup. */
final class Markup {
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "img");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9#-]+");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** An element that stays open; attributes are names and values by turns, an empty value is a name alone. */
    Markup start(String name, String... attributes) {
        tag(name, attributes);
        out.append('>');
        if (!VOID.contains(name)) {
            open.push(name);
        }
        return this;
    }

    /** Closes what was opened last. */
    Markup end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** A whole element with text. */
    Markup element(String name, String text, String... attributes) {
        return start(name, attributes).text(text).end();
    }

    /** An element of a drawing that holds nothing. */
    Markup shape(String name, String... attributes) {
        tag(name, attributes);
        out.append(out.charAt(out.length() - 1) == '"' ? "/>" : " />");
        return this;
    }

    /** A tag whose element HTML ends by itself, such as {@code td}: many rows without ends make a smaller page. */
    Markup bare(String name, String... attributes) {
        tag(name, attributes);
        out.append('>');
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** A line break of the file, so that a person can read it. */
    Markup line() {
        out.append('\n');
        return this;
    }

    /** A paragraph for each part between empty lines. */
    Markup paragraphs(String text) {
        for (String part : text.replace("\r\n", "\n").strip().split("\n\\s*\n")) {
            if (!part.isBlank()) {
                start("p");
                lines(part.strip());
                end().line();
            }
        }
        return this;
    }

    private void lines(String part) {
        String[] lines = part.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                start("br");
            }
            text(lines[i]);
        }
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]);
            if (!attributes[i + 1].isEmpty() || attributes[i].equals("alt")) {
                value(attributes[i + 1]);
            }
        }
    }

    /** Plain words need no quotation marks, which many areas make much of. */
    private void value(String value) {
        if (PLAIN.matcher(value).matches()) {
            out.append('=').append(value);
        } else {
            out.append("=\"");
            escape(value);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (shows(letter)) {
                        out.appendCodePoint(letter);
                    }
                }
            }
        });
    }

    /** False for control characters, halves of characters, and marks that turn the direction of what follows. */
    private static boolean shows(int letter) {
        int type = Character.getType(letter);
        boolean turns = letter >= 0x202A && letter <= 0x202E || letter >= 0x2066 && letter <= 0x2069;
        return letter == '\n'
                || letter == '\t'
                || !turns && type != Character.CONTROL && type != Character.SURROGATE && (letter & 0xFFFE) != 0xFFFE;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
