package se.lageskarta.service.paper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML part; text and attributes are escaped, and stripped of what XML cannot hold. */
final class DocxXml {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    DocxXml() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException("memory can always be written", unwritable);
        }
    }

    /** Begins an element with attributes, given as name and value in turn. */
    DocxXml start(String name, String... attributes) {
        try {
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], PlainText.of(attributes[i + 1]));
            }
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException(name + " cannot be written", unwritable);
        }
        return this;
    }

    DocxXml end() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException("an element ends that has not begun", unwritable);
        }
        return this;
    }

    /** An element without content. */
    DocxXml empty(String name, String... attributes) {
        return start(name, attributes).end();
    }

    /** An element that holds only text. */
    DocxXml element(String name, String text) {
        start(name);
        text(text);
        return end();
    }

    DocxXml text(String text) {
        try {
            xml.writeCharacters(PlainText.of(text));
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException("text cannot be written", unwritable);
        }
        return this;
    }

    /** A run of words; line breaks are kept. */
    DocxXml run(String text, boolean bold) {
        start("w:r");
        if (bold) {
            start("w:rPr").empty("w:b").end();
        }
        String[] lines = PlainText.of(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                empty("w:br");
            }
            start("w:t", "xml:space", "preserve").text(lines[i]).end();
        }
        return end();
    }

    byte[] bytes() {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException("memory can always be written", unwritable);
        }
        return out.toByteArray();
    }
}
