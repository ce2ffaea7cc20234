package se.lageskarta.service.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.basemap.MunicipalityBorder;
import se.lageskarta.service.web.FieldFault;

/**
 * Looks at a plan beside what surrounds it. The owner is a known organisation or is confirmed as a new one; the place lies in
 * the municipality; a goal that could never be shown is only set with the group's reason. What has not been touched is not
 * asked about again.
 */
@Component
class Surroundings {
    private final KnownOrganisations organisations;
    private final MunicipalityBorder border;
    private final FindDetectable detectable;

    Surroundings(KnownOrganisations organisations, MunicipalityBorder border, FindDetectable detectable) {
        this.organisations = organisations;
        this.border = border;
        this.detectable = detectable;
    }

    /** @param newOwner true when the writer confirms that the owner is an organisation nobody has named here before */
    PlanCheck asKnown(boolean newOwner) {
        return (plan, before) -> checked(plan, before, newOwner);
    }

    private MeasurePlan checked(MeasurePlan plan, @Nullable Measure before, boolean newOwner) {
        List<FieldFault> faults = new ArrayList<>();
        addOwnerFault(plan, before, newOwner, faults);
        addPlaceFault(plan, before, faults);
        MeasurePlan counted = counted(plan, before, faults);
        GateRules.refuse(faults);
        return counted;
    }

    private void addOwnerFault(MeasurePlan plan, @Nullable Measure before, boolean newOwner, List<FieldFault> faults) {
        boolean touched = before == null || !before.owner().equals(plan.owner());
        if (!touched || newOwner) {
            return;
        }
        Optional<String> known = organisations.known(plan.owner());
        if (known.isEmpty() && !organisations.names().isEmpty()) {
            faults.add(FieldFault.of("owner", plan.owner(), "measure.owner.unknown"));
        } else if (known.isPresent() && !known.get().equals(plan.owner())) {
            faults.add(FieldFault.of("owner", plan.owner(), "measure.owner.spelling", known.get()));
        }
    }

    private void addPlaceFault(MeasurePlan plan, @Nullable Measure before, List<FieldFault> faults) {
        if (before != null && before.shape().equalsExact(plan.shape())) {
            return;
        }
        OptionalDouble outside = border.metresOutside(plan.shape());
        if (outside.isPresent()) {
            faults.add(FieldFault.of(
                    "geometry",
                    plan.shape().getGeometryType(),
                    "measure.geometry.outside",
                    Math.round(outside.getAsDouble())));
        }
    }

    private MeasurePlan counted(MeasurePlan plan, @Nullable Measure before, List<FieldFault> faults) {
        MeasureGoal goal = plan.details().goal();
        if (goal == null || !goal.isAboutIncidents() || goal.percent() == null) {
            return plan;
        }
        MeasureGoal earlier = before == null ? null : before.details().goal();
        if (before != null
                && earlier != null
                && goal.promisesAs(earlier)
                && before.shape().equalsExact(plan.shape())) {
            return plan.withGoal(earlier);
        }
        Detectable found =
                detectable.at(new DetectableQuestion(plan.shape(), goal.withinMetres(), goal.types(), goal.months()));
        Integer smallest = found.percent();
        boolean seen = smallest != null && goal.percent() >= smallest;
        if (!seen && goal.acknowledged().isEmpty()) {
            String code = smallest == null ? "measure.goal.never" : "measure.goal.below";
            faults.add(FieldFault.of(
                    "goal.percent",
                    goal.percent().toString(),
                    code,
                    found.count(),
                    goal.months(),
                    smallest == null ? 0 : smallest));
        }
        return plan.withGoal(goal.counted(smallest, found.to()));
    }
}
