package se.lageskarta.service.paper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.w3c.dom.Element;

/** The outline of a printed paper: a bookmark for each heading, below that of the heading it stands under. */
final class PaperBookmarks {
    private static final int MAX_NAME = 120;

    private record Mark(String id, String text, int rank) {}

    private final PaperTree tree;
    private final List<Mark> marks = new ArrayList<>();

    PaperBookmarks(PaperTree tree) {
        this.tree = tree;
    }

    void to(Element heading, String text, int rank) {
        String id = "h" + (marks.size() + 1);
        heading.setAttribute("id", id);
        marks.add(new Mark(id, text.length() > MAX_NAME ? text.substring(0, MAX_NAME) : text, rank));
    }

    void writeInto(Element head) {
        Deque<Element> open = new ArrayDeque<>();
        open.push(tree.add(head, "bookmarks"));
        for (Mark mark : marks) {
            while (open.size() > mark.rank()) {
                open.pop();
            }
            Element bookmark = tree.add(open.getFirst(), "bookmark");
            tree.attribute(bookmark, "name", mark.text());
            bookmark.setAttribute("href", "#" + mark.id());
            open.push(bookmark);
        }
    }
}
