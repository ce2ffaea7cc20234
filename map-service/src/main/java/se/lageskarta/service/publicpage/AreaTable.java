package se.lageskarta.service.publicpage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table that holds all that the map shows. Rows and cells have no end tags, which HTML allows. */
final class AreaTable {
    /** With more areas the page's script makes the links and their names, so that the page stays small. */
    private static final int MOST_LINKS = 400;

    private final PageWords words;
    private final Markup page;

    AreaTable(PageWords words, Markup page) {
        this.words = words;
        this.page = page;
    }

    void write() {
        page.start("div", "class", "search", "id", "search", "hidden", "");
        page.element("label", words.say("table.search"), "for", "find").text(" ");
        page.start("input", "type", "search", "id", "find", "autocomplete", "off")
                .text(" ");
        page.start("output", "id", "found", "for", "find", "data-text", words.say("table.found"))
                .end();
        page.end().line();
        page.start("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", "table-caption");
        page.start("table", "id", "table");
        page.element("caption", words.say("table.caption", words.period()), "id", "table-caption");
        page.start("thead").bare("tr");
        column(words.say("table.area"));
        column(words.say("table.households"));
        words.subjects().forEach(subject -> column(subject.heading()));
        page.end().line();
        rows();
        totals();
        page.end().end().line();
    }

    private void column(String heading) {
        page.bare("th", "scope", "col").text(heading);
    }

    private void rows() {
        List<Release.Area> areas = words.release.areas();
        page.start("tbody").line();
        for (int i = 0; i < areas.size(); i++) {
            Release.Area area = areas.get(i);
            String number = "" + (i + 1);
            if (areas.size() <= MOST_LINKS) {
                page.bare("tr", "id", "r" + number).bare("th", "scope", "row");
                page.element("a", area.name(words.language), "href", "#m" + number);
            } else {
                page.bare("tr").bare("th", "scope", "row").text(area.name(words.language));
            }
            page.bare("td").text(ClassWords.range(area.households()));
            for (Subject subject : words.subjects()) {
                page.bare("td").text(words.cell(subject.classes().get(i)));
            }
            page.line();
        }
        page.end();
    }

    private void totals() {
        List<@Nullable CountClass> totals = words.release.totals();
        if (totals.stream().allMatch(total -> total == null)) {
            return;
        }
        page.start("tfoot").bare("tr").bare("th", "scope", "row").text(words.say("table.total"));
        page.bare("td");
        for (int i = 0; i < words.subjects().size(); i++) {
            CountClass total = i < totals.size() ? totals.get(i) : null;
            page.bare("td").text(total == null ? words.say("table.hidden") : words.cell(total));
        }
        page.end();
    }
}
