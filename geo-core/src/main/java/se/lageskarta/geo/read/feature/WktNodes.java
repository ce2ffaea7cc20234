package se.lageskarta.geo.read.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of a coordinate system written as Well-Known Text (versions 1 and 2, and ESRI's), taken apart without
 * recursion: a file of 50,000 opening brackets is refused at the {@value #MAX_DEPTH}th.
 */
final class WktNodes {
    /** The longest real descriptions, compound ones with a transformation, have 6 kB. */
    static final int MAX_LENGTH = 65_536;

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NODES = 2_000;

    /**
     * {@code PARAMETER["False_Easting",500000]}.
     *
     * @param keyword in capital letters
     * @param parent null for the outermost
     * @param values texts without quotation marks, and numbers as they are written
     */
    record Node(String keyword, @Nullable Node parent, List<String> values, List<Node> children) {
        String first() {
            return values.isEmpty() ? "" : values.get(0);
        }

        /** The first of that keyword right below. */
        @Nullable
        Node child(String... keywords) {
            for (Node child : children) {
                if (List.of(keywords).contains(child.keyword)) {
                    return child;
                }
            }
            return null;
        }
    }

    private final String text;
    private int at;
    private int nodes;

    private WktNodes(String text) {
        this.text = text;
    }

    /** The outermost node; null when the text is too long, too deep, or no such text. */
    static @Nullable Node parse(String text) {
        return text.length() > MAX_LENGTH ? null : new WktNodes(text).outermost();
    }

    private @Nullable Node outermost() {
        Node open = null;
        Node outermost = null;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                String quoted = quoted();
                if (quoted == null || open == null) {
                    return null;
                }
                open.values().add(quoted);
            } else if (c == ']' || c == ')') {
                if (open == null) {
                    return null;
                }
                open = open.parent();
                depth--;
                at++;
                if (open == null) {
                    return outermost;
                }
            } else if (c == ',' || Character.isWhitespace(c)) {
                at++;
            } else {
                String word = word();
                boolean opens = at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(');
                if (opens) {
                    at++;
                    if (word.isEmpty() || ++depth > MAX_DEPTH || ++nodes > MAX_NODES) {
                        return null;
                    }
                    Node node = new Node(word.toUpperCase(Locale.ROOT), open, new ArrayList<>(), new ArrayList<>());
                    if (open != null) {
                        open.children().add(node);
                    } else {
                        outermost = node;
                    }
                    open = node;
                } else if (open == null || word.isEmpty()) {
                    return null;
                } else {
                    open.values().add(word);
                }
            }
        }
        return null;
    }

    private @Nullable String quoted() {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            return null;
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private String word() {
        int from = at;
        while (at < text.length() && "[](),\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).strip();
    }
}
