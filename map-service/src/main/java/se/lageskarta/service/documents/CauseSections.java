package se.lageskarta.service.documents;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import tools.jackson.databind.JsonNode;

/** The cause cards of the priority places: what the group believes, from three sides, and what of it the data bear out. */
@Component
class CauseSections {
    private static final List<String> SIDES = List.of("offender", "target", "place");

    private final Register<JsonNode> cards;

    CauseSections(Registers registers) {
        cards = registers.open("cause", JsonNode.class);
    }

    List<Block> cards(Material of) {
        if (of.picture().isEmpty()) {
            return PictureSections.missing(of);
        }
        Wording words = of.words();
        List<Block> blocks = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (JsonNode place : PictureSections.priority(of.picture().get())) {
            String name = place.at("/spot/name").asString("");
            List<Entry<JsonNode>> found =
                    cards.about("spot:" + place.at("/spot/id").asLong(0));
            if (found.isEmpty()) {
                without.add(name);
            } else {
                blocks.add(card(name, found.get(0).state(), words));
            }
        }
        if (!without.isEmpty()) {
            blocks.add(new Block.Text(words.of("causes.none", String.join(", ", without))));
        }
        return blocks;
    }

    private static Block card(String name, JsonNode card, Wording words) {
        List<List<String>> rows = new ArrayList<>();
        for (String side : SIDES) {
            rows.add(List.of(words.code("side", side), texts(card.at("/perspectives/" + side), words), ""));
        }
        for (JsonNode hypothesis : card.path("hypotheses")) {
            rows.add(List.of(
                    words.of("hypothesis"),
                    hypothesis.path("words").asString(""),
                    words.code("tested", hypothesis.path("verdict").asString("untested"))));
        }
        return new Block.Table(
                words.of("causes.caption", name),
                List.of(words.words("side"), words.words("cause"), words.words("tested")),
                rows,
                "");
    }

    private static String texts(JsonNode factors, Wording words) {
        List<String> texts = new ArrayList<>();
        factors.forEach(factor -> texts.add(factor.path("words").asString("")));
        return texts.isEmpty() ? words.of("none") : String.join("; ", texts);
    }
}
