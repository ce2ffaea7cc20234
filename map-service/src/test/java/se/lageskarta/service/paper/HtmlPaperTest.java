package se.lageskarta.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import se.lageskarta.service.web.Texts;

class HtmlPaperTest {
    private final PaperFile file = new PaperForms(new Texts()).html(SamplePaper.whole());
    private final String html = new String(file.bytes(), StandardCharsets.UTF_8);

    @Test
    void it_says_its_language_and_title_and_has_one_heading_of_the_first_rank() {
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"sv\">", "<title>Lägesbild – Oktober 2026, Demostad</title>")
                .containsOnlyOnce("<h1")
                .contains("<main>");
    }

    @Test
    void tables_have_captions_and_heads_and_pictures_have_words() {
        assertThat(html)
                .contains("<caption>Händelser efter typ</caption>")
                .contains("<th class=\"number\" scope=\"col\">Antal</th>")
                .contains("<th scope=\"row\">Skadegörelse 1</th>")
                .contains("alt=\"Karta med 2 platser: 1 Torget, 2 Parken\"");
    }

    @Test
    void it_stands_alone() {
        assertThat(html).doesNotContain("href=", "src=\"http", "url(", "<script", "<link");
    }

    @Test
    void nothing_in_it_may_run_when_it_is_sent() {
        ResponseEntity<byte[]> answer = file.answer();

        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"lagesbild-oktober-2026-demostad.html\"");
    }

    @Test
    void a_name_without_letters_is_still_a_name() {
        assertThat(PaperFile.named("漢字 ../..", PaperForm.PDF)).isEqualTo("handling.pdf");
    }
}
