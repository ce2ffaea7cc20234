package se.lageskarta.service.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.register.Entry;

/**
 * What has to be done by when: the next document of each kind, agreements that end or wait to be followed up, pledges
 * without a result. The 24 months of the situation picture and the action plan are those of the law (2023:196); the others
 * are the work's own habit.
 */
@Component
class Deadlines {
    private static final int SOON_DAYS = 60;
    private static final int SOON_MONTHLY_DAYS = 10;

    private final Documents documents;
    private final DutyRegisters registers;
    private final Clock clock;

    Deadlines(Documents documents, DutyRegisters registers, Clock clock) {
        this.documents = documents;
        this.registers = registers;
        this.clock = clock.withZone(StoredDocument.SWEDEN);
    }

    /**
     * Something that is due.
     *
     * @param about {@code monthly} and the other kinds, {@code agreement-ends}, {@code agreement-follow-up} or {@code pledge}
     * @param id number of the entry it is about; null when there is none
     * @param words what it is about
     * @param last when it was done last; null when never
     * @param due the day; null when it has never been done and so has no day
     * @param daysLeft below 0 when it has gone by; null without a day
     * @param state {@code overdue}, {@code soon}, {@code later} or {@code never}
     * @param statutory true when the law sets the time
     */
    record Deadline(
            String about,
            @Nullable Long id,
            String words,
            @Nullable LocalDate last,
            @Nullable LocalDate due,
            @Nullable Long daysLeft,
            String state,
            boolean statutory) {}

    /** The earliest due first, then what has never been done. */
    List<Deadline> all() {
        LocalDate today = LocalDate.now(clock);
        List<Deadline> all = new ArrayList<>();
        for (DocumentKind kind : DocumentKind.values()) {
            all.add(next(kind, today));
        }
        for (Entry<Agreement> entry : registers.agreements().all()) {
            Agreement agreement = entry.state();
            add(all, "agreement-ends", entry.id(), agreement.parties(), agreement.validTo(), today);
            add(all, "agreement-follow-up", entry.id(), agreement.parties(), agreement.followUpOn(), today);
        }
        for (Entry<Pledge> entry : registers.pledges().all()) {
            if (entry.state().kept().equals(Pledge.OPEN)) {
                add(
                        all,
                        "pledge",
                        entry.id(),
                        entry.state().promise(),
                        entry.state().to(),
                        today);
            }
        }
        all.sort(Comparator.comparing(Deadline::due, Comparator.nullsLast(Comparator.naturalOrder())));
        return all;
    }

    /** The next document of a kind, counted from the latest approved one. */
    Deadline next(DocumentKind kind, LocalDate today) {
        LocalDate last = documents.lastApproved(kind).orElse(null);
        if (last == null) {
            return new Deadline(kind.code(), null, "", null, null, null, "never", kind.isDecided());
        }
        LocalDate due = last.plusMonths(kind.months());
        long left = ChronoUnit.DAYS.between(today, due);
        int soon = kind == DocumentKind.MONTHLY ? SOON_MONTHLY_DAYS : SOON_DAYS;
        return new Deadline(kind.code(), null, "", last, due, left, state(left, soon), kind.isDecided());
    }

    private static void add(
            List<Deadline> all, String about, long id, String words, @Nullable LocalDate due, LocalDate today) {
        if (due != null) {
            long left = ChronoUnit.DAYS.between(today, due);
            all.add(new Deadline(about, id, words, null, due, left, state(left, SOON_DAYS), false));
        }
    }

    private static String state(long left, int soon) {
        return left < 0 ? "overdue" : left <= soon ? "soon" : "later";
    }
}
