package se.lageskarta.service.measures;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * Why a measure is wanted and what must hold first.
 *
 * @param causeWords which cause it answers, at most 1,000 characters; empty when nobody has said
 * @param techniques numbers of Clarke and Cornish's 25 techniques by which it works there, 1 to 25
 * @param goal what it shall achieve; null when none is set
 * @param gates legal conditions and how far they have come, each at most once
 */
public record MeasureGrounds(
        String causeWords,
        List<Integer> techniques,
        @Nullable MeasureGoal goal,
        List<GateState> gates) {
    /** Nobody has written anything. */
    public static final MeasureGrounds NONE = new MeasureGrounds("", List.of(), null, List.of());

    private static final int LONGEST_WORDS = 1_000;
    private static final int TECHNIQUES = 25;

    public MeasureGrounds {
        Written written = new Written();
        causeWords = written.text("causeWords", causeWords, 0, LONGEST_WORDS);
        techniques = written.list("techniques", techniques, TECHNIQUES).stream()
                .distinct()
                .sorted()
                .toList();
        techniques.forEach(number -> written.whole("techniques", number, 1, TECHNIQUES));
        gates = written.list("gates", gates, Gate.values().length);
        if (gates.stream().map(GateState::gate).distinct().count() < gates.size()) {
            written.fault("gates", "", "measure.gate.twice");
        }
        written.refuseFaults();
    }

    /** How far a gate has come; one that nobody has spoken of is pending. */
    GateState gate(Gate gate) {
        return gates.stream()
                .filter(one -> one.gate().equals(gate.name()))
                .findFirst()
                .orElseGet(() -> new GateState(gate.name(), GateState.PENDING, java.util.Map.of(), "", null));
    }

    MeasureGrounds withGoal(MeasureGoal other) {
        return new MeasureGrounds(causeWords, techniques, Objects.requireNonNull(other), gates);
    }

    boolean isEmpty() {
        return equals(NONE);
    }
}
