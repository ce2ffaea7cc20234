package se.lageskarta.service.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.lageskarta.service.evidence.Mask;
import se.lageskarta.service.hotspots.FoundHotspots;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.JsonNode;

/**
 * Tells the chain of a place out of what the rooms have written about it. They are read by name and as JSON, so that none of
 * them needs to know the others: a member that is not there is left out.
 */
@Service
class TellChain {
    private static final int MOST_MONTHS = 24;

    private final Pictures pictures;
    private final FoundHotspots hotspots;
    private final Measures measures;
    private final Register<JsonNode> causes;
    private final Register<JsonNode> decisions;
    private final Register<JsonNode> followUps;
    private final Texts texts;

    TellChain(Pictures pictures, FoundHotspots hotspots, Measures measures, Registers registers, Texts texts) {
        this.measures = measures;
        this.pictures = pictures;
        this.hotspots = hotspots;
        causes = registers.open("cause", JsonNode.class);
        decisions = registers.open("decision", JsonNode.class);
        followUps = registers.open("followup", JsonNode.class);
        this.texts = texts;
    }

    /**
     * The chain of a place.
     *
     * @param masked true to leave counts of 1 to 4 out
     */
    SpotChain of(Spot spot, boolean masked) {
        List<Measure> measures = measuresOf(spot);
        return new SpotChain(
                new SpotChain.Head(
                        spot.id(),
                        spot.name(),
                        spot.stream(),
                        spot.status(),
                        spot.firstMonth().toString(),
                        spot.lastMonth().toString()),
                List.of(
                        stage("problem", problem(spot, masked), null),
                        stage("cause", cause(spot), new SpotChain.Link("cause", "" + spot.id())),
                        stage("measure", measures(spot, measures), null),
                        stage("effect", effects(measures), carriedOut(measures))));
    }

    /** Those at the place, and those that were planned for it and lie elsewhere; the oldest first. */
    private List<Measure> measuresOf(Spot spot) {
        Map<Long, Measure> found = new TreeMap<>();
        hotspots.measuresNear(spot.outline()).forEach(measure -> found.put(measure.id(), measure));
        measures.all(MeasureFilter.ALL).stream()
                .filter(measure -> Objects.equals(measure.spotId(), spot.id()))
                .forEach(measure -> found.put(measure.id(), measure));
        return List.copyOf(found.values());
    }

    private SpotChain.Stage stage(String stage, List<SpotChain.Step> steps, SpotChain.@Nullable Link start) {
        SpotChain.Said missing = steps.isEmpty() ? said("chain.missing." + stage) : null;
        return new SpotChain.Stage(stage, steps, missing, start);
    }

    private List<SpotChain.Step> problem(Spot spot, boolean masked) {
        List<Pictures.Sighting> seen = pictures.of(spot.id());
        String unit = spot.stream().equals("unsafety") ? "unsafety" : "crime";
        return seen.stream()
                .skip(Math.max(0, seen.size() - MOST_MONTHS))
                .map(one -> new SpotChain.Step(
                        "picture",
                        one.month().toString(),
                        one.status(),
                        masked && one.members() < Mask.LEAST
                                ? said("chain.picture.hidden", status(one.status()))
                                : said("chain.picture." + unit, status(one.status()), one.members()),
                        new SpotChain.Link("picture", one.picture() + "/spot/" + spot.id())))
                .toList();
    }

    private List<SpotChain.Step> cause(Spot spot) {
        List<SpotChain.Step> steps = new ArrayList<>();
        for (Entry<JsonNode> card : causes.about(spot.subject())) {
            SpotChain.Link link = new SpotChain.Link("cause", "" + spot.id());
            String on = day(card);
            String what = text(card.state().at("/problem/what"));
            if (!what.isEmpty()) {
                steps.add(new SpotChain.Step("problem", on, "", said("chain.problem", what), link));
            }
            card.state()
                    .path("hypotheses")
                    .forEach(one -> steps.add(new SpotChain.Step(
                            "hypothesis",
                            on,
                            text(one.path("verdict")),
                            said(
                                    "chain.hypothesis",
                                    text(one.path("words")),
                                    word("chain.verdict.", text(one.path("verdict")))),
                            link)));
            if (card.state().path("hypotheses").isEmpty()) {
                factors(card.state(), on, link, steps);
            }
        }
        return steps;
    }

