package se.lageskarta.service.measures;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * What a measure shall achieve, and how that will be seen.
 *
 * @param kind a code of {@link GoalKind}
 * @param percent by how much, 1 to 95 per cent; needed when incidents shall go down, null for a process indicator
 * @param types taxonomy codes of the incidents that are counted; empty for all
 * @param withinMetres how far around a drawn point or line, or outside an area, incidents are counted, 0 to 500 metres
 * @param indicator what is counted of the process, such as hours until graffiti is gone; empty for the other kinds
 * @param unit of the indicator, such as hours
 * @param target value of the indicator to reach; null for the other kinds
 * @param months how long the outcome is followed, 1 to 60 months
 * @param acknowledged why a goal is set that could not be shown, in the group's own words; empty when it could
 * @param detectable the smallest reduction that could be shown when the goal was set, per cent; null when none could, or when
 *     nobody has counted
 * @param computedOn the day that was counted; null when it was not
 */
public record MeasureGoal(
        String kind,
        @Nullable Integer percent,
        List<String> types,
        int withinMetres,
        String indicator,
        String unit,
        @Nullable Double target,
        int months,
        String acknowledged,
        @Nullable Integer detectable,
        @Nullable LocalDate computedOn) {
    static final int MOST_PERCENT = 95;
    static final int MOST_MONTHS = 60;
    static final int FARTHEST_METRES = 500;
    private static final int MOST_TYPES = 50;
    private static final int LONGEST_INDICATOR = 200;
    private static final int LONGEST_UNIT = 40;
    private static final int LONGEST_WORDS = 1_000;

    public MeasureGoal {
        Written written = new Written();
        kind = written.word("goal.kind", kind, "", GoalKind.CODES);
        percent = written.whole("goal.percent", percent, 1, MOST_PERCENT);
        types = written.list("goal.types", types, MOST_TYPES);
        written.whole("goal.withinMetres", withinMetres, 0, FARTHEST_METRES);
        indicator = written.text(
                "goal.indicator", indicator, kind.equals(GoalKind.PROCESS.code()) ? 1 : 0, LONGEST_INDICATOR);
        unit = written.text("goal.unit", unit, 0, LONGEST_UNIT);
        written.whole("goal.months", months, 1, MOST_MONTHS);
        acknowledged = written.text("goal.acknowledged", acknowledged, 0, LONGEST_WORDS);
        if (kind.equals(GoalKind.INCIDENTS_DOWN.code()) && percent == null) {
            written.fault("goal.percent", "", "written.missing");
        }
        if (kind.equals(GoalKind.PROCESS.code()) && target == null) {
            written.fault("goal.target", "", "written.missing");
        }
        if (target != null && !Double.isFinite(target)) {
            written.fault("goal.target", target.toString(), "measure.goal.target");
        }
        written.refuseFaults();
    }

    boolean isAboutIncidents() {
        return kind.equals(GoalKind.INCIDENTS_DOWN.code());
    }

    /** True when both promise the same, whatever was counted meanwhile. */
    boolean promisesAs(@Nullable MeasureGoal other) {
        return other != null && counted(null, null).equals(other.counted(null, null));
    }

    /** The same with what could be shown on a day. */
    MeasureGoal counted(@Nullable Integer smallest, @Nullable LocalDate day) {
        return new MeasureGoal(
                kind, percent, types, withinMetres, indicator, unit, target, months, acknowledged, smallest, day);
    }
}
