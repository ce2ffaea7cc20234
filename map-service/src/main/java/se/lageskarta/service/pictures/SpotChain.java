package se.lageskarta.service.pictures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a place, from the problem to the effect (problem, orsak, åtgärd, effekt): one readable line a step, and for a
 * stage where there is nothing, what is missing.
 *
 * @param spot the place
 * @param stages problem, cause, measure, effect
 */
record SpotChain(Head spot, List<Stage> stages) {
    SpotChain {
        stages = List.copyOf(stages);
    }

    /** The place as it is called now. */
    record Head(long id, String name, String stream, String status, String firstMonth, String lastMonth) {}

    /**
     * One link of the chain.
     *
     * @param stage problem, cause, measure or effect
     * @param steps in the order of time
     * @param missing what is missing; null when there is something
     */
    record Stage(
            String stage,
            List<Step> steps,
            @Nullable Said missing,
            @Nullable Link start) {
        Stage {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One step.
     *
     * @param kind picture, hypothesis, factor, measure, decision or follow-up
     * @param on the day or month it is known from
     * @param status a word for how it stands; empty for none
     * @param link where the whole of it is
     */
    record Step(
            String kind,
            String on,
            String status,
            Said said,
            @Nullable Link link) {}

    /** In both languages. */
    record Said(String sv, String en) {}

    /** A page beside the map and the part of it. */
    record Link(String page, String item) {}
}
