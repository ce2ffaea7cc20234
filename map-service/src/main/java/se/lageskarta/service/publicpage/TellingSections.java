package se.lageskarta.service.publicpage;

import java.util.ArrayList;
import java.util.List;

/** What people told, what is done about it, and the walks. */
final class TellingSections {
    private final PageWords words;
    private final Markup page;
    private final Release release;

    TellingSections(PageWords words, Markup page) {
        this.words = words;
        this.page = page;
        release = words.release;
    }

    /** Areas of which enough people told. */
    static List<Release.Perceived> told(Release release) {
        return release.perceived().stream()
                .filter(one -> one.unsafe() != CountClass.FEW || one.safe() != CountClass.FEW)
                .toList();
    }

    void told() {
        page.element("p", words.say("told.lead"));
        List<Release.Perceived> told = told(release);
        if (told.isEmpty()) {
            page.element("p", words.say("told.none"));
            return;
        }
        page.start("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", "told-caption");
        page.start("table").element("caption", words.say("told.caption"), "id", "told-caption");
        page.start("thead").bare("tr");
        for (String key : List.of("table.area", "told.unsafe", "told.safe")) {
            page.bare("th", "scope", "col").text(words.say(key));
        }
        page.end().start("tbody");
        for (Release.Perceived one : told) {
            page.line().bare("tr").bare("th", "scope", "row").text(words.area(one.area()));
            page.bare("td").text(words.cell(one.unsafe()));
            page.bare("td").text(words.cell(one.safe()));
        }
        page.end().end().end().line();
    }

    void measures() {
        page.element("p", words.say("measures.lead"))
                .start("ol", "class", "cards")
                .line();
        int number = 0;
        for (Release.Measure measure : release.measures()) {
            number++;
            page.start("li").start("h3");
            page.element("span", "" + number, "class", "number")
                    .text(" " + measure.name())
                    .end();
            if (!measure.promise().isBlank()) {
                page.start("p").element("strong", words.say("measures.promise") + ": ");
                String promise = measure.promise(words.language);
                if (measure.isUntranslated(words.language)) {
                    page.element("span", promise, "lang", "sv");
                } else {
                    page.text(promise);
                }
                page.end();
            }
            page.element("p", String.join(" · ", facts(measure)), "class", "soft")
                    .end()
                    .line();
        }
        page.end().line();
    }

    /** Where a measure has come, where it lies, and when it was done. */
    List<String> facts(Release.Measure measure) {
        List<String> facts = new ArrayList<>();
        facts.add(words.say("measures.status") + ": " + words.status(measure.status()));
        facts.add(words.say("measures.area") + ": " + words.area(measure.area()));
        if (measure.done() != null) {
            facts.add(words.say("measures.done") + ": " + PageWords.day(measure.done()));
        }
        return facts;
    }

    void walks() {
        page.element("p", words.say("walks.lead")).start("ul", "class", "cards").line();
        for (Release.Walk walk : release.walks()) {
            page.start("li").element("h3", walk.title());
            page.start("p");
            page.element("time", PageWords.day(walk.day()), "datetime", PageWords.day(walk.day()));
            page.text(". " + words.say("walks.numbers", walk.findings(), walk.mended()))
                    .end();
            if (walk.protocol() != null) {
                String name = words.say("walks.protocol", walk.title());
                page.start("p").element("a", name, "href", walk.protocol()).end();
            }
            page.end().line();
        }
        page.end().line();
    }
}
