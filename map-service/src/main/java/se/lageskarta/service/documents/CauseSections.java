package se.lageskarta.service.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.service.causes.CauseCard;
import se.lageskarta.service.causes.Causes;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.spots.Spots;
import tools.jackson.databind.JsonNode;

/** The cause cards of the priority places: what the group believes, from three sides, and what of it the data bear out. */
@Component
class CauseSections {
    private final Causes causes;
    private final Spots spots;

    CauseSections(Causes causes, Spots spots) {
        this.causes = causes;
        this.spots = spots;
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
            Optional<CauseCard> card = spots.find(place.at("/spot/id").asLong(0))
                    .flatMap(causes::of)
                    .map(Entry::state);
            if (card.isPresent()) {
                blocks.add(card(name, card.get(), words));
            } else {
                without.add(name);
            }
        }
        if (!without.isEmpty()) {
            blocks.add(new Block.Text(words.of("causes.none", String.join(", ", without))));
        }
        return blocks;
    }

    private static Block card(String name, CauseCard card, Wording words) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, List<CauseCard.Factor>> side :
                card.perspectives().all()) {
            String factors = side.getValue().stream()
                    .map(CauseCard.Factor::words)
                    .reduce((one, other) -> one + "; " + other)
                    .orElse(words.of("none"));
            rows.add(List.of(words.code("side", side.getKey()), factors, ""));
        }
        for (CauseCard.Hypothesis hypothesis : card.hypotheses()) {
            rows.add(List.of(words.of("hypothesis"), hypothesis.words(), words.code("tested", hypothesis.verdict())));
        }
        return new Block.Table(
                words.of("causes.caption", name),
                List.of(words.words("side"), words.words("cause"), words.words("tested")),
                rows,
                "");
    }
}
