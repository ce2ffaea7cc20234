package se.lageskarta.service.followups;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.effect.FollowUpDesign;
import se.lageskarta.geo.effect.FollowUpWindows;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.web.Parameters;

/**
 * What somebody asks of a follow-up; what is null or empty is chosen for them.
 *
 * @param question which incidents: types and datasets, of all time
 * @param months length of the period after; null for twelve, or as many as there are
 * @param years how many years before
 * @param leftOut months of putting in place, that of the day it was done included
 * @param reach metres by which what was drawn is widened; null for what suits a point, a line or an area
 * @param widths of the rings around, metres; empty for the usual ones
 * @param comparison ids of comparison areas; null for the best ones, empty for none
 */
record Asked(
        Question question,
        @Nullable Integer months,
        int years,
        int leftOut,
        @Nullable Double reach,
        List<Double> widths,
        @Nullable List<String> comparison) {
    static final Set<String> PARAMETERS =
            Set.of("months", "years", "leftOut", "reach", "widths", "types", "datasets", "comparison");

    private static final double MAX_REACH = 500;
    private static final int MOST_COMPARED = 10;
    private static final String NONE = "none";
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}.:_-]{1,80}");

    Asked {
        widths = List.copyOf(widths);
        comparison = comparison == null ? null : List.copyOf(comparison);
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException when a value cannot be accepted */
    static Asked of(Questions questions, Parameters parameters) {
        Integer months =
                parameters.has("months") ? parameters.whole("months", 0, 1, FollowUpWindows.MOST_MONTHS) : null;
        return new Asked(
                // measures are against what happens at a place: crime and disorder alike
                questions.everything(parameters),
                months,
                parameters.whole("years", 1, 1, FollowUpWindows.MOST_YEARS),
                parameters.whole("leftOut", 1, 1, FollowUpWindows.MOST_LEFT_OUT),
                parameters.number("reach", 0, MAX_REACH),
                widths(parameters),
                comparison(parameters));
    }

    /** True when nothing was chosen: what somebody who may not see small counts is answered. */
    static boolean isAutomatic(Parameters parameters) {
        return PARAMETERS.stream().noneMatch(parameters::has);
    }

    private static List<Double> widths(Parameters parameters) {
        String sent = parameters.text("widths");
        if (sent == null) {
            return List.of();
        }
        List<Double> widths = new ArrayList<>();
        for (String part : sent.split(",", -1)) {
            if (!part.strip().matches("\\d{1,4}(\\.\\d)?")) {
                throw parameters.refused("widths", "followup.widths");
            }
            widths.add(Double.valueOf(part.strip()));
        }
        boolean rising = widths.size() == FollowUpDesign.WIDTHS && widths.get(0) > 0;
        for (int i = 1; i < widths.size(); i++) {
            rising &= widths.get(i) > widths.get(i - 1);
        }
        if (!rising || widths.get(widths.size() - 1) > FollowUpDesign.WIDEST) {
            throw parameters.refused("widths", "followup.widths");
        }
        return widths;
    }

    private static @Nullable List<String> comparison(Parameters parameters) {
        String sent = parameters.text("comparison");
        if (sent == null) {
            return null;
        }
        if (sent.equals(NONE)) {
            return List.of();
        }
        TreeSet<String> ids = new TreeSet<>(List.of(sent.split(",", -1)));
        if (ids.size() > MOST_COMPARED
                || !ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw parameters.refused("comparison", "followup.comparison.ids");
        }
        return List.copyOf(ids);
    }
}
