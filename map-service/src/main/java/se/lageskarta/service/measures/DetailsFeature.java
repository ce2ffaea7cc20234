package se.lageskarta.service.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the action plan's part of a measure looks in its feature: written and read. */
final class DetailsFeature {
    /** Names of the properties. */
    static final Set<String> WRITTEN = Set.of(
            "spotId",
            "spotName",
            "causeWords",
            "techniques",
            "decidedOn",
            "startedOn",
            "cost",
            "funding",
            "goal",
            "gates");

    private static final Set<String> COST = Set.of("estimate", "outcome");
    private static final Set<String> GOAL = Set.of(
            "kind",
            "percent",
            "types",
            "withinMetres",
            "indicator",
            "unit",
            "target",
            "months",
            "acknowledged",
            "detectable",
            "computedOn");
    private static final Set<String> GATE = Set.of("gate", "state", "words", "reference", "on");
    private static final int USUAL_METRES = 100;
    private static final int USUAL_MONTHS = 12;

    private DetailsFeature() {}

    static void addTo(Map<String, @Nullable Object> properties, MeasureDetails details) {
        MeasureGrounds grounds = details.groundsOrNone();
        properties.put("spotId", details.spotId());
        properties.put("spotName", details.spotName());
        properties.put("causeWords", grounds.causeWords());
        properties.put("techniques", grounds.techniques());
        properties.put("decidedOn", details.decidedOn());
        properties.put("startedOn", details.startedOn());
        properties.put("cost", cost(details));
        properties.put("funding", details.funding());
        properties.put("goal", goal(grounds.goal()));
        properties.put(
                "gates", grounds.gates().stream().map(DetailsFeature::gate).toList());
    }

    private static @Nullable Map<String, @Nullable Object> cost(MeasureDetails details) {
        if (details.costEstimate() == null && details.costOutcome() == null) {
            return null;
        }
        Map<String, @Nullable Object> cost = new LinkedHashMap<>();
        cost.put("estimate", details.costEstimate());
        cost.put("outcome", details.costOutcome());
        return cost;
    }

    private static @Nullable Map<String, @Nullable Object> goal(@Nullable MeasureGoal goal) {
        if (goal == null) {
            return null;
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("kind", goal.kind());
        members.put("percent", goal.percent());
        members.put("types", goal.types());
        members.put("withinMetres", goal.withinMetres());
        members.put("indicator", goal.indicator());
        members.put("unit", goal.unit());
        members.put("target", goal.target());
        members.put("months", goal.months());
        members.put("acknowledged", goal.acknowledged());
        members.put("detectable", goal.detectable());
        members.put("computedOn", goal.computedOn());
        return members;
    }

    private static Map<String, @Nullable Object> gate(GateState state) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("gate", state.gate());
        members.put("state", state.state());
        members.put("words", state.words());
        members.put("reference", state.reference());
        members.put("on", state.on());
        return members;
    }

    /** What was sent; faults go to those of the members, and {@link MeasureDetails#NONE} stands in for what cannot be read. */
    static MeasureDetails read(Members sent) {
        Members cost = sent.object("cost");
        if (cost != null) {
            cost.refuseOthersThan(COST);
        }
        List<GateState> gates = new ArrayList<>();
        for (Members each : sent.objects("gates")) {
            each.refuseOthersThan(GATE);
            GateState state = each.made(() -> new GateState(
                    each.text("gate"),
                    each.text("state"),
                    each.words("words"),
                    each.text("reference"),
                    each.day("on")));
            if (state != null) {
                gates.add(state);
            }
        }
        MeasureGoal goal = goal(sent.object("goal"));
        MeasureGrounds grounds =
                sent.made(() -> new MeasureGrounds(sent.text("causeWords"), sent.wholes("techniques"), goal, gates));
        MeasureDetails details = sent.made(() -> new MeasureDetails(
                sent.whole("spotId"),
                sent.text("spotName"),
                sent.day("decidedOn"),
                sent.day("startedOn"),
                cost == null ? null : cost.whole("estimate"),
                cost == null ? null : cost.whole("outcome"),
                sent.text("funding"),
                grounds));
        return details == null ? MeasureDetails.NONE : details;
    }

    private static @Nullable MeasureGoal goal(@Nullable Members sent) {
        if (sent == null) {
            return null;
        }
        sent.refuseOthersThan(GOAL);
        Integer within = sent.small("withinMetres");
        Integer months = sent.small("months");
        return sent.made(() -> new MeasureGoal(
                sent.text("kind"),
                sent.small("percent"),
                sent.texts("types"),
                within == null ? USUAL_METRES : within,
                sent.text("indicator"),
                sent.text("unit"),
                sent.number("target"),
                months == null ? USUAL_MONTHS : months,
                sent.text("acknowledged"),
                null,
                null));
    }
}
