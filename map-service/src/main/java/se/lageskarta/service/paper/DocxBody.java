package se.lageskarta.service.paper;

import java.util.ArrayList;
import java.util.List;
import se.lageskarta.service.web.Texts;

/** Writes the contents of a paper as WordprocessingML. */
final class DocxBody {
    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private static final String PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static final int EMU_PER_MM = 36_000;
    /** Twentieths of a point: 174 mm. */
    private static final int TEXT_WIDTH = 9865;

    private final Paper paper;
    private final Texts texts;
    private final DocxXml xml = new DocxXml();
    private final List<byte[]> pictures = new ArrayList<>();
    private int rank = 1;
    private int lists;
    private boolean breakNext;

    DocxBody(Paper paper, Texts texts) {
        this.paper = paper;
        this.texts = texts;
    }

    /** PNG files in the order of their numbers, once {@link #bytes} has been called. */
    List<byte[]> pictures() {
        return pictures;
    }

    byte[] bytes() {
        xml.start("w:document", "xmlns:w", WORD, "xmlns:r", LINKS).start("w:body");
        paragraph("Title", paper.title());
        if (!paper.subtitle().isBlank()) {
            paragraph("Subtitle", paper.subtitle());
        }
        if (paper.invented()) {
            paragraph("Remark", texts.of("paper.invented.full", paper.language()));
        }
        facts();
        paper.blocks().forEach(this::block);
        section();
        return xml.end().end().bytes();
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading && !heading.text().isBlank()) {
            rank = Math.min(heading.rank(), rank + 1);
            paragraph("Heading" + (rank - 1), PlainText.line(heading.text()));
        } else if (block instanceof Block.Text text) {
            paragraphs("Normal", text.text());
        } else if (block instanceof Block.Note note) {
            paragraphs("Remark", note.text());
        } else if (block instanceof Block.Bullets bullets) {
            bullets(bullets);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Picture picture) {
            picture(picture);
        } else if (block instanceof Block.Method method) {
            method(method);
        } else if (block instanceof Block.NewPage) {
            breakNext = true;
        }
    }

    private DocxXml startParagraph(String style) {
        xml.start("w:p").start("w:pPr").empty("w:pStyle", "w:val", style);
        if (breakNext) {
            xml.empty("w:pageBreakBefore", "w:val", "true");
            breakNext = false;
        }
        return xml;
    }

    private void paragraph(String style, String text) {
        startParagraph(style).end().run(text, false).end();
    }

    private void paragraphs(String style, String text) {
        if (!text.isBlank()) {
            for (String part : PlainText.of(text).strip().split("\n{2,}")) {
                paragraph(style, part);
            }
        }
    }

    private void method(Block.Method method) {
        String title = method.title().isBlank() ? texts.of("paper.method", paper.language()) : method.title();
        startParagraph("Method")
                .end()
                .run(title + ". ", true)
                .run(method.text(), false)
                .end();
    }

    /** Lists of dots are all list 1; each numbered one has a number of its own, so that it begins with 1. */
    private void bullets(Block.Bullets bullets) {
        int list = bullets.numbered() ? 2 + lists++ % DocxParts.NUMBERED_LISTS : 1;
        for (String line : bullets.lines()) {
            if (!line.isBlank()) {
                startParagraph("ListParagraph")
                        .start("w:numPr")
                        .empty("w:ilvl", "w:val", "0")
                        .empty("w:numId", "w:val", "" + list)
                        .end()
                        .end()
                        .run(line, false)
                        .end();
            }
        }
    }

    private void facts() {
        if (paper.facts().isEmpty()) {
            return;
        }
        startTable(texts.of("paper.facts", paper.language()), false, new int[] {TEXT_WIDTH / 4, TEXT_WIDTH * 3 / 4});
        for (Paper.Fact fact : paper.facts()) {
            xml.start("w:tr");
            cell(fact.name(), TEXT_WIDTH / 4, false, true);
            cell(fact.value(), TEXT_WIDTH * 3 / 4, false, false);
            xml.end();
        }
        endTable();
    }

    private void table(Block.Table table) {
        if (table.columns().isEmpty() || table.rows().isEmpty()) {
            String caption = table.caption().isBlank() ? "" : table.caption() + ": ";
            paragraph("Normal", caption + texts.of("paper.empty", paper.language()));
            paragraphs("Caption", table.note());
            return;
        }
        if (!table.caption().isBlank()) {
            paragraph("TableCaption", table.caption());
        }
        double[] shares = PaperTables.widths(table);
        int[] widths = new int[shares.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = (int) (TEXT_WIDTH * shares[i] / 100);
        }
        startTable(table.caption(), true, widths);
        xml.start("w:tr")
                .start("w:trPr")
                .empty("w:cantSplit")
                .empty("w:tblHeader")
                .end();
        for (int i = 0; i < widths.length; i++) {
            Block.Column column = table.columns().get(i);
            cell(column.heading(), widths[i], column.number(), true);
        }
        xml.end();
        for (List<String> row : table.rows()) {
            xml.start("w:tr").start("w:trPr").empty("w:cantSplit").end();
            for (int i = 0; i < widths.length; i++) {
                cell(row.get(i), widths[i], table.columns().get(i).number(), false);
            }
            xml.end();
        }
        endTable();
        paragraphs("Caption", table.note());
    }

    private void startTable(String caption, boolean headed, int[] widths) {
        xml.start("w:tbl").start("w:tblPr");
        xml.empty("w:tblStyle", "w:val", "PaperTable");
        xml.empty("w:tblW", "w:w", "" + TEXT_WIDTH, "w:type", "dxa");
        xml.empty("w:tblLayout", "w:type", "fixed");
        xml.empty("w:tblLook", "w:val", headed ? "00A0" : "0080");
        if (!caption.isBlank()) {
            xml.empty("w:tblCaption", "w:val", PlainText.line(caption));
        }
        xml.end().start("w:tblGrid");
        for (int width : widths) {
            xml.empty("w:gridCol", "w:w", "" + width);
        }
        xml.end();
    }

    /** Two tables without a paragraph between them would become one. */
    private void endTable() {
        xml.end();
        startParagraph("AfterTable").end().end();
    }

    private void cell(String text, int width, boolean number, boolean bold) {
        xml.start("w:tc").start("w:tcPr").empty("w:tcW", "w:w", "" + width, "w:type", "dxa");
        xml.end().start("w:p").start("w:pPr").empty("w:pStyle", "w:val", "TableText");
        if (number) {
            xml.empty("w:jc", "w:val", "right");
        }
        xml.end().run(text, bold).end().end();
    }

    private void picture(Block.Picture picture) {
        pictures.add(picture.png());
        String number = "" + pictures.size();
        PictureSize size = PictureSize.of(picture.png());
        String width = "" + Math.round(size.width() * EMU_PER_MM);
        String height = "" + Math.round(size.height() * EMU_PER_MM);
        startParagraph("Figure").end().start("w:r").start("w:drawing");
        xml.start("wp:inline", "xmlns:wp", PLACING, "distT", "0", "distB", "0", "distL", "0", "distR", "0");
        xml.empty("wp:extent", "cx", width, "cy", height);
        String alternative = PlainText.line(picture.alternative());
        xml.empty("wp:docPr", "id", number, "name", "image" + number, "descr", alternative);
        xml.start("a:graphic", "xmlns:a", DRAWING).start("a:graphicData", "uri", PICTURE);
        xml.start("pic:pic", "xmlns:pic", PICTURE).start("pic:nvPicPr");
        xml.empty("pic:cNvPr", "id", number, "name", "image" + number + ".png", "descr", alternative);
        xml.empty("pic:cNvPicPr").end();
        xml.start("pic:blipFill").empty("a:blip", "r:embed", "picture" + number);
        xml.start("a:stretch").empty("a:fillRect").end().end();
        xml.start("pic:spPr").start("a:xfrm").empty("a:off", "x", "0", "y", "0");
        xml.empty("a:ext", "cx", width, "cy", height).end();
        xml.start("a:prstGeom", "prst", "rect").empty("a:avLst").end().end();
        xml.end().end().end().end().end().end().end();
        paragraphs("Caption", picture.caption());
    }

    /** A4 with the margins of the printed form, and what stands at the head and foot of each page. */
    private void section() {
        xml.start("w:sectPr");
        xml.empty("w:headerReference", "w:type", "default", "r:id", "header");
        xml.empty("w:footerReference", "w:type", "default", "r:id", "footer");
        xml.empty("w:pgSz", "w:w", "11906", "w:h", "16838");
        xml.empty(
                "w:pgMar",
                "w:top",
                "1134",
                "w:right",
                "1020",
                "w:bottom",
                "1134",
                "w:left",
                "1020",
                "w:header",
                "567",
                "w:footer",
                "567",
                "w:gutter",
                "0");
        xml.end();
    }
}
