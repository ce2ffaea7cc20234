package se.lageskarta.service.publicpage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Draws the plan as SVG within the page. What is chosen, its colours and sizes are said by the style sheet; nothing is said
 * by colour alone. Measures of words are thousandths of the map's longer side.
 */
final class MapSvg {
    private static final int THOUSAND = 1000;

    private final MapPlan plan;
    private final PageWords words;
    private final Markup page;
    private final double scale;
    /** What ends the ids of this drawing; empty for the whole map. */
    private final String id;

    /** Null for the whole map. */
    private final MapPlan.@Nullable Inset inset;

    MapSvg(MapPlan plan, PageWords words, Markup page) {
        this(plan, words, page, "", null);
    }

    /** The enlarged part; its areas are those of the whole map, used once more. */
    static MapSvg of(MapPlan.Inset inset, PageWords words, Markup page) {
        return new MapSvg(inset.plan(), words, page, "2", inset);
    }

    private MapSvg(MapPlan plan, PageWords words, Markup page, String id, MapPlan.@Nullable Inset inset) {
        this.id = id;
        this.inset = inset;
        this.plan = plan;
        this.words = words;
        this.page = page;
        scale = (double) THOUSAND / plan.units().side();
    }

    void draw() {
        String width = decimal(plan.units().width() * scale);
        String height = decimal(plan.units().height() * scale);
        page.start(
                "svg",
                "id",
                "map" + id,
                "class",
                inset == null ? "drawing" : "drawing inset",
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "img",
                "aria-label",
                alternative(),
                "data-metres",
                String.format(Locale.ROOT, "%.4f", plan.units().metres() / scale));
        patterns();
        page.shape("rect", "class", "around", "width", width, "height", height).line();
        page.start("g", "id", "zoom" + id).start("g", "id", "ground" + id, "transform", "scale(" + factor(scale) + ")");
        path("land", PathText.rings(plan.land().border()));
        areas();
        path("water", PathText.rings(plan.land().water()));
        path("road", PathText.lines(plan.land().roads()));
        path("border", PathText.rings(plan.land().border()));
        frame();
        page.end().line();
        classes();
        names();
        marks();
        page.end().line();
        scaleBar();
        page.end().line();
    }

    private String alternative() {
        return inset == null
                ? words.say("map.alternative", plan.areas().size())
                : words.say("map.enlarged.alternative", words.enlarged(inset), members());
    }

    /** How many areas lie here, at least in part. */
    private int members() {
        return (int)
                plan.areas().stream().filter(area -> !area.rings().isEmpty()).count();
    }

    /** Around the part that is enlarged beside. */
    private void frame() {
        if (plan.inset() != null) {
            Envelope part = plan.inset().frame();
            for (String kind : new String[] {"part-edge", "part"}) {
                page.shape(
                        "rect",
                        "class",
                        kind,
                        "x",
                        decimal(part.getMinX()),
                        "y",
                        decimal(part.getMinY()),
                        "width",
                        decimal(part.getWidth()),
                        "height",
                        decimal(part.getHeight()));
            }
            page.line();
        }
    }

    private void path(String kind, String path) {
        if (!path.isEmpty()) {
            page.shape("path", "class", kind, "d", path).line();
        }
    }

    /** Fills that differ in ink as well as in colour; they are turned back to the size of words. */
    private void patterns() {
        page.start("defs");
        String[] ink = {
            "M2 2h1.6v1.6h-1.6zM7 7h1.6v1.6h-1.6z",
            "",
            "M-1 11L11-1M-3 3L3-3M7 13L13 7",
            "M-1 11L11-1M-3 3L3-3M7 13L13 7M-1-1L11 11M7-3L13 3M-3 7L3 13",
            ""
        };
        for (int i = 0; i < ink.length; i++) {
            page.start(
                    "pattern",
                    "id",
                    (inset == null ? "p" : "q") + i,
                    "class",
                    "pattern",
                    "width",
                    "10",
                    "height",
                    "10",
                    "patternUnits",
                    "userSpaceOnUse",
                    "patternTransform",
                    "scale(" + factor(1 / scale / (inset == null ? 1 : inset.factor())) + ")");
            page.shape("rect", "class", "k" + i, "width", "10", "height", "10");
            if (!ink[i].isEmpty()) {
                page.shape("path", "class", "i" + i, "d", ink[i]);
            }
            page.end();
        }
        page.end().line();
    }

