package se.lageskarta.service.followups;

import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * What people write when a follow-up is frozen: the numbers cannot tell whether the measure was carried out as planned.
 *
 * @param implementation what was done, and whether as planned; must be there
 * @param process process indicators, such as rounds walked or lamps mended
 * @param sideEffects what else came of it, good or bad
 * @param lesson what to do the same or otherwise next time
 */
public record Told(String implementation, String process, String sideEffects, String lesson) {
    private static final int MOST = 4_000;

    public Told(
            @Nullable String implementation,
            @Nullable String process,
            @Nullable String sideEffects,
            @Nullable String lesson) {
        Written written = new Written();
        this.implementation = written.text("implementation", implementation, 1, MOST);
        this.process = written.text("process", process, 0, MOST);
        this.sideEffects = written.text("sideEffects", sideEffects, 0, MOST);
        this.lesson = written.text("lesson", lesson, 0, MOST);
        written.refuseFaults();
    }
}
