package se.lageskarta.service.paper;

import java.util.Locale;
import se.lageskarta.service.web.Texts;

/** The parts of a Word file around its contents: what it consists of, title and language, head and foot of its pages. */
final class DocxParts {
    /** Numbered lists that begin with 1 each; numbering.xml has as many. */
    static final int NUMBERED_LISTS = 40;

    /** Word cuts longer ones too. */
    private static final int MAX_PROPERTY = 255;

    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final Paper paper;
    private final Texts texts;

    DocxParts(Paper paper, Texts texts) {
        this.paper = paper;
        this.texts = texts;
    }

    /** The language as Word names it. */
    static String tag(Locale language) {
        return language.getLanguage().equals("en") ? "en-GB" : "sv-SE";
    }

    byte[] contentTypes() {
        DocxXml xml = new DocxXml().start("Types", "xmlns", PACKAGE + "content-types");
        xml.empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        xml.empty("Default", "Extension", "xml", "ContentType", "application/xml");
        xml.empty("Default", "Extension", "png", "ContentType", "image/png");
        part(xml, "/word/document.xml", WORD_TYPE + "document.main+xml");
        part(xml, "/word/styles.xml", WORD_TYPE + "styles+xml");
        part(xml, "/word/numbering.xml", WORD_TYPE + "numbering+xml");
        part(xml, "/word/settings.xml", WORD_TYPE + "settings+xml");
        part(xml, "/word/header1.xml", WORD_TYPE + "header+xml");
        part(xml, "/word/footer1.xml", WORD_TYPE + "footer+xml");
        part(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part(xml, "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        return xml.end().bytes();
    }

    private static void part(DocxXml xml, String name, String type) {
        xml.empty("Override", "PartName", name, "ContentType", type);
    }

    byte[] packageLinks() {
        DocxXml xml = new DocxXml().start("Relationships", "xmlns", PACKAGE + "relationships");
        link(xml, "document", DocxBody.LINKS + "/officeDocument", "word/document.xml");
        link(xml, "core", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml");
        link(xml, "app", DocxBody.LINKS + "/extended-properties", "docProps/app.xml");
        return xml.end().bytes();
    }

    byte[] documentLinks(int pictures) {
        DocxXml xml = new DocxXml().start("Relationships", "xmlns", PACKAGE + "relationships");
        link(xml, "styles", DocxBody.LINKS + "/styles", "styles.xml");
        link(xml, "numbering", DocxBody.LINKS + "/numbering", "numbering.xml");
        link(xml, "settings", DocxBody.LINKS + "/settings", "settings.xml");
        link(xml, "header", DocxBody.LINKS + "/header", "header1.xml");
        link(xml, "footer", DocxBody.LINKS + "/footer", "footer1.xml");
        for (int i = 1; i <= pictures; i++) {
            link(xml, "picture" + i, DocxBody.LINKS + "/image", "media/image" + i + ".png");
        }
        return xml.end().bytes();
    }

    private static void link(DocxXml xml, String id, String type, String target) {
        xml.empty("Relationship", "Id", id, "Type", type, "Target", target);
    }

    byte[] core() {
        return new DocxXml()
                .start(
                        "cp:coreProperties",
                        "xmlns:cp",
                        PACKAGE + "metadata/core-properties",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/")
                .element("dc:title", property(paper.title()))
                .element("dc:subject", property(paper.subtitle()))
                .element("dc:creator", "Lägeskarta")
                .element("dc:language", tag(paper.language()))
                .end()
                .bytes();
    }

    private static String property(String text) {
        String line = PlainText.line(text);
        return line.length() > MAX_PROPERTY ? line.substring(0, MAX_PROPERTY) : line;
    }

    byte[] app() {
        return new DocxXml()
                .start(
                        "Properties",
                        "xmlns",
                        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
                .element("Application", "Lägeskarta")
                .end()
                .bytes();
    }

    byte[] settings() {
        return new DocxXml()
                .start("w:settings", "xmlns:w", DocxBody.WORD)
                .empty("w:defaultTabStop", "w:val", "709")
                .empty("w:themeFontLang", "w:val", tag(paper.language()))
                .end()
                .bytes();
    }

    byte[] header() {
        DocxXml xml = new DocxXml().start("w:hdr", "xmlns:w", DocxBody.WORD);
        startParagraph(xml, "Header");
        if (paper.invented()) {
            xml.run(texts.of("paper.invented", paper.language()) + " · ", true);
        }
        String subtitle = paper.subtitle().isBlank() ? "" : " – " + PlainText.line(paper.subtitle());
        return xml.run(PlainText.line(paper.title()) + subtitle, false)
                .end()
                .end()
                .bytes();
    }

    byte[] footer() {
        DocxXml xml = new DocxXml().start("w:ftr", "xmlns:w", DocxBody.WORD);
        startParagraph(xml, "Footer");
        String words = PlainText.line(paper.footer());
        xml.run((words.isEmpty() ? "" : words + " · ") + texts.of("paper.page", paper.language()) + " ", false);
        field(xml, "PAGE");
        xml.run(" " + texts.of("paper.of", paper.language()) + " ", false);
        field(xml, "NUMPAGES");
        return xml.end().end().bytes();
    }

    private static void startParagraph(DocxXml xml, String style) {
        xml.start("w:p").start("w:pPr").empty("w:pStyle", "w:val", style).end();
    }

    private static void field(DocxXml xml, String name) {
        xml.start("w:fldSimple", "w:instr", name).run("1", false).end();
    }
}
