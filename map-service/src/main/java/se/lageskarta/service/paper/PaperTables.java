package se.lageskarta.service.paper;

import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.lageskarta.service.web.Texts;

/** Lays out the tables of a paper. */
final class PaperTables {
    /** Lines on a page of the font of tables; a row that is higher than a page cannot be set. */
    private static final int MOST_LINES = 45;

    private static final int CHARS_ACROSS = 100;

    /** Beyond this a cell is broken into lines anyway. */
    private static final int WIDEST_CELL_CHARS = 40;

    private static final int NARROWEST_CELL_CHARS = 6;

    private final PaperTree tree;
    private final Texts texts;
    private final Locale language;
    private final boolean print;
    private final boolean compact;

    PaperTables(PaperTree tree, Texts texts, Locale language, boolean print, boolean compact) {
        this.tree = tree;
        this.texts = texts;
        this.language = language;
        this.print = print;
        this.compact = compact;
    }

    void add(Element main, Block.Table table) {
        if (table.columns().isEmpty() || table.rows().isEmpty()) {
            String caption = table.caption().isBlank() ? "" : table.caption() + ": ";
            tree.add(main, "p", "", caption + texts.of("paper.empty", language));
            remark(main, table);
            return;
        }
        if (print && !table.caption().isBlank() && !isNamedByHeading(main)) {
            tree.add(main, "p", "caption", cut(table.caption(), 10));
        }
        Element element = tree.add(print ? main : scroller(main, table), "table");
        if (!print) {
            tree.add(element, "caption", "", table.caption());
        }
        double[] widths = widths(table);
        heads(element, table, widths);
        rows(element, table, widths);
        remark(main, table);
    }

    /** Where there is little room the heading right above has to do. */
    private boolean isNamedByHeading(Element main) {
        Node last = main.getLastChild();
        return compact && last != null && last.getNodeName().matches("h[2-4]");
    }

    /** A wide table is scrolled by itself, also from the keyboard. */
    private Element scroller(Element main, Block.Table table) {
        Element box = tree.add(main, "div", "wide", "");
        box.setAttribute("tabindex", "0");
        box.setAttribute("role", "region");
        tree.attribute(box, "aria-label", table.caption());
        return box;
    }

    private void heads(Element element, Block.Table table, double[] widths) {
        Element row = tree.add(tree.add(element, "thead"), "tr");
        for (int i = 0; i < table.columns().size(); i++) {
            Block.Column column = table.columns().get(i);
            Element cell = tree.add(row, "th", column.number() ? "number" : "", cut(column.heading(), widths[i] / 10));
            cell.setAttribute("scope", "col");
            if (print) {
                cell.setAttribute("style", String.format(Locale.ROOT, "width: %.1f%%", widths[i]));
            }
        }
    }

    private void rows(Element element, Block.Table table, double[] widths) {
        Element body = tree.add(element, "tbody");
        for (List<String> cells : table.rows()) {
            Element row = tree.add(body, "tr");
            for (int i = 0; i < cells.size(); i++) {
                String kind = table.columns().get(i).number() ? "number" : "";
                Element cell = tree.add(row, i == 0 ? "th" : "td", kind, cut(cells.get(i), widths[i]));
                if (i == 0) {
                    cell.setAttribute("scope", "row");
                }
            }
        }
    }

    /** What a page has room for in a column so many percent wide; the other forms hold all of it. */
    private String cut(String text, double percent) {
        int most = (int) (MOST_LINES * CHARS_ACROSS * percent / 100);
        return print && text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }

    private void remark(Element main, Block.Table table) {
        if (!table.note().isBlank()) {
            tree.add(main, "p", "remark", table.note());
        }
    }

    /** Widths in percent after the longest text of each column; one long text does not squeeze the others. */
    static double[] widths(Block.Table table) {
        double[] widths = new double[table.columns().size()];
        double whole = 0;
        for (int i = 0; i < widths.length; i++) {
            int at = i;
            int longest = table.rows().stream()
                    .mapToInt(row -> row.get(at).length())
                    .max()
                    .orElse(0);
            int heading = headingChars(table.columns().get(i).heading());
            widths[i] = Math.max(NARROWEST_CELL_CHARS, Math.max(heading, Math.min(longest, WIDEST_CELL_CHARS)));
            whole += widths[i];
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = 100 * widths[i] / whole;
        }
        return widths;
    }

    /** Headings are bold, and a word of theirs is not to be broken for want of a letter. */
    private static int headingChars(String heading) {
        int longest = longestWord(heading);
        return longest + 1 + longest / 4;
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split("\\s+", -1)) {
            longest = Math.max(longest, Math.min(word.length(), WIDEST_CELL_CHARS));
        }
        return longest;
    }
}