    /** Areas of the same classes stand together, which keeps the page small. */
    private void areas() {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int area = 0; area < plan.areas().size(); area++) {
            if (plan.areas().get(area).rings().isEmpty()) {
                continue;
            }
            groups.computeIfAbsent(kind(area), kind -> new ArrayList<>()).add(area);
        }
        List<String> attributes = new ArrayList<>(List.of("id", "areas" + id, "class", "areas"));
        if (inset != null) {
            String f = factor(inset.factor());
            String shift = decimal(inset.right()) + " " + decimal(inset.down());
            attributes.addAll(List.of("transform", "matrix(" + f + " 0 0 " + f + " " + shift + ")"));
        }
        page.start("g", attributes.toArray(String[]::new));
        groups.forEach((kind, members) -> {
            page.start("g", "class", kind);
            for (int area : members) {
                if (inset == null) {
                    String path = PathText.rings(plan.areas().get(area).rings());
                    page.shape("path", "id", "m" + (area + 1), "d", path);
                } else {
                    page.shape("use", "href", "#m" + (area + 1));
                }
            }
            page.end().line();
        });
        page.end();
    }

    /** Such as {@code a3 b0}: class 3 of the first subject, class 0 of the second. */
    private String kind(int area) {
        StringBuilder kind = new StringBuilder();
        for (Subject subject : words.subjects()) {
            kind.append(kind.length() == 0 ? "" : " ")
                    .append(subject.letter())
                    .append(subject.classes().get(area).ordinal());
        }
        return kind.toString();
    }

    private void classes() {
        for (Subject subject : words.subjects()) {
            page.start("g", "class", "label only only-" + subject.letter());
            for (int area = 0; area < plan.areas().size(); area++) {
                MapPlan.Circle centre = plan.areas().get(area).centre();
                CountClass count = subject.classes().get(area);
                if (count != CountClass.FEW && centre != null && ClassWords.fits(centre, plan.step())) {
                    String[] dark = count == CountClass.FROM_50 ? new String[] {"class", "most"} : new String[0];
                    word(words.cell(count), centre.x(), centre.y(), dark);
                }
            }
            page.end().line();
        }
    }

    private void names() {
        page.start("g", "class", "name");
        for (MapPlan.Name name : plan.names()) {
            word(name.text(), name.x(), name.y(), "class", name.level().name().toLowerCase(Locale.ROOT));
        }
        page.end().line();
    }

    private void word(String text, int x, int y, String... attributes) {
        List<String> all = new ArrayList<>(List.of("x", decimal(x * scale), "y", decimal(y * scale)));
        all.addAll(List.of(attributes));
        page.element("text", text, all.toArray(String[]::new));
    }

    private void marks() {
        page.start("g", "class", "mark");
        for (MapPlan.Mark mark : plan.marks()) {
            String at = "translate(" + decimal(mark.x() * scale) + " " + decimal(mark.y() * scale) + ")";
            page.start("g", "transform", at).start("g");
            page.shape("rect", "x", "-11", "y", "-11", "width", "22", "height", "22", "rx", "3");
            page.element("text", "" + mark.number()).end().end();
        }
        page.end().line();
    }

    private void scaleBar() {
        double metres = ScaleBar.metres(plan.units().metres() / scale * THOUSAND / 6);
        double length = metres * scale / plan.units().metres();
        double foot = plan.units().height() * scale - 16;
        page.start("g", "id", "scale" + id, "class", "scale", "transform", "translate(16 " + decimal(foot) + ")");
        page.shape(
                "rect", "x", "-8", "y", "-30", "width", decimal(Math.max(60, length) + 16), "height", "38", "rx", "4");
        page.shape("path", "d", "M0-7V0H" + decimal(length) + "V-7");
        page.element("text", ScaleBar.words(metres), "y", "-10").end();
    }

    private static String decimal(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String factor(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
