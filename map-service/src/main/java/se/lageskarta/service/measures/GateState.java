package se.lageskarta.service.measures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * How far a legal condition of a measure has come.
 *
 * @param gate a code of {@link Gate}
 * @param state {@code not-needed}, {@code pending} or {@code documented}
 * @param words what was found, by part of {@link Gate#parts()}; besides {@code ground} why it is not needed and
 *     {@code season} why bushes are cleared while birds nest
 * @param reference case number (diarienummer); empty when there is none
 * @param on the day of the decision or of the check; null when it has none
 */
public record GateState(
        String gate,
        String state,
        Map<String, String> words,
        String reference,
        @Nullable LocalDate on) {
    static final String NOT_NEEDED = "not-needed";
    static final String PENDING = "pending";
    static final String DOCUMENTED = "documented";
    private static final List<String> STATES = List.of(NOT_NEEDED, PENDING, DOCUMENTED);
    private static final int LONGEST_WORDS = 1_000;
    private static final int LONGEST_REFERENCE = 60;

    public GateState {
        Written written = new Written();
        gate = written.word(
                "gates", gate, "", Arrays.stream(Gate.values()).map(Gate::name).toList());
        String field = "gates." + gate;
        state = written.word(field, state, PENDING, STATES);
        reference = written.text(field, reference, 0, LONGEST_REFERENCE);
        on = written.day(field, on);
        words = cleaned(written, field, gate, words == null ? Map.of() : words);
        written.refuseFaults();
        addMissing(written, field, gate, state, words, reference, on);
        written.refuseFaults();
    }

    private static Map<String, String> cleaned(Written written, String field, String gate, Map<String, String> words) {
        Map<String, String> cleaned = new LinkedHashMap<>();
        words.forEach((part, text) -> {
            boolean known = part.equals(Gate.GROUND)
                    || part.equals(Gate.SEASON)
                    || Gate.ofCode(gate)
                            .filter(one -> one.parts().contains(part))
                            .isPresent();
            if (!known) {
                written.fault(field, part, "measure.gate.part");
            }
            String clean = written.text(field, text, 0, LONGEST_WORDS);
            if (!clean.isEmpty()) {
                cleaned.put(part, clean);
            }
        });
        return java.util.Collections.unmodifiableMap(cleaned);
    }

    /** What is said to be documented must say what. */
    private static void addMissing(
            Written written,
            String field,
            String gate,
            String state,
            Map<String, String> words,
            String reference,
            @Nullable LocalDate on) {
        Gate known = Gate.ofCode(gate).orElseThrow();
        if (state.equals(NOT_NEEDED) && !words.containsKey(Gate.GROUND)) {
            written.fault(field, state, "measure.gate.ground");
        }
        if (!state.equals(DOCUMENTED)) {
            return;
        }
        boolean whole = words.keySet().containsAll(known.parts());
        if (!whole || on == null || (known.isNumbered() && reference.isEmpty())) {
            written.fault(field, state, "measure.gate." + gate + ".incomplete");
        }
    }

    boolean isPending() {
        return state.equals(PENDING);
    }
}
