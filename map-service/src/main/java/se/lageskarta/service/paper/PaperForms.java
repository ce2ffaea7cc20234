package se.lageskarta.service.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.Texts;

/**
 * Writes papers as files. The same paper gives the same words and numbers in each form; what stands in it is plain text,
 * whatever it looks like. Nothing is read from the network or from other files. Safe for several threads; time and memory
 * grow with the length of the paper and the size of its pictures, and a page of text takes some 20 ms as PDF.
 */
@Component
public class PaperForms {
    private final Texts texts;

    public PaperForms(Texts texts) {
        this.texts = texts;
    }

    /** One form by its name. */
    public PaperFile write(Paper paper, PaperForm form) {
        byte[] bytes =
                switch (form) {
                    case HTML -> HtmlText.of(PaperPage.screen(paper, texts)).getBytes(StandardCharsets.UTF_8);
                    case PDF -> new PdfWriter(PaperFonts.shared()).bytes(printed(paper));
                    case DOCX -> new DocxWriter(paper, texts).bytes();
                };
        String name = PaperFile.named(paper.title() + " " + paper.subtitle(), form);
        return new PaperFile(bytes, form.mediaType(), name);
    }

    /** A page that stands alone: one h1, language, captions, heads of rows and columns, words for each picture. */
    public PaperFile html(Paper paper) {
        return write(paper, PaperForm.HTML);
    }

    /** PDF/UA-1 and PDF/A-3a on A4 with bookmarks and page numbers. Characters the font lacks are shown as □, and it says so. */
    public PaperFile pdf(Paper paper) {
        return write(paper, PaperForm.PDF);
    }

    /**
     * As {@link #pdf(Paper)}, but the same paper with the same day gives the same bytes.
     *
     * @param written the day that the file says it was made on
     */
    public PaperFile pdf(Paper paper, LocalDate written) {
        byte[] bytes = new PdfWriter(PaperFonts.shared()).bytes(printed(paper), written);
        String name = PaperFile.named(paper.title() + " " + paper.subtitle(), PaperForm.PDF);
        return new PaperFile(bytes, PaperForm.PDF.mediaType(), name);
    }

    /** A Word file with real headings, lists, tables whose heads come again on each page, and words for each picture. */
    public PaperFile docx(Paper paper) {
        return write(paper, PaperForm.DOCX);
    }

    /** How many pages of A4 it takes; as slow as writing it. */
    public int pages(Paper paper) {
        try (PDDocument document = Loader.loadPDF(pdf(paper).bytes())) {
            return document.getNumberOfPages();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private PaperTree printed(Paper paper) {
        return PaperPage.print(paper, texts, PaperFonts.shared());
    }
}
