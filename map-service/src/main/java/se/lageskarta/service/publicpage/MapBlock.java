package se.lageskarta.service.publicpage;

import java.util.ArrayList;
import java.util.List;

/** The map with what belongs to it: the choice of what it shows, its legend, and what is read of a chosen area. */
final class MapBlock {
    private final MapPlan plan;
    private final PageWords words;
    private final Markup page;

    MapBlock(MapPlan plan, PageWords words, Markup page) {
        this.plan = plan;
        this.words = words;
        this.page = page;
    }

    void write() {
        if (plan.areas().isEmpty()) {
            page.element("p", words.say("map.empty"));
            return;
        }
        MapPlan.Inset inset = plan.inset();
        page.start("div", "class", inset == null ? "map" : "map two").line();
        page.start("figure");
        if (inset == null) {
            whole();
        } else {
            page.start("div", "class", "drawings").start("div");
            page.element("p", words.say("map.overall"), "class", "drawing-name");
            whole();
            page.end().start("div");
            page.element("p", words.enlarged(inset), "class", "drawing-name");
            frame("2", words.enlarged(inset) + ". " + words.say("map.label"), MapSvg.of(inset, words, page));
            page.end().end();
        }
        page.start("figcaption").element("strong", words.say("map.shows") + ": ");
        for (Subject subject : words.subjects()) {
            page.element("span", subject.heading(), "class", "only only-" + subject.letter());
        }
        page.text(". ");
        for (Subject subject : words.subjects()) {
            if (first(subject)) {
                String kind = subject.people() ? "when-people" : "when-reports";
                page.element("span", words.source(subject), "class", kind);
            }
        }
        page.end().end().line();
        page.start("div", "class", "side");
        choice();
        legend();
        page.end().line();
        chosen();
        page.end().line();
    }

    private void whole() {
        frame("", words.say("map.label"), new MapSvg(plan, words, page));
    }

    /** @param id what ends the ids of this drawing */
    private void frame(String id, String label, MapSvg drawing) {
        page.start("div", "class", "frame", "id", "frame" + id, "data-label", label);
        drawing.draw();
        tools(id);
        page.end();
    }

    private void tools(String id) {
        page.start("div", "class", "tools", "id", "tools" + id, "hidden", "");
        button("in" + id, "+", "map.in");
        button("out" + id, "−", "map.out");
        button("whole" + id, "⤢", "map.whole");
        page.end();
    }

    private void button(String id, String sign, String key) {
        page.start("button", "type", "button", "id", id, "aria-label", words.say(key), "title", words.say(key));
        page.element("span", sign, "aria-hidden", "true").end();
    }

    private void choice() {
        page.start("fieldset", "class", "choice").element("legend", words.say("map.choose"));
        for (Subject subject : words.subjects()) {
            String id = "s-" + subject.letter();
            page.start("div");
            List<String> radio = new ArrayList<>(List.of("type", "radio", "name", "s", "id", id));
            if (subject.people()) {
                radio.addAll(List.of("class", "people"));
            }
            if (subject.letter() == 'a') {
                radio.addAll(List.of("checked", ""));
            }
            page.start("input", radio.toArray(String[]::new));
            page.start("label", "for", id).element("span", subject.heading(), "class", "choice-name");
            page.text(" ")
                    .element("span", subject.holds(), "class", "soft")
                    .end()
                    .end()
                    .line();
        }
        page.end().line();
    }

    private void legend() {
        page.start("div", "class", "legend").element("h3", words.say("legend"));
        for (Subject subject : words.subjects()) {
            if (first(subject)) {
                String kind = subject.people() ? "people" : "reports";
                page.element("p", words.say("legend." + kind), "class", "soft when-" + kind);
            }
        }
        page.start("ul", "class", "key");
        for (CountClass count : CountClass.values()) {
            page.start("li");
            swatch(count.ordinal());
            for (Subject subject : words.subjects()) {
                boolean same = count != CountClass.FEW || first(subject);
                if (same && (count == CountClass.FEW || subject.letter() == 'a')) {
                    String kind = subject.people() ? "when-people" : "when-reports";
                    page.element(
                            "span", words.legend(count, subject), "class", count == CountClass.FEW ? kind : "range");
                }
            }
            page.end().line();
        }
        if (plan.inset() != null) {
            page.start("li").start("svg", "viewBox", "0 0 34 22", "class", "swatch mark", "aria-hidden", "true");
            page.shape("rect", "class", "part", "x", "4", "y", "3", "width", "26", "height", "16");
            page.end().element("span", words.say("map.part")).end();
        }
        if (plan.marked()) {
            page.start("li").start("svg", "viewBox", "0 0 34 22", "class", "swatch mark", "aria-hidden", "true");
            page.shape("rect", "x", "8", "y", "2", "width", "18", "height", "18", "rx", "3");
            page.end().element("span", words.say("map.measures")).end();
        }
        page.end().end().line();
    }

    /** True for the first subject of incidents and the first one of people. */
    private boolean first(Subject subject) {
        return words.subjects().stream()
                .filter(one -> one.people() == subject.people())
                .findFirst()
                .filter(one -> one.letter() == subject.letter())
                .isPresent();
    }

    private void swatch(int ordinal) {
        page.start("svg", "viewBox", "0 0 34 22", "class", "swatch", "aria-hidden", "true");
        page.shape("rect", "class", "k" + ordinal, "width", "34", "height", "22");
        String ink =
                switch (ordinal) {
                    case 0 -> "M4 5h2v2h-2zM16 5h2v2h-2zM28 5h2v2h-2zM10 14h2v2h-2zM22 14h2v2h-2z";
                    case 2 -> "M-2 13L13-2M2 22L24 0M14 22L36 0M26 22L36 12";
                    case 3 ->
                        "M-2 13L13-2M2 22L24 0M14 22L36 0M26 22L36 12M-2 9L11 22M-2-3L23 22M10-3L35 22M22-3L36 11";
                    default -> "";
                };
        if (!ink.isEmpty()) {
            page.shape("path", "class", "i" + ordinal, "d", ink);
        }
        page.end();
    }

    private void chosen() {
        page.start("div", "class", "chosen", "id", "chosen", "hidden", "");
        page.element("p", words.say("map.pick"), "id", "pick", "class", "soft");
        page.start("div", "id", "about", "hidden", "", "tabindex", "-1", "aria-labelledby", "about-name");
        page.element("p", words.say("map.chosen"), "class", "soft");
        page.start("h3", "id", "about-name").end();
        page.start("dl", "id", "about-facts").end();
        page.start("p")
                .element("a", words.say("map.row"), "id", "about-row", "href", "#table")
                .text(" ");
        page.element("button", words.say("map.close"), "type", "button", "id", "about-close")
                .end()
                .end();
        page.element("p", words.say("map.keys"), "class", "soft keys").end().line();
    }
}
