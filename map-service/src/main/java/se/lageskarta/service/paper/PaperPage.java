package se.lageskarta.service.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;
import se.lageskarta.service.web.Texts;

/** Lays a paper out as a page: for the screen, or for the printer with running heads, page numbers and bookmarks. */
final class PaperPage {
    /** A longer heading is a mistake, and no outline has room for it. */
    private static final int HEADING_CHARS = 300;

    /** What somebody can bear to be read; PDF/A takes no longer strings than 32 767 bytes. */
    private static final int ALTERNATIVE_CHARS = 4000;

    private static final int RUNNING_CHARS = 90;

    private final Paper paper;
    private final Texts texts;
    private final boolean print;
    private final PaperTree tree;
    private final Element head;
    private final Element body;
    private final Locale language;
    private final PaperBookmarks bookmarks;
    private int rank = 1;
    private boolean breakNext;

    private PaperPage(Paper paper, Texts texts, boolean print, PaperTree tree) {
        this.paper = paper;
        this.texts = texts;
        this.print = print;
        this.tree = tree;
        language = paper.language();
        Element root = tree.root("html");
        root.setAttribute("lang", language.toLanguageTag());
        head = tree.add(root, "head");
        body = tree.add(root, "body");
        bookmarks = new PaperBookmarks(tree);
    }

    /** The page that stands alone. */
    static PaperTree screen(Paper paper, Texts texts) {
        PaperTree tree = new PaperTree(text -> text);
        new PaperPage(paper, texts, false, tree).lay();
        return tree;
    }

    /** The page to print; what the font lacks is replaced, and then the page says so. */
    static PaperTree print(Paper paper, Texts texts, PaperFonts fonts) {
        PrintedText text = new PrintedText(fonts);
        PaperTree tree = new PaperTree(text::of);
        PaperPage page = new PaperPage(paper, texts, true, tree);
        page.lay();
        if (text.replaced()) {
            tree.add(page.body, "p", "note", texts.of("paper.replaced", paper.language()));
        }
        return tree;
    }

    private void lay() {
        layHead();
        if (print) {
            runningParts();
        }
        Element main = print ? body : tree.add(body, "main");
        Element title = tree.add(main, "h1", "", cut(paper.title(), HEADING_CHARS));
        bookmarks.to(title, paper.title(), 1);
        if (!paper.subtitle().isBlank()) {
            tree.add(main, "p", "subtitle", cut(paper.subtitle(), HEADING_CHARS));
        }
        if (paper.invented()) {
            tree.add(main, "p", print ? "invented-note" : "invented", texts.of("paper.invented.full", language));
        }
        facts(main);
        PaperTables tables = new PaperTables(tree, texts, language, print, paper.compact());
        paper.blocks().forEach(block -> block(main, block, tables));
        if (!print && !paper.footer().isBlank()) {
            tree.add(body, "footer", "", paper.footer());
        }
        if (print) {
            bookmarks.writeInto(head);
        }
    }

    private void layHead() {
        if (!print) {
            tree.add(head, "meta").setAttribute("charset", "utf-8");
            meta("viewport", "width=device-width, initial-scale=1");
        }
        tree.add(head, "title", "", PlainText.line(whole()));
        meta("description", whole());
        meta("generator", "Lägeskarta");
        String style = style(print ? "print" : "screen") + (print && paper.compact() ? style("compact") : "");
        tree.asIs(
                tree.add(head, "style"),
                style.replace("PAGE", texts.of("paper.page", language)).replace("OF", texts.of("paper.of", language)));
    }

    private String whole() {
        String title = cut(paper.title(), HEADING_CHARS);
        return paper.subtitle().isBlank() ? title : title + " – " + cut(paper.subtitle(), HEADING_CHARS);
    }

    private void meta(String name, String content) {
        Element meta = tree.add(head, "meta");
        meta.setAttribute("name", name);
        tree.attribute(meta, "content", content);
    }

    private void runningParts() {
        String invented = paper.invented() ? texts.of("paper.invented", language) + " · " : "";
        tree.add(body, "div", paper.invented() ? "head head-invented" : "head", invented + cut(whole(), RUNNING_CHARS));
        tree.add(body, "div", "foot", cut(paper.footer(), RUNNING_CHARS));
    }

