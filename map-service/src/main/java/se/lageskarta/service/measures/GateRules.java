package se.lageskarta.service.measures;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * Nothing is decided before what the law asks for it has been documented (lagliga villkor); bushes are not cleared while
 * birds nest unless somebody has written why.
 */
final class GateRules {
    /** Birds nest from this month ... */
    static final Month NESTING_FROM = Month.APRIL;
    /** ... to the end of this one. */
    static final Month NESTING_TO = Month.JULY;

    private GateRules() {}

    /** @throws RefusedRequestException 422 with all of them when there are any */
    static void refuse(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
    }

    /** What stands against planning it as it is. */
    static List<FieldFault> faults(MeasurePlan plan, MeasureKind kind) {
        List<FieldFault> faults = new ArrayList<>();
        if (!binds(plan.status())) {
            return faults;
        }
        for (Gate gate : kind.gates().stream().sorted().toList()) {
            GateState state = plan.details().groundsOrNone().gate(gate);
            if (state.isPending()) {
                faults.add(FieldFault.of(
                        "gates." + gate,
                        GateState.PENDING,
                        "measure.gate." + gate + ".pending",
                        plan.status().code()));
            } else if (gate == Gate.ART
                    && state.state().equals(GateState.DOCUMENTED)
                    && !state.words().containsKey(Gate.SEASON)
                    && whileBirdsNest(plan)) {
                faults.add(FieldFault.of("gates." + gate, state.state(), "measure.gate.season"));
            }
        }
        return faults;
    }

    /**
     * What stands against a change. What was decided before anybody asked about gates may be corrected, but goes no step
     * further.
     */
    static List<FieldFault> newFaults(MeasurePlan plan, MeasureKind kind, Measure before) {
        boolean onward =
                plan.status().compareTo(before.status()) > 0 || !plan.code().equals(before.code());
        if (onward || !binds(before.status())) {
            return faults(plan, kind);
        }
        return faults(plan, kind).stream()
                .filter(fault -> kind.gates().stream()
                        .filter(gate -> fault.field().equals("gates." + gate))
                        .noneMatch(gate ->
                                before.details().groundsOrNone().gate(gate).isPending()))
                .toList();
    }

    /** A proposal may wait for its conditions, and what was dropped needs none. */
    private static boolean binds(MeasureStatus status) {
        return status != MeasureStatus.PROPOSED && status != MeasureStatus.CLOSED;
    }

    /** True when the work touches the months in which birds nest, as far as its days are known. */
    static boolean whileBirdsNest(MeasurePlan plan) {
        LocalDate begins = first(plan.details().startedOn(), plan.doneOn(), plan.dueOn());
        LocalDate ends = first(plan.doneOn(), plan.dueOn(), begins);
        if (begins == null || ends == null) {
            return false;
        }
        LocalDate last = ends.isBefore(begins) ? begins : ends;
        for (int year = begins.getYear(); year <= last.getYear(); year++) {
            LocalDate from = LocalDate.of(year, NESTING_FROM, 1);
            LocalDate to = LocalDate.of(year, NESTING_TO, NESTING_TO.maxLength());
            if (!last.isBefore(from) && !begins.isAfter(to)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable LocalDate first(@Nullable LocalDate... days) {
        for (LocalDate day : days) {
            if (day != null) {
                return day;
            }
        }
        return null;
    }
}
