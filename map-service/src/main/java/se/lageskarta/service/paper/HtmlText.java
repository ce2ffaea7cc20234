package se.lageskarta.service.paper;

import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Writes a tree of elements as an HTML file. */
final class HtmlText {
    private static final Set<String> VOID = Set.of("meta", "br", "img");
    private static final Set<String> OWN_LINE =
            Set.of("head", "body", "main", "h1", "h2", "h3", "h4", "p", "tr", "li", "table", "style", "figure");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");

    private HtmlText() {}

    static String of(PaperTree tree) {
        HtmlText text = new HtmlText();
        text.write(tree.document().getDocumentElement());
        return text.out.append('\n').toString();
    }

    private void write(Element element) {
        String name = element.getTagName();
        if (OWN_LINE.contains(name)) {
            out.append('\n');
        }
        out.append('<').append(name);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            out.append(' ').append(attribute.getNodeName()).append("=\"");
            escape(attribute.getNodeValue());
            out.append('"');
        }
        out.append('>');
        if (VOID.contains(name)) {
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                write(inner);
            } else if (name.equals("style")) {
                // our own style sheet; a browser reads no escapes in it
                out.append(child.getNodeValue());
            } else {
                escape(child.getNodeValue());
            }
        }
        out.append("</").append(name).append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(letter);
            }
        }
    }
}
