package se.lageskarta.service.paper;

import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A page as a tree of elements. Text goes in as text and is never read as markup; that is why there is no template.
 */
final class PaperTree {
    private final Document document;
    private final UnaryOperator<String> shown;

    /** @param shown what a text becomes on the page */
    PaperTree(UnaryOperator<String> shown) {
        this.shown = shown;
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java can make a document", impossible);
        }
    }

    Document document() {
        return document;
    }

    Element root(String name) {
        Element root = document.createElement(name);
        document.appendChild(root);
        return root;
    }

    Element add(Element parent, String name) {
        Element child = document.createElement(name);
        parent.appendChild(child);
        return child;
    }

    /** An element with a class and text; line breaks become {@code br}. */
    Element add(Element parent, String name, String kind, String text) {
        Element child = add(parent, name);
        if (!kind.isEmpty()) {
            child.setAttribute("class", kind);
        }
        text(child, text);
        return child;
    }

    void text(Element parent, String text) {
        String[] lines = shown.apply(PlainText.of(text)).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                add(parent, "br");
            }
            parent.appendChild(document.createTextNode(lines[i]));
        }
    }

    /** Our own text, such as a style sheet, as it is. */
    void asIs(Element parent, String text) {
        parent.appendChild(document.createTextNode(text));
    }

    void attribute(Element element, String name, String text) {
        element.setAttribute(name, shown.apply(PlainText.line(text)));
    }
}
