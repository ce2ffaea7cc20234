package se.lageskarta.service.publicpage;

/** The map alone, to stand in a frame of another page, with its table folded below and the way to the whole page. */
final class EmbedPage {
    private EmbedPage() {}

    static PublicFile of(MapPlan plan, PageWords words) {
        Markup page = PageFrame.begin(words, words.title(), "embed", true);
        page.start("main", "id", "contents").line();
        page.element("h1", words.title()).line();
        PageFrame.invented(page, words);
        page.start("div", "class", "pair", "id", "pair").line();
        page.element("h2", words.say("map"), "class", "unseen");
        new MapBlock(plan, words, page).write();
        page.start("details").element("summary", words.say("embed.table"));
        page.element("p", words.say("table.lead"));
        page.element("p", words.say("table.narrow"), "class", "soft narrow").line();
        new AreaTable(words, page).write();
        page.end().end().line();
        String whole = words.inEnglish() ? "en.html" : "index.html";
        page.start("p").element("a", words.say("embed.more"), "href", whole, "target", "_blank", "rel", "noopener");
        page.end().line();
        page.end().line();
        return PageFrame.file(page);
    }
}
