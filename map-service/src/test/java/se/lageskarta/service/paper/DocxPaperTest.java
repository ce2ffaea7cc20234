package se.lageskarta.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import se.lageskarta.service.web.Texts;

class DocxPaperTest {
    private final PaperForms forms = new PaperForms(new Texts());

    private XWPFDocument open() throws IOException {
        return new XWPFDocument(
                new ByteArrayInputStream(forms.docx(SamplePaper.whole()).bytes()));
    }

    @Test
    void headings_are_styles_that_navigation_finds() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getParagraphs().stream()
                            .filter(paragraph -> paragraph.getStyle() != null
                                    && paragraph.getStyle().startsWith("Heading"))
                            .map(paragraph -> paragraph.getStyle() + " " + paragraph.getText()))
                    .containsExactly(
                            "Heading1 Läget i korthet",
                            "Heading2 Antal mot väntat",
                            "Heading3 Detaljer",
                            "Heading1 Långt");
            assertThat(document.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
            assertThat(document.getParagraphs().get(0).getStyle()).isEqualTo("Title");
        }
    }

    @Test
    void heads_of_tables_come_again_on_each_page() throws IOException {
        try (XWPFDocument document = open()) {
            XWPFTable table = document.getTables().get(2);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(0).getCell(1).getText()).isEqualTo("Antal");
            assertThat(table.getRow(70).getCell(0).getText()).isEqualTo("Skadegörelse 70");
        }
    }

    @Test
    void pictures_have_their_words_and_keep_their_shape() throws IOException {
        try (XWPFDocument document = open()) {
            XWPFPicture picture = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .flatMap(run -> run.getEmbeddedPictures().stream())
                    .findFirst()
                    .orElseThrow();
            assertThat(picture.getCTPicture().getNvPicPr().getCNvPr().getDescr())
                    .isEqualTo("Karta med 2 platser: 1 Torget, 2 Parken");
            assertThat(picture.getPictureData().getData()).isEqualTo(SamplePaper.png(600, 300));
            assertThat(picture.getWidth() / picture.getDepth()).isCloseTo(2, org.assertj.core.data.Offset.offset(0.01));
        }
    }

    @Test
    void lists_are_lists_and_a_numbered_one_is_numbered() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getParagraphs().stream()
                            .filter(paragraph -> paragraph.getNumID() != null)
                            .map(paragraph -> paragraph.getNumFmt() + " " + paragraph.getText()))
                    .containsExactly(
                            "bullet Torget: ny", "bullet Parken: kvarstår", "decimal Beslut", "decimal Åtgärd");
        }
    }

    @Test
    void title_language_head_and_foot_are_there() throws Exception {
        try (XWPFDocument document = open()) {
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("Lägesbild");
            assertThat(document.getHeaderList().get(0).getText()).contains("Påhittade uppgifter", "Demostad");
            assertThat(document.getFooterList().get(0).getText())
                    .contains("Räddningstjänst, polis, bostadsbolag · Sida");
            assertThat(document.getStyle().xmlText()).contains("sv-SE");
        }
    }

    @Test
    void line_breaks_and_new_pages_are_kept() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                    .contains("Skadegörelse ökade vid Järnvägsgatan.\nÖvrigt är som väntat.", "Se kartan.");
            XWPFParagraph broken = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().equals("Långt"))
                    .findFirst()
                    .orElseThrow();
            assertThat(broken.isPageBreak()).isTrue();
        }
    }

    @Test
    void the_same_paper_has_the_same_bytes() {
        assertThat(forms.docx(SamplePaper.whole()).bytes())
                .isEqualTo(forms.docx(SamplePaper.whole()).bytes());
        assertThat(forms.html(SamplePaper.whole()).bytes())
                .isEqualTo(forms.html(SamplePaper.whole()).bytes());
    }
}
