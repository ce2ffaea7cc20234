package se.lageskarta.service.publicpage;

import java.nio.charset.StandardCharsets;

/** What every page has around its contents. No script and no style stands in the page itself, so a strict policy may rule. */
final class PageFrame {
    static final String HTML = "text/html;charset=UTF-8";

    private PageFrame() {}

    /** Opens everything down to the body. @param scripted false for pages of text alone */
    static Markup begin(PageWords words, String title, String kind, boolean scripted) {
        Markup page = new Markup();
        page.start("html", "lang", words.language.toLanguageTag())
                .line()
                .start("head")
                .line();
        page.start("meta", "charset", "utf-8").line();
        page.start("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.element("title", title + " – " + words.release.publisher()).line();
        page.start("meta", "name", "description", "content", words.source()).line();
        page.start("meta", "name", "generator", "content", "Lägeskarta").line();
        page.start("link", "rel", "icon", "href", "icon.svg", "type", "image/svg+xml")
                .line();
        page.start("link", "rel", "stylesheet", "href", "style.css").line();
        if (scripted) {
            page.start("script", "src", "page.js", "defer", "").end().line();
        }
        page.end().line();
        return page.start("body", "class", kind).line();
    }

    /** Skip link, whose page it is, and the way to the other language. */
    static void header(Markup page, PageWords words, String other) {
        page.element("a", words.say("skip"), "class", "skip", "href", "#contents")
                .line();
        page.start("header", "class", "head").start("div", "class", "wide");
        page.element("p", words.release.publisher(), "class", "publisher");
        String language = words.inEnglish() ? "sv" : "en";
        page.element("a", words.say("other"), "href", other, "lang", language, "hreflang", language);
        page.end().end().line();
    }

    static void invented(Markup page, PageWords words) {
        if (words.release.invented()) {
            page.element("p", words.invented(), "class", "invented").line();
        }
    }

    /** An address to write to, a page to visit, or plain words; anything else is never made a link. */
    static void contact(Markup page, String contact) {
        String plain = contact.strip();
        if (plain.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+")) {
            page.element("a", plain, "href", "mailto:" + plain);
        } else if (plain.matches("https?://[^\\s<>\"]+")) {
            page.element("a", plain, "href", plain);
        } else {
            page.text(plain);
        }
    }

    static PublicFile file(Markup page) {
        page.end().line().end().line();
        return new PublicFile(("<!DOCTYPE html>\n" + page).getBytes(StandardCharsets.UTF_8), HTML);
    }
}
