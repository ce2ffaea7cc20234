package se.lageskarta.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.lageskarta.service.web.Texts;

class PdfPaperTest {
    private final PaperForms forms = new PaperForms(new Texts());

    static Stream<Block> kinds() {
        return SamplePaper.whole().blocks().stream().distinct();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_block_alone_is_accessible(Block block) {
        byte[] pdf = forms.pdf(SamplePaper.with(block)).bytes();

        PdfCheck.accessible(pdf);
    }

    @Test
    void a_paper_with_everything_is_accessible_and_holds_its_words() {
        PaperFile file = forms.pdf(SamplePaper.whole());

        PdfCheck.accessible(file.bytes());
        assertThat(file.name()).isEqualTo("lagesbild-oktober-2026-demostad.pdf");
        assertThat(PdfCheck.text(file.bytes()))
                .contains("Läget i korthet", "Skadegörelse ökade vid Järnvägsgatan.", "KS 2026/114", "12,3 (8–17)")
                .contains("För få händelser", "Räddningstjänst, polis, bostadsbolag");
    }

    @Test
    void each_page_has_its_number_the_heads_of_its_table_and_says_that_data_are_invented() throws IOException {
        try (PDDocument document = Loader.loadPDF(forms.pdf(SamplePaper.whole()).bytes())) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThanOrEqualTo(3);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper words = new PDFTextStripper();
                words.setStartPage(page);
                words.setEndPage(page);
                words.setSortByPosition(true);
                assertThat(words.getText(document))
                        .contains("Sida " + page + " av " + pages)
                        .contains("Påhittade uppgifter")
                        .contains("Väntat");
            }
        }
    }

    @Test
    void real_data_are_not_called_invented() {
        byte[] pdf = forms.pdf(SamplePaper.with(new Block.Text("Ord"))).bytes();

        assertThat(PdfCheck.text(pdf)).contains("Ord").doesNotContain("Påhittade");
    }

    @Test
    void headings_are_bookmarks_under_each_other() throws IOException {
        List<String> outline = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(forms.pdf(SamplePaper.whole()).bytes())) {
            PDOutlineItem title =
                    document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            outline.add(title.getTitle());
            title.children().forEach(item -> outline.add("- " + item.getTitle()));
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Lägesbild – Oktober 2026, Demostad");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("sv");
        }
        assertThat(outline).containsExactly("Lägesbild", "- Läget i korthet", "- Långt");
    }

    @Test
    void english_papers_speak_english() {
        Paper paper = new Paper("Picture", "", java.util.Locale.ENGLISH, List.of(), List.of(), "", true);

        assertThat(PdfCheck.text(forms.pdf(paper).bytes())).contains("Page 1 of 1", "Invented data");
    }

    @Test
    void a_rank_that_is_jumped_over_is_closed() {
        byte[] pdf = forms.pdf(SamplePaper.with(new Block.Heading(4, "Djup"), new Block.Heading(2, "Grund")))
                .bytes();

        PdfCheck.accessible(pdf);
    }

    @Test
    void empty_pieces_leave_an_accessible_paper() {
        byte[] pdf = forms.pdf(SamplePaper.with(
                        new Block.Text(" "),
                        new Block.Heading(2, ""),
                        new Block.Bullets(List.of("", " "), true),
                        new Block.Table("Tom", List.of(new Block.Column("A", false)), List.of(), ""),
                        new Block.Table("Utan kolumner", List.of(), List.of(), ""),
                        new Block.NewPage()))
                .bytes();

        PdfCheck.accessible(pdf);
        assertThat(PdfCheck.text(pdf)).contains("Tom: Inga uppgifter.");
    }
}
