package se.lageskarta.geo.read.xlsx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads one XML file of a workbook, which may be hostile: no document type, no entities, nothing fetched, no deep
 * nesting, no more than {@value #MAX_NAMES} different names (the parser keeps each), no long tags
 * ({@link MarkupGuard}).
 *
 * <p>Subclasses take elements by their local names, whatever the prefix. UTF-8 and UTF-16, as the standard (ECMA-376)
 * says.
 */
abstract class XmlPart extends DefaultHandler {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NAMES = 5000;
    private static final int MAX_ATTRIBUTES = 200;

    private final Set<String> names = new HashSet<>();
    private int depth;

    /** What has been read is enough. */
    private static final class EnoughException extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /** A fault that the parser hands through. */
    private static final class FaultException extends SAXException {
        private static final long serialVersionUID = 1L;

        private final RefusedWorkbookException fault;

        FaultException(RefusedWorkbookException fault) {
            super(fault);
            this.fault = fault;
        }
    }

    abstract void start(String name, Attributes attributes) throws SAXException, IOException;

    abstract void end(String name) throws SAXException, IOException;

    /**
     * Reads to the end, or until {@link #enough()}.
     *
     * @throws RefusedWorkbookException when it is damaged, hostile or beyond the limits
     */
    final void read(InputStream bytes) throws IOException {
        try (Reader letters = new MarkupGuard(letters(bytes))) {
            XMLReader reader = reader();
            reader.setContentHandler(this);
            reader.setErrorHandler(this);
            reader.setEntityResolver(this);
            reader.parse(new InputSource(letters));
        } catch (EnoughException e) {
            // asked for
        } catch (FaultException e) {
            throw e.fault;
        } catch (SAXParseException e) {
            String said = e.getMessage();
            boolean documentType = said != null && said.contains("DOCTYPE");
            throw new RefusedWorkbookException(documentType ? "file.xlsx-dtd" : "file.xlsx-xml");
        } catch (SAXException | IllegalArgumentException e) {
            throw new RefusedWorkbookException("file.xlsx-xml");
        }
    }

    /** Ends the reading here. */
    static SAXException enough() {
        return new EnoughException();
    }

    static SAXException fault(RefusedWorkbookException fault) {
        return new FaultException(fault);
    }

    @Override
    public final void startElement(String uri, String localName, String qName, Attributes attributes)
            throws SAXException {
        if (++depth > MAX_DEPTH || attributes.getLength() > MAX_ATTRIBUTES) {
            throw fault(new RefusedWorkbookException("file.xlsx-xml"));
        }
        known(localName);
        for (int i = 0; i < attributes.getLength(); i++) {
            known(attributes.getLocalName(i));
        }
        try {
            start(localName, attributes);
        } catch (RefusedWorkbookException e) {
            throw fault(e);
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public final void endElement(String uri, String localName, String qName) throws SAXException {
        depth--;
        try {
            end(localName);
        } catch (RefusedWorkbookException e) {
            throw fault(e);
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public final void startPrefixMapping(String prefix, String uri) throws SAXException {
        known(prefix);
        known(uri);
    }

    @Override
    public final InputSource resolveEntity(@Nullable String publicId, @Nullable String systemId) throws SAXException {
        throw fault(new RefusedWorkbookException("file.xlsx-dtd"));
    }

    @Override
    public final void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }

    private void known(String name) throws SAXException {
        if (names.add(name) && names.size() > MAX_NAMES) {
            throw fault(new RefusedWorkbookException("file.xlsx-xml"));
        }
    }

    private static XMLReader reader() throws SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own XML parser has these features", e);
        }
    }

    /** UTF-16 with or without its mark, UTF-8 otherwise. */
    private static Reader letters(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, 64 * 1024);
        in.mark(4);
        int first = in.read();
        int second = in.read();
        in.reset();
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if ((first == 0xFF && second == 0xFE) || (first == '<' && second == 0)) {
            charset = StandardCharsets.UTF_16LE;
            mark = first == 0xFF ? 2 : 0;
        } else if ((first == 0xFE && second == 0xFF) || (first == 0 && second == '<')) {
            charset = StandardCharsets.UTF_16BE;
            mark = first == 0xFE ? 2 : 0;
        } else if (first == 0xEF && second == 0xBB) {
            mark = 3;
        }
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }

    /** The value of an attribute, null when it is not there. */
    static @Nullable String attribute(Attributes attributes, String localName) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(localName)) {
                return attributes.getValue(i);
            }
        }
        return null;
    }
}