    /** One line at the head and foot of a page. */
    private static String cut(String text, int most) {
        String line = PlainText.line(text);
        return line.length() > most ? line.substring(0, most - 1) + "…" : line;
    }

    private void facts(Element main) {
        if (paper.facts().isEmpty()) {
            return;
        }
        if (print && paper.compact()) {
            List<String> told = paper.facts().stream()
                    .map(fact -> fact.name() + ": " + fact.value())
                    .toList();
            tree.add(main, "p", "facts", String.join(" · ", told));
            return;
        }
        Element table = tree.add(main, "table", "facts", "");
        tree.attribute(table, print ? "title" : "aria-label", texts.of("paper.facts", language));
        Element rows = tree.add(table, "tbody");
        for (Paper.Fact fact : paper.facts()) {
            Element row = tree.add(rows, "tr");
            Element name = tree.add(row, "th", "", fact.name());
            name.setAttribute("scope", "row");
            if (print) {
                name.setAttribute("style", "width: 28%");
            }
            tree.add(row, "td", "", fact.value());
        }
    }

    private void block(Element main, Block block, PaperTables tables) {
        if (block instanceof Block.NewPage) {
            breakNext = true;
            return;
        }
        Element before = (Element) main.getLastChild();
        if (block instanceof Block.Heading heading) {
            heading(main, heading);
        } else if (block instanceof Block.Text text) {
            paragraph(main, "", text.text());
        } else if (block instanceof Block.Note note) {
            paragraph(main, "note", note.text());
        } else if (block instanceof Block.Bullets bullets) {
            bullets(main, bullets);
        } else if (block instanceof Block.Table table) {
            tables.add(main, table);
        } else if (block instanceof Block.Picture picture) {
            picture(main, picture);
        } else if (block instanceof Block.Method method) {
            method(main, method);
        }
        breakBefore(main, before);
    }

    private void breakBefore(Element main, Element before) {
        if (breakNext && main.getLastChild() != before) {
            Element first = (Element) (before == null ? main.getFirstChild() : before.getNextSibling());
            first.setAttribute("class", (first.getAttribute("class") + " break").strip());
            breakNext = false;
        }
    }

    private void heading(Element main, Block.Heading heading) {
        if (heading.text().isBlank()) {
            return;
        }
        // whoever reads by headings must not meet a gap
        rank = Math.min(heading.rank(), rank + 1);
        Element element = tree.add(main, "h" + rank, "", cut(heading.text(), HEADING_CHARS));
        bookmarks.to(element, heading.text(), rank);
    }

    private void paragraph(Element main, String kind, String text) {
        if (text.isBlank()) {
            return;
        }
        for (String part : PlainText.of(text).strip().split("\n{2,}")) {
            tree.add(main, "p", kind, part);
        }
    }

    private void bullets(Element main, Block.Bullets bullets) {
        List<String> lines =
                bullets.lines().stream().filter(line -> !line.isBlank()).toList();
        if (!lines.isEmpty()) {
            Element list = tree.add(main, bullets.numbered() ? "ol" : "ul");
            lines.forEach(line -> tree.add(list, "li", "", line));
        }
    }

    private void picture(Element main, Block.Picture picture) {
        Element figure = tree.add(main, print ? "div" : "figure", "figure", "");
        Element image = tree.add(figure, "img");
        tree.attribute(image, "alt", cut(picture.alternative(), ALTERNATIVE_CHARS));
        image.setAttribute("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png()));
        if (print) {
            PictureSize size = PictureSize.of(picture.png());
            image.setAttribute(
                    "style", String.format(Locale.ROOT, "width: %.1fmm; height: %.1fmm", size.width(), size.height()));
        }
        if (!picture.caption().isBlank()) {
            tree.add(figure, print ? "p" : "figcaption", print ? "figure-caption" : "caption", picture.caption());
        }
    }

    private void method(Element main, Block.Method method) {
        String title = method.title().isBlank() ? texts.of("paper.method", language) : method.title();
        tree.add(main, "p", "method method-title", title);
        paragraph(main, "method", method.text());
    }

    private static String style(String name) {
        try (InputStream in = PaperPage.class.getResourceAsStream("/paper/" + name + ".css")) {
            if (in == null) {
                throw new IllegalStateException(name + ".css is missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
