package se.lageskarta.service.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import se.lageskarta.service.followups.FollowUps;
import se.lageskarta.service.followups.Outcomes;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.MeasureStatus;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.paper.Block;

/** The parts of documents about measures: what is late, due, done, and what came of it. */
@Component
class MeasureSections {
    /** A quarter of the work late is more than slips of the pen. */
    private static final double LATE_PART = 0.25;

    private static final int FOLLOW_UP_MONTHS = 12;

    private final Measures measures;
    private final FollowUps followUps;
    private final Outcomes outcomes;

    MeasureSections(Measures measures, FollowUps followUps, Outcomes outcomes) {
        this.measures = measures;
        this.followUps = followUps;
        this.outcomes = outcomes;
    }

    /** True when any measure is made up. */
    boolean invented() {
        return all().stream().anyMatch(Measure::invented);
    }

    List<Block> late(Material of) {
        return table(of, "late", measure -> measure.isOverdue(of.today()));
    }

    /** Carried out within the period. */
    List<Block> done(Material of) {
        return table(of, "done", measure -> {
            LocalDate done = measure.doneOn();
            return done != null && of.isWithin(done);
        });
    }

    /** Everything that is not over. */
    List<Block> ahead(Material of) {
        return table(of, "ahead", Measure::isOpen);
    }

    /** Proposed ones: what somebody has to decide on. */
    List<Block> proposals(Material of) {
        return table(of, "proposals", measure -> measure.status() == MeasureStatus.PROPOSED);
    }

    /** A traffic light for the plan, with its reason in words. */
    List<Block> light(Material of) {
        List<Measure> open = all().stream().filter(Measure::isOpen).toList();
        long late =
                open.stream().filter(measure -> measure.isOverdue(of.today())).count();
        String colour = late == 0 ? "green" : late <= open.size() * LATE_PART ? "yellow" : "red";
        Wording words = of.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note(words.of("light." + colour)));
        blocks.add(new Block.Text(words.of("light.words", open.size(), late)));
        List<List<String>> rows = new ArrayList<>();
        for (MeasureStatus status : MeasureStatus.values()) {
            long number =
                    all().stream().filter(measure -> measure.status() == status).count();
            rows.add(List.of(words.code("measure", status.code()), words.number((double) number, 0)));
        }
        blocks.add(new Block.Table(
                words.of("light.caption"), List.of(words.words("status"), words.figures("number")), rows, ""));
        blocks.add(words.method("light"));
        return blocks;
    }

    /** What follow-ups say, in words with their interval, and what has not been followed up. */
    List<Block> effects(Material of) {
        Wording words = of.words();
        List<Block> blocks = new ArrayList<>();
        List<Outcomes.Line> lines = outcomes.all(words.language());
        if (lines.isEmpty()) {
            blocks.add(new Block.Text(words.of("effects.none")));
        } else {
            blocks.add(new Block.Table(
                    words.of("effects.caption"),
                    List.of(
                            words.words("measure"),
                            words.words("done-on"),
                            words.words("verdict"),
                            words.words("sentence")),
                    lines.stream()
                            .map(line ->
                                    List.of(line.measure(), words.day(line.doneOn()), line.verdict(), line.sentence()))
                            .toList(),
                    ""));
            blocks.add(words.method("effects"));
        }
        List<FollowUps.Waiting> waiting = followUps.waiting(FOLLOW_UP_MONTHS);
        if (!waiting.isEmpty()) {
            blocks.add(new Block.Text(words.of("effects.waiting", waiting.size())));
            blocks.add(new Block.Bullets(
                    waiting.stream()
                            .limit(8)
                            .map(each ->
                                    words.of("effects.waits", each.title(), each.owner(), words.day(each.doneOn())))
                            .toList(),
                    false));
        }
        return blocks;
    }

    private List<Measure> all() {
        return measures.all(MeasureFilter.ALL);
    }

    private List<Block> table(Material of, String which, Predicate<Measure> wanted) {
        Wording words = of.words();
        List<Measure> chosen = all().stream().filter(wanted).toList();
        if (chosen.isEmpty()) {
            return List.of(new Block.Text(words.of("measures." + which + ".none")));
        }
        List<List<String>> rows = chosen.stream()
                .map(measure -> List.of(
                        measure.title(),
                        measure.owner(),
                        words.code("measure", measure.status().code()),
                        words.day(which.equals("done") ? measure.doneOn() : measure.dueOn())))
                .toList();
        return List.of(new Block.Table(
                words.of("measures." + which),
                List.of(
                        words.words("measure"),
                        words.words("owner"),
                        words.words("status"),
                        words.words(which.equals("done") ? "done-on" : "due")),
                rows,
                ""));
    }
}
