package se.lageskarta.service.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.IncidentType;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.reports.Reports;
import se.lageskarta.service.web.Texts;

/**
 * Drafts what those who reported are told: what came in since the last meeting of the same kind, what was decided, and what
 * has been done. No count of fewer than five is told, nor a sum from which one could be worked out.
 */
@Component
class DraftFeedback {
    private static final long LEAST_TOLD = 5;
    private static final int MOST_TYPES = 5;
    private static final int WEEKS_BACK = 5;

    private final Meetings meetings;
    private final Reports reports;
    private final Measures measures;
    private final IncidentTypes types;
    private final ReadContent contents;
    private final Texts texts;

    DraftFeedback(
            Meetings meetings,
            Reports reports,
            Measures measures,
            IncidentTypes types,
            ReadContent contents,
            Texts texts) {
        this.meetings = meetings;
        this.reports = reports;
        this.measures = measures;
        this.types = types;
        this.contents = contents;
        this.texts = texts;
    }

    String of(Entry<Meeting> entry, Locale language) {
        MeetingPlan plan = entry.state().plan();
        LocalDate since = since(plan);
        List<String> lines = new ArrayList<>();
        lines.add(texts.of("feedback.thanks", language));
        lines.add(reported(since, plan.heldOn(), language));
        List<String> decided = contents.of(entry).decisions().stream()
                .map(line -> line.until() == null
                        ? texts.of("feedback.decision", language, line.text(), line.owner())
                        : texts.of(
                                "feedback.decision-until",
                                language,
                                line.text(),
                                line.owner(),
                                line.until().toString()))
                .toList();
        paragraph(lines, decided, "feedback.decided", language);
        paragraph(lines, done(since, plan.heldOn()), "feedback.done", language);
        lines.add(texts.of("feedback.go-on", language));
        return String.join("\n\n", lines);
    }

    private void paragraph(List<String> lines, List<String> items, String heading, Locale language) {
        if (!items.isEmpty()) {
            lines.add(texts.of(heading, language) + "\n- " + String.join("\n- ", items));
        }
    }

    /** The day of the last meeting of the same kind; five weeks back when there is none. */
    private LocalDate since(MeetingPlan plan) {
        return meetings.all().stream()
                .map(entry -> entry.state().plan())
                .filter(other -> other.kind().equals(plan.kind())
                        && other.isHeld()
                        && other.heldOn().isBefore(plan.heldOn()))
                .map(MeetingPlan::heldOn)
                .findFirst()
                .orElse(plan.heldOn().minusWeeks(WEEKS_BACK));
    }

    private String reported(LocalDate since, LocalDate until, Locale language) {
        Map<String, Long> counts = reports.countsByType(start(since), start(until.plusDays(1)));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return texts.of("feedback.none", language, since.toString());
        }
        if (all < LEAST_TOLD) {
            return texts.of("feedback.few", language, since.toString());
        }
        List<Map.Entry<String, Long>> told = counts.entrySet().stream()
                .filter(type -> type.getValue() >= LEAST_TOLD)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TYPES)
                .toList();
        long rest = all - told.stream().mapToLong(Map.Entry::getValue).sum();
        String first = rest == 0 || rest >= LEAST_TOLD
                ? texts.of("feedback.reports", language, all, since.toString())
                : texts.of("feedback.several", language, since.toString());
        if (told.isEmpty()) {
            return first;
        }
        String commonest = String.join(
                ", ",
                told.stream()
                        .map(type -> name(type.getKey(), language) + " (" + type.getValue() + ")")
                        .toList());
        return first + " " + texts.of("feedback.commonest", language, commonest);
    }

    private String name(String code, Locale language) {
        return types.find(code)
                .map((IncidentType type) -> language.getLanguage().equals("en") ? type.nameEn() : type.nameSv())
                .orElse(code);
    }

    private List<String> done(LocalDate since, LocalDate until) {
        return measures.all(MeasureFilter.ALL).stream()
                .filter(measure -> measure.doneOn() != null
                        && measure.doneOn().isAfter(since)
                        && !measure.doneOn().isAfter(until))
                .map(Measure::title)
                .toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(EditMeetings.SWEDEN).toInstant();
    }
}
