package se.lageskarta.service.meetings;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decisions as other rooms may quote them in papers. */
@Component
public class DecisionLog {
    private final Meetings meetings;

    DecisionLog(Meetings meetings) {
        this.meetings = meetings;
    }

    /**
     * A decision.
     *
     * @param state {@code open}, {@code done} or {@code dropped}
     * @param noted the day it was written down
     */
    public record Line(
            long id,
            String text,
            String owner,
            @Nullable LocalDate until,
            String state,
            String followUp,
            LocalDate noted) {}

    /** All of them, the earliest due first, those without a day last. */
    public List<Line> all() {
        return meetings.decisions().stream()
                .map(entry -> new Line(
                        entry.id(),
                        entry.state().text(),
                        entry.state().owner(),
                        entry.state().until(),
                        entry.state().state(),
                        entry.state().followUp(),
                        LocalDate.ofInstant(entry.createdAt(), EditMeetings.SWEDEN)))
                .toList();
    }
}