    private void factors(JsonNode card, String on, SpotChain.Link link, List<SpotChain.Step> steps) {
        for (String side : List.of("offender", "target", "place")) {
            List<String> words = StreamSupport.stream(
                            card.path("perspectives").path(side).spliterator(), false)
                    .map(factor -> text(factor.path("words")))
                    .filter(factor -> !factor.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                steps.add(new SpotChain.Step(
                        "factor",
                        on,
                        "",
                        said("chain.factors", word("chain.side.", side), String.join(", ", words)),
                        link));
            }
        }
    }

    private List<SpotChain.Step> measures(Spot spot, List<Measure> measures) {
        List<SpotChain.Step> steps = new ArrayList<>();
        Map<Long, Entry<JsonNode>> decided = new TreeMap<>();
        decisions.about(spot.subject()).forEach(entry -> decided.put(entry.id(), entry));
        for (Measure measure : measures) {
            decisions.about("measure:" + measure.id()).forEach(entry -> decided.put(entry.id(), entry));
            steps.add(measure(measure));
        }
        decided.values().forEach(entry -> steps.add(decision(entry)));
        steps.sort(Comparator.comparing(SpotChain.Step::on));
        return steps;
    }

    private SpotChain.Step measure(Measure measure) {
        String on = measure.doneOn() != null
                ? measure.doneOn().toString()
                : measure.createdAt().toString().substring(0, 10);
        Object status = status(measure.status().code());
        SpotChain.Said said = measure.doneOn() != null
                ? said(
                        "chain.measure.done",
                        measure.title(),
                        measure.owner(),
                        status,
                        measure.doneOn().toString())
                : measure.dueOn() != null
                        ? said(
                                "chain.measure.due",
                                measure.title(),
                                measure.owner(),
                                status,
                                measure.dueOn().toString())
                        : said("chain.measure", measure.title(), measure.owner(), status);
        return new SpotChain.Step(
                "measure", on, measure.status().code(), said, new SpotChain.Link("plan", "" + measure.id()));
    }

    private SpotChain.Step decision(Entry<JsonNode> entry) {
        JsonNode state = entry.state();
        String meeting = text(state.path("meetingId"));
        String until = text(state.path("until"));
        String key = until.isEmpty() ? "chain.decision" : "chain.decision.until";
        return new SpotChain.Step(
                "decision",
                day(entry),
                text(state.path("state")),
                said(
                        key,
                        text(state.path("text")),
                        text(state.path("owner")),
                        word("chain.decision.", text(state.path("state"))),
                        until),
                meeting.isEmpty() ? null : new SpotChain.Link("meeting", meeting));
    }

    private List<SpotChain.Step> effects(List<Measure> measures) {
        List<SpotChain.Step> steps = new ArrayList<>();
        for (Measure measure : measures) {
            for (Entry<JsonNode> entry : followUps.about("measure:" + measure.id())) {
                JsonNode verdict = entry.state().path("result").path("verdict");
                steps.add(new SpotChain.Step(
                        "follow-up",
                        day(entry),
                        text(verdict.path("code")),
                        effect(measure, verdict),
                        new SpotChain.Link("followup", "" + measure.id())));
            }
        }
        return steps;
    }

    /** The verdict in the words of the follow-up, which claim no effect that the interval does not. */
    private SpotChain.Said effect(Measure measure, JsonNode verdict) {
        String sv = text(verdict.path("sv"));
        return sv.isEmpty()
                ? said("chain.follow-up.unread", measure.title())
                : new SpotChain.Said(
                        texts.of("chain.follow-up", Texts.SWEDISH, measure.title(), sv),
                        texts.of("chain.follow-up", Texts.ENGLISH, measure.title(), text(verdict.path("en"))));
    }

    /** A measure that waits to be followed up. */
    private static SpotChain.@Nullable Link carriedOut(List<Measure> measures) {
        return measures.stream()
                .filter(measure -> measure.status().isCarriedOut())
                .findFirst()
                .map(measure -> new SpotChain.Link("followup", "" + measure.id()))
                .orElse(null);
    }

    private static String day(Entry<JsonNode> entry) {
        return entry.updatedAt().toString().substring(0, 10);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    /** A word that each language has of its own. */
    private record Word(String key, String otherwise) {}

    private static Word status(String code) {
        return word("picture.status.", code);
    }

    private static Word word(String key, String code) {
        return new Word(key + code, code);
    }

    private SpotChain.Said said(String key, Object... arguments) {
        return new SpotChain.Said(in(Texts.SWEDISH, key, arguments), in(Texts.ENGLISH, key, arguments));
    }

    private String in(Locale language, String key, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] =
                    arguments[i] instanceof Word word ? texts.orElse(word.key, word.otherwise, language) : arguments[i];
        }
        return texts.of(key, language, words);
    }
}
