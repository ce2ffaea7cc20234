package se.lageskarta.service.measures;

import org.jspecify.annotations.Nullable;

/** Looks at a plan beside what surrounds it: known organisations, the boundary, what has happened at the place. */
@FunctionalInterface
interface PlanCheck {
    /**
     * @param before the measure as it is stored, not yet changed; null for a new one
     * @return the plan to save
     * @throws se.lageskarta.service.web.RefusedRequestException when something around it does not allow it
     */
    MeasurePlan checked(MeasurePlan plan, @Nullable Measure before);
}
