package se.lageskarta.service.publicpage;

import java.util.ArrayList;
import java.util.List;

/** The whole page: in short, map, table, what people told, what is done, how to report, how it was made, downloads. */
final class MainPage {
    private final MapPlan plan;
    private final PageWords words;
    private final Markup page;
    private final Release release;

    private MainPage(MapPlan plan, PageWords words) {
        this.plan = plan;
        this.words = words;
        release = words.release;
        page = PageFrame.begin(words, words.title(), "main", true);
    }

    static PublicFile of(MapPlan plan, PageWords words) {
        return new MainPage(plan, words).whole();
    }

    private PublicFile whole() {
        PageFrame.header(page, words, words.inEnglish() ? "index.html" : "en.html");
        page.start("main", "id", "contents", "class", "wide").line();
        top();
        section("summary", () -> page.paragraphs(words.of(release.text())));
        mapAndTable();
        TellingSections telling = new TellingSections(words, page);
        if (!release.perceived().isEmpty()) {
            section("told", telling::told);
        }
        if (!release.measures().isEmpty()) {
            section("measures", telling::measures);
        }
        if (!release.walks().isEmpty()) {
            section("walks", telling::walks);
        }
        section("report", () -> page.paragraphs(words.of(release.report())));
        section("method", this::method);
        section("downloads", this::downloads);
        page.end().line();
        footer();
        return PageFrame.file(page);
    }

    private void top() {
        page.element("h1", words.title()).line();
        PageFrame.invented(page, words);
        page.start("dl", "class", "facts");
        fact("period", words.period());
        fact("publisher", release.publisher());
        fact("updated", PageWords.day(release.published()));
        page.end().line();
        page.start("nav", "aria-labelledby", "on-page").element("h2", words.say("contents"), "id", "on-page");
        page.start("ul");
        for (String key : sections()) {
            page.start("li").element("a", words.say(key), "href", "#" + key).end();
        }
        page.end().end().line();
    }

    private void fact(String key, String value) {
        page.start("div").element("dt", words.say(key)).element("dd", value).end();
    }

    private List<String> sections() {
        List<String> keys = new ArrayList<>(List.of("map-part", "table-part"));
        if (!release.perceived().isEmpty()) {
            keys.add("told");
        }
        if (!release.measures().isEmpty()) {
            keys.add("measures");
        }
        if (!release.walks().isEmpty()) {
            keys.add("walks");
        }
        keys.addAll(List.of("report", "method", "downloads"));
        return keys;
    }

    private void section(String key, Runnable contents) {
        page.start("section", "id", key, "aria-labelledby", key + "-h");
        page.element("h2", words.say(key), "id", key + "-h").line();
        contents.run();
        page.end().line();
    }

    /** One element around both: what is chosen at the map also rules the table. */
    private void mapAndTable() {
        page.start("div", "class", "pair", "id", "pair").line();
        section("map-part", () -> {
            page.element("p", words.say("map.lead")).line();
            new MapBlock(plan, words, page).write();
        });
        section("table-part", () -> {
            page.element("p", words.say("table.lead"));
            page.element("p", words.say("table.narrow"), "class", "soft narrow").line();
            new AreaTable(words, page).write();
        });
        page.end().line();
    }

    private void method() {
        page.start("div", "class", "limits").element("h3", words.say("limits")).start("ul");
        words.limits().forEach(limit -> page.element("li", limit));
        page.end().end().line();
        page.paragraphs(words.of(release.method()));
    }

    private void downloads() {
        page.start("ul", "class", "downloads");
        download(words.file("lagesbild", "pdf"), "pdf");
        download(words.file("karta", "png"), "png");
        download("data.csv", "csv");
        download("data.geojson", "geojson");
        download("data.json", "json");
        page.end().line();
    }

    private void download(String file, String key) {
        page.start("li")
                .element("a", words.say("downloads." + key), "href", file, "download", "")
                .end();
    }

    private void footer() {
        page.start("footer").start("div", "class", "wide");
        page.element("h2", words.say("contact"));
        page.start("p").text(words.say("contact.lead") + " ");
        PageFrame.contact(page, release.contact());
        page.end();
        page.start("p").element("a", words.say("statement"), "href", words.file("tillganglighet", "html"));
        page.end();
        page.element(
                "p",
                release.publisher() + ", " + words.say("updated").toLowerCase(words.language) + " "
                        + PageWords.day(release.published()),
                "class",
                "soft");
        page.end().end().line();
    }
}
