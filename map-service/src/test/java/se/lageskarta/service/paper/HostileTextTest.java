package se.lageskarta.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.lageskarta.service.web.Texts;

/** Whatever people write is words, in every form of a paper. */
class HostileTextTest {
    /** As long as any text that a form takes, without a place to break it. */
    private static final String WORD = new Random(4)
            .ints(8_000, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private final PaperForms forms = new PaperForms(new Texts());

    static Stream<String> texts() {
        return Stream.of(
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "</title></style><h1>En till</h1>&lt;&amp;]]>&#x3C;",
                "\u0000\u0001\u0007\u001b[31m\u0085 \uD800 ensam \uDC00 \uFFFE \uFFFF",
                "'; } @import url(http://example.org/x.css); \\0000",
                "السلام עברית \u202Egnp.exe\u202C \u2066x\u2069",
                "emoji 😀 och ideogram 漢字 och \u200Bingen bredd",
                "rad 1\r\nrad 2\rrad 3\n\n\n\nrad 4",
                WORD);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void the_pdf_stays_accessible(String text) {
        byte[] pdf = forms.pdf(everywhere(text)).bytes();

        PdfCheck.accessible(pdf);
        assertThat(PdfCheck.text(pdf)).contains("Slut");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void the_html_gets_no_element_from_it(String text) {
        String html = new String(forms.html(everywhere(text)).bytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(html).doesNotContain("<script", "<img src=x", "onerror=\"", "\u0000", "\u202E");
        assertThat(html.split("<h1", -1)).hasSize(2);
        assertThat(html.split("</style", -1)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void word_can_open_the_docx(String text) throws IOException {
        byte[] docx = forms.docx(everywhere(text)).bytes();

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs()
                            .get(document.getParagraphs().size() - 1)
                            .getText())
                    .isEqualTo("Slut");
        }
    }

    @Test
    void what_the_font_lacks_is_said_in_the_pdf() {
        byte[] pdf = forms.pdf(everywhere("漢字")).bytes();

        assertThat(PdfCheck.text(pdf)).contains("□□", "Några tecken kan inte skrivas");
    }

    @Test
    void markup_can_be_read_as_it_was_written() throws IOException {
        Paper paper = SamplePaper.with(new Block.Text("a < b && \"c\" <b>d</b>"));

        assertThat(PdfCheck.text(forms.pdf(paper).bytes())).contains("a < b && \"c\" <b>d</b>");
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(forms.docx(paper).bytes()))) {
            assertThat(document.getParagraphs().get(1).getText()).isEqualTo("a < b && \"c\" <b>d</b>");
        }
    }

    @Test
    void the_writer_of_pdf_asks_no_server_and_opens_no_file(@TempDir Path folder) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        Path secret = Files.writeString(folder.resolve("secret.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        PaperTree tree = new PaperTree(text -> text);
        var root = tree.root("html");
        tree.asIs(
                tree.add(tree.add(root, "head"), "style"),
                "html { font-family: \"Source Sans 3\" } body { background: url(ADDRESS/a.png) } @import 'ADDRESS/b.css'; @font-face { font-family: x; src: url(ADDRESS/c.ttf) } p { font-family: x, \"Source Sans 3\" }"
                        .replace("ADDRESS", address(server)));
        var body = tree.add(root, "body");
        for (String address : List.of(address(server) + "/d.png", secret.toUri().toString())) {
            var image = tree.add(body, "img");
            image.setAttribute("src", address);
            image.setAttribute("alt", "x");
        }
        tree.add(body, "p", "", "Ord");

        byte[] pdf = new PdfWriter(PaperFonts.shared()).bytes(tree);
        server.stop(0);

        assertThat(asked).hasValue(0);
        assertThat(PdfCheck.text(pdf)).contains("Ord");
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The text in each place a paper has for words. */
    private static Paper everywhere(String text) {
        return new Paper(
                text,
                text,
                SamplePaper.SWEDISH,
                List.of(new Paper.Fact(text, text)),
                List.of(
                        new Block.Heading(2, text),
                        new Block.Text(text),
                        new Block.Bullets(List.of(text), false),
                        new Block.Table(text, List.of(new Block.Column(text, false)), List.of(List.of(text)), text),
                        new Block.Picture(SamplePaper.png(60, 30), "Bild: " + text, text),
                        new Block.Note(text),
                        new Block.Method(text, text),
                        new Block.Text("Slut")),
                text,
                true);
    }
}
