package se.lageskarta.service.documents;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.JsonNode;

/**
 * A frozen picture, as documents quote it.
 *
 * @param id its number
 * @param edition of the month, from 1
 * @param sha256 of its frozen bytes
 * @param datasets what it was made from
 * @param sheet its contents; small counts are null when they may not be seen
 */
record PictureFacts(long id, YearMonth month, int edition, String sha256, SortedSet<Long> datasets, JsonNode sheet) {
    boolean invented() {
        return sheet.path("invented").asBoolean(false);
    }

    String place() {
        return sheet.at("/scope/name").asString("");
    }

    /** The sentences about a matter: what, where, how-sure or doing; all for an empty one. */
    List<String> sentences(Locale language, String about) {
        String words = language.getLanguage().equals(Texts.ENGLISH.getLanguage()) ? "en" : "sv";
        List<String> sentences = new ArrayList<>();
        for (JsonNode sentence : sheet.path("sentences").path(words)) {
            if (about.isEmpty() || sentence.path("about").asString("").equals(about)) {
                sentences.add(sentence.path("text").asString(""));
            }
        }
        return sentences;
    }

    List<JsonNode> hotspots() {
        return list(sheet.path("hotspots"));
    }

    List<JsonNode> areas() {
        return list(sheet.path("areas"));
    }

    List<JsonNode> types() {
        return list(sheet.at("/totals/types"));
    }

    JsonNode all() {
        return sheet.at("/totals/all");
    }

    List<JsonNode> measures(String which) {
        return list(sheet.path("measures").path(which));
    }

    List<JsonNode> year() {
        return list(sheet.path("year"));
    }

    List<JsonNode> gone() {
        return list(sheet.path("gone"));
    }

    List<JsonNode> fields() {
        return list(sheet.at("/fourFields/fields"));
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }

    static @Nullable Double number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? (Double) value.asDouble() : null;
    }
}
