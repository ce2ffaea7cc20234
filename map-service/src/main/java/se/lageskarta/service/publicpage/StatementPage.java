package se.lageskarta.service.publicpage;

import java.util.List;

/** The accessibility statement that the Swedish act on digital public services (2018:1937) demands. */
final class StatementPage {
    /** Where faults are reported to the authority; the act's regulation wants the statement to link there. */
    private static final String AUTHORITY = "https://www.digg.se/tdosanmalan";

    private final PageWords words;
    private final Markup page;

    private StatementPage(PageWords words) {
        this.words = words;
        page = PageFrame.begin(words, words.say("statement"), "text", false);
    }

    static PublicFile of(PageWords words) {
        return new StatementPage(words).whole();
    }

    private PublicFile whole() {
        String other = words.inEnglish() ? "tillganglighet.html" : "tillganglighet-en.html";
        PageFrame.header(page, words, other);
        page.start("main", "id", "contents", "class", "wide").line();
        page.element("h1", words.say("statement.of", "”" + words.title() + "”")).line();
        PageFrame.invented(page, words);
        page.element("p", words.say("statement.lead", words.release.publisher()))
                .line();
        part("how", "level");
        page.element("h2", words.say("statement.parts")).start("ul");
        for (String key : List.of("table", "colour", "keyboard", "script", "width", "pdf")) {
            page.element("li", words.say("statement.parts." + key));
        }
        page.end().line();
        known();
        part("fault", "fault.text");
        Release.Access access = words.release.access();
        page.start("p").text(words.say("contact") + ": ");
        PageFrame.contact(page, access == null ? words.release.contact() : access.contact());
        page.end().line();
        part("supervision", "supervision.text");
        page.start("p").element("a", words.say("statement.supervision.link"), "href", AUTHORITY);
        page.end().line();
        part("tested", "tested.text");
        page.element("p", words.say("statement.dates", PageWords.day(words.release.published())));
        page.end().line();
        page.start("footer").start("div", "class", "wide").start("p");
        page.element("a", words.say("back"), "href", words.inEnglish() ? "en.html" : "index.html");
        page.end().end().end().line();
        return PageFrame.file(page);
    }

    /** The communicator's own words when there are any. */
    private void known() {
        Release.Access access = words.release.access();
        String own = access == null ? "" : words.of(access.known());
        if (own.isBlank()) {
            part("known", "known.none");
            return;
        }
        page.element("h2", words.say("statement.known"));
        for (String paragraph : own.strip().split("\n\\s*\n")) {
            page.element("p", paragraph).line();
        }
    }

    private void part(String heading, String text) {
        page.element("h2", words.say("statement." + heading));
        page.element("p", words.say("statement." + text)).line();
    }
}
