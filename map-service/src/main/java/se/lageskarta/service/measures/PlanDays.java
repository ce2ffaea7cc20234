package se.lageskarta.service.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;

/**
 * The days of a measure, which must not contradict each other.
 *
 * @param decided when it was decided
 * @param started when the work began
 * @param due when it should be carried out
 * @param done when it was carried out
 */
record PlanDays(
        @Nullable LocalDate decided,
        @Nullable LocalDate started,
        @Nullable LocalDate due,
        @Nullable LocalDate done) {
    static PlanDays of(Measure measure) {
        MeasureDetails details = measure.details();
        return new PlanDays(details.decidedOn(), details.startedOn(), measure.dueOn(), measure.doneOn());
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException 422 with every contradiction */
    void refuseContradictions(LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        addAhead("decidedOn", decided, today, "measure.decided.ahead", faults);
        addAhead("startedOn", started, today, "measure.started.ahead", faults);
        addBefore("startedOn", started, decided, "measure.started.before-decided", faults);
        addBefore("doneOn", done, decided, "measure.done.before-decided", faults);
        addBefore("doneOn", done, started, "measure.done.before-started", faults);
        addBefore("dueOn", due, decided, "measure.due.before-decided", faults);
        GateRules.refuse(faults);
    }

    private static void addAhead(
            String field, @Nullable LocalDate day, LocalDate today, String code, List<FieldFault> faults) {
        if (day != null && day.isAfter(today)) {
            faults.add(FieldFault.of(field, day.toString(), code, today.toString()));
        }
    }

    private static void addBefore(
            String field, @Nullable LocalDate day, @Nullable LocalDate earlier, String code, List<FieldFault> faults) {
        if (day != null && earlier != null && day.isBefore(earlier)) {
            faults.add(FieldFault.of(field, day.toString(), code, earlier.toString()));
        }
    }
}
