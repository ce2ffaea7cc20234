package se.lageskarta.service.measures;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.Block.Column;
import se.lageskarta.service.paper.Paper;
import se.lageskarta.service.paper.Paper.Fact;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.web.Texts;

/**
 * The action plan (åtgärdsplan) as a paper: what, why, by whom, when, at what cost, and how it goes, as a light with its word.
 * Others may put its blocks into papers of their own.
 */
@Component
public class PlanPaper {
    private final Texts texts;
    private final SiteSettings site;

    PlanPaper(Texts texts, SiteSettings site) {
        this.texts = texts;
        this.site = site;
    }

    /**
     * The whole plan.
     *
     * @param measures what it holds, in the order it shall be read
     * @param today the day it is told for
     */
    public Paper of(List<Measure> measures, LocalDate today, Locale language) {
        boolean invented = measures.stream().anyMatch(Measure::invented);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(say("plan.paper.day", language), today.toString()));
        facts.add(new Fact(say("plan.paper.count", language), Integer.toString(measures.size())));
        facts.add(new Fact(
                say("plan.paper.overdue", language),
                Long.toString(
                        measures.stream().filter(each -> each.isOverdue(today)).count())));
        return new Paper(
                say("plan.paper.title", language),
                site.municipality().isBlank() ? today.toString() : site.municipality() + ", " + today,
                language,
                facts,
                blocks(measures, today, language),
                say("plan.paper.footer", language),
                invented);
    }

    /** The plan as parts of another paper: what is under way, what is done, and what it costs. */
    public List<Block> blocks(List<Measure> measures, LocalDate today, Locale language) {
        List<Block> blocks = new ArrayList<>();
        if (measures.isEmpty()) {
            blocks.add(new Block.Text(say("plan.paper.none", language)));
            return blocks;
        }
        blocks.add(new Block.Text(say("plan.paper.lights", language)));
        addTable(blocks, "plan.paper.open", measures.stream().filter(Measure::isOpen), today, language);
        addTable(blocks, "plan.paper.settled", measures.stream().filter(each -> !each.isOpen()), today, language);
        addReasons(blocks, measures, language);
        blocks.add(costs(measures, language));
        return blocks;
    }

    private void addTable(List<Block> blocks, String caption, Stream<Measure> some, LocalDate today, Locale language) {
        List<List<String>> rows = some.sorted(
                        Comparator.comparing(Measure::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(measure -> row(measure, today, language))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading(2, say(caption, language)));
        List<Column> columns = Stream.of("what", "where", "who", "when", "light")
                .map(name -> new Column(say("plan.paper.column." + name, language), false))
                .toList();
        blocks.add(new Block.Table(say(caption, language), columns, rows, ""));
    }

    private List<String> row(Measure measure, LocalDate today, Locale language) {
        String where = Objects.requireNonNullElse(
                measure.details().spotName(), Objects.requireNonNullElse(measure.hotspotName(), "–"));
        LocalDate day = measure.doneOn() == null ? measure.dueOn() : measure.doneOn();
        return List.of(
                measure.title(),
                where,
                measure.owner(),
                day == null ? say("plan.paper.no-day", language) : day.toString(),
                light(measure, today, language));
    }

    /** A sign, which the eye finds, and the word it means, which everybody reads. */
    private String light(Measure measure, LocalDate today, Locale language) {
        String status = say("plan.paper.status." + measure.status().code(), language);
        if (!measure.isOpen()) {
            return "✓ " + status;
        }
        LocalDate due = measure.dueOn();
        String sign =
                measure.isOverdue(today) ? "late" : due == null || due.isBefore(today.plusMonths(1)) ? "watch" : "well";
        return say("plan.paper.light." + sign, language) + " " + status;
    }

    /** Why each is done and what it shall achieve, as far as somebody has written it. */
    private void addReasons(List<Block> blocks, List<Measure> measures, Locale language) {
        List<String> lines = measures.stream()
                .filter(Measure::isOpen)
                .map(measure -> reason(measure, language))
                .flatMap(Stream::ofNullable)
                .toList();
        if (!lines.isEmpty()) {
            blocks.add(new Block.Heading(2, say("plan.paper.why", language)));
            blocks.add(new Block.Bullets(lines, false));
        }
    }

    private @Nullable String reason(Measure measure, Locale language) {
        MeasureGrounds grounds = measure.details().groundsOrNone();
        MeasureGoal goal = grounds.goal();
        List<String> parts = new ArrayList<>();
        if (!grounds.causeWords().isEmpty()) {
            parts.add(grounds.causeWords());
        }
        if (goal != null) {
            parts.add(goal(goal, language));
        }
        return parts.isEmpty() ? null : measure.title() + ": " + String.join(" ", parts);
    }

    private String goal(MeasureGoal goal, Locale language) {
        String key = "plan.paper.goal." + goal.kind();
        if (goal.kind().equals(GoalKind.PROCESS.code())) {
            NumberFormat numbers = NumberFormat.getInstance(language);
            return say(
                    key,
                    language,
                    goal.indicator(),
                    goal.target() == null ? "–" : numbers.format(goal.target()),
                    goal.unit(),
                    goal.months());
        }
        return goal.percent() == null
                ? say(key + ".open", language, goal.months())
                : say(key, language, goal.percent(), goal.months());
    }

    private Block costs(List<Measure> measures, Locale language) {
        NumberFormat numbers = NumberFormat.getIntegerInstance(language);
        List<Column> columns = List.of(
                new Column(say("plan.paper.column.who", language), false),
                new Column(say("plan.paper.column.count", language), true),
                new Column(say("plan.paper.column.estimate", language), true),
                new Column(say("plan.paper.column.outcome", language), true));
        List<List<String>> rows = measures.stream()
                .map(Measure::owner)
                .distinct()
                .sorted()
                .map(owner -> {
                    List<Measure> own = measures.stream()
                            .filter(each -> each.owner().equals(owner))
                            .toList();
                    return List.of(
                            owner,
                            Integer.toString(own.size()),
                            numbers.format(
                                    sum(own.stream().map(each -> each.details().costEstimate()))),
                            numbers.format(
                                    sum(own.stream().map(each -> each.details().costOutcome()))));
                })
                .toList();
        return new Block.Table(
                say("plan.paper.costs", language), columns, rows, say("plan.paper.costs.note", language));
    }

    private static long sum(Stream<@Nullable Long> kronor) {
        return kronor.filter(Objects::nonNull).mapToLong(Long::longValue).sum();
    }

    private String say(String key, Locale language, Object... arguments) {
        return texts.of(key, language, arguments);
    }
}
