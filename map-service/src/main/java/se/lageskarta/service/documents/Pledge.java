package se.lageskarta.service.documents;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * A pledge to the inhabitants (medborgarlöfte).
 *
 * @param promise what was promised, 1 to 600 characters
 * @param from first day
 * @param to last day
 * @param places where, at most 300 characters
 * @param activities what will be done, at most 2,000 characters
 * @param responsible who answers for it, 1 to 200 characters
 * @param indicator how it will be seen, at most 400 characters
 * @param result what came of it, at most 2,000 characters; empty before
 * @param kept {@code open}, {@code kept}, {@code partly} or {@code broken}; the last three need a result
 */
record Pledge(
        String promise,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String places,
        String activities,
        String responsible,
        String indicator,
        String result,
        String kept) {
    static final String OPEN = "open";
    private static final List<String> OUTCOMES = List.of(OPEN, "kept", "partly", "broken");

    /** @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault at once */
    Pledge {
        Written written = new Written();
        promise = written.text("promise", promise, 1, 600);
        from = written.dayNeeded("from", from);
        to = written.dayNeeded("to", to);
        if (to.isBefore(from)) {
            written.fault("to", to.toString(), "document.backwards", from.toString());
        }
        places = written.text("places", places, 0, 300);
        activities = written.text("activities", activities, 0, 2_000);
        responsible = written.text("responsible", responsible, 1, 200);
        indicator = written.text("indicator", indicator, 0, 400);
        result = written.text("result", result, 0, 2_000);
        kept = written.word("kept", kept, OPEN, OUTCOMES);
        if (!kept.equals(OPEN) && result.isEmpty()) {
            written.fault("result", "", "pledge.result");
        }
        written.refuseFaults();
    }

    /** True when its last day has gone by and nobody has said what came of it. */
    boolean waitsForResult(LocalDate today) {
        return kept.equals(OPEN) && to != null && to.isBefore(today);
    }
}
