package se.lageskarta.service.areachecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.JsonNode;

/** The words of a check's paper in one language. */
record CheckWords(Texts texts, Locale language) {
    private static final String PREFIX = "areacheck.paper.";

    String of(String key, Object... arguments) {
        return texts.of(PREFIX + key, language, arguments);
    }

    Block.Column column(String key) {
        return new Block.Column(of("column." + key), false);
    }

    Block.Column number(String key) {
        return new Block.Column(of("column." + key), true);
    }

    /** A list that the answer holds in both languages. */
    List<String> lines(JsonNode both) {
        List<String> lines = new ArrayList<>();
        both.path(isEnglish() ? "en" : "sv").forEach(line -> lines.add(line.asString("")));
        return lines;
    }

    /** Words that the answer holds in both languages. */
    String said(JsonNode both) {
        return both.path(isEnglish() ? "en" : "sv").asString("");
    }

    private boolean isEnglish() {
        return language.getLanguage().equals(Texts.ENGLISH.getLanguage());
    }
}
