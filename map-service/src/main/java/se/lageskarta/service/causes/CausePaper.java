package se.lageskarta.service.causes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.CauseCatalogue;
import se.lageskarta.service.catalogue.IncidentType;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.Paper;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.web.Texts;

/**
 * Writes the cause card of a spot as a paper, or as blocks of another one. The triangle becomes a table of three sides, which
 * every reader can follow; who wrote is not told, only which organisations took part.
 */
@Component
public class CausePaper {
    private static final String DASH = "–";

    private final Causes causes;
    private final IncidentTypes types;
    private final CauseCatalogue catalogue;
    private final Texts texts;

    CausePaper(Causes causes, IncidentTypes types, CauseCatalogue catalogue, Texts texts) {
        this.causes = causes;
        this.types = types;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** The paper of a spot's card; of a spot without a card it says that there is none. */
    public Paper of(Spot spot, Locale language) {
        Optional<Entry<CauseCard>> entry = causes.of(spot);
        List<Paper.Fact> facts = new ArrayList<>();
        entry.ifPresent(saved -> {
            facts.add(new Paper.Fact(
                    text("saved", language),
                    saved.updatedAt().atZone(ReadScene.SWEDEN).toLocalDate().toString()));
            facts.add(new Paper.Fact(text("version", language), Long.toString(saved.version())));
        });
        List<Block> blocks = entry.map(saved -> blocks(saved.state(), language))
                .orElseGet(() -> List.of(new Block.Note(text("none", language))));
        return new Paper(
                text("title", language),
                spot.name(),
                language,
                facts,
                blocks,
                text("footer", language),
                spot.invented());
    }

    private List<Block> blocks(CauseCard card, Locale language) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, text("problem", language)));
        blocks.add(new Block.Table(
                text("problem", language),
                columns(language, "question", "answer"),
                List.of(
                        List.of(text("what", language), told(card.problem().what())),
                        List.of(text("where", language), told(card.problem().where())),
                        List.of(text("when", language), told(card.problem().when())),
                        List.of(text("who", language), told(card.problem().who())),
                        List.of(text("types", language), told(types(card, language)))),
                ""));
        blocks.add(new Block.Heading(2, text("factors", language)));
        List<List<String>> factors = factors(card, language);
        blocks.add(
                factors.isEmpty()
                        ? new Block.Text(text("nothing", language))
                        : new Block.Table(
                                text("factors", language),
                                columns(language, "side", "factor", "behind", "techniques", "figures"),
                                factors,
                                ""));
        blocks.add(new Block.Heading(2, text("hypotheses", language)));
        blocks.add(
                card.hypotheses().isEmpty()
                        ? new Block.Text(text("nothing", language))
                        : new Block.Table(
                                text("hypotheses", language),
                                columns(language, "hypothesis", "side", "verdict", "ground", "test"),
                                card.hypotheses().stream()
                                        .map(each -> row(each, language))
                                        .toList(),
                                text("correlation", language)));
        if (!card.participants().isEmpty()) {
            blocks.add(new Block.Heading(2, text("participants", language)));
            blocks.add(new Block.Bullets(card.participants(), false));
        }
        return blocks;
    }

    private List<List<String>> factors(CauseCard card, Locale language) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, List<CauseCard.Factor>> side :
                card.perspectives().all()) {
            for (CauseCard.Factor factor : side.getValue()) {
                rows.add(row(side.getKey(), factor, DASH, language));
                factor.causes().forEach(cause -> rows.add(row(side.getKey(), cause, factor.words(), language)));
            }
        }
        return rows;
    }

    private List<String> row(String side, CauseCard.Factor factor, String behind, Locale language) {
        String evidence = factor.evidence();
        return List.of(
                text("side." + side, language),
                factor.words(),
                behind,
                told(techniques(factor.techniques(), language)),
                evidence == null ? DASH : text("item." + evidence, language));
    }

    private List<String> row(CauseCard.Hypothesis each, Locale language) {
        return List.of(
                each.words(),
                text("side." + each.perspective(), language),
                text("verdict." + each.verdict(), language),
                told(each.ground()),
                told(each.test()));
    }

    private String techniques(List<Integer> numbers, Locale language) {
        return numbers.stream()
                .flatMap(number -> catalogue.technique(number).stream())
                .map(each -> each.number() + " " + (isSwedish(language) ? each.nameSv() : each.nameEn()))
                .collect(Collectors.joining("; "));
    }

    private String types(CauseCard card, Locale language) {
        return card.types().stream()
                .map(code -> types.find(code).map(type -> name(type, language)).orElse(code))
                .collect(Collectors.joining(", "));
    }

    private static String name(IncidentType type, Locale language) {
        return isSwedish(language) ? type.nameSv() : type.nameEn();
    }

    private static boolean isSwedish(Locale language) {
        return !Objects.equals(language.getLanguage(), Texts.ENGLISH.getLanguage());
    }

    private static String told(String words) {
        return words.isEmpty() ? DASH : words;
    }

    private List<Block.Column> columns(Locale language, String... keys) {
        return java.util.Arrays.stream(keys)
                .map(key -> new Block.Column(text("column." + key, language), false))
                .toList();
    }

    private String text(String key, Locale language) {
        return texts.of("cause.paper." + key, language);
    }
}
