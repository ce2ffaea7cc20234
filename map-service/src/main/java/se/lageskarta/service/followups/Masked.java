package se.lageskarta.service.followups;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.evidence.Mask;

/**
 * A follow-up for who may not see small counts: no months, only the middle width (the difference of two rings would tell
 * what lies between them), and nothing that a hidden count could be reckoned from.
 */
final class Masked {
    private static final Set<String> WITH_COUNTS = Set.of("few", "peak", "drawn-small");

    private Masked() {}

    static FollowUpAnswer of(FollowUpAnswer all) {
        FollowUpAnswer.Counts target = hidden(all.target());
        FollowUpAnswer.Counts compared = hidden(all.compared());
        boolean shown = isWhole(target) && isWhole(compared);
        List<FollowUpAnswer.Width> around = new ArrayList<>();
        if (shown && all.around().size() > 1) {
            FollowUpAnswer.Width middle = all.around().get(1);
            if (isWhole(hidden(middle.ring())) && isWhole(hidden(middle.comparedRing()))) {
                around.add(middle);
            }
        }
        FollowUpAnswer.Verdict said = all.verdict();
        return new FollowUpAnswer(
                all.measure(),
                all.parameters(),
                all.windows(),
                shown
                        ? said
                        : new FollowUpAnswer.Verdict(
                                said.code(), said.sv(), said.en(), said.sv(), said.en(), null, null),
                all.years(),
                target,
                compared,
                shown ? all.estimates() : List.of(),
                around,
                shown && isShown(all.peak()) ? all.peak() : new FollowUpAnswer.Peak(0, null, 0, 1, 0, false),
                List.of(),
                all.notes().stream()
                        .filter(note -> (shown || !WITH_COUNTS.contains(note.code()))
                                && (!note.code().equals("peak") || isShown(all.peak())))
                        .toList(),
                all.comparison().stream()
                        .filter(FollowUpAnswer.Place::chosen)
                        .filter(place -> place.before() >= Mask.LEAST)
                        .toList(),
                all.area(),
                all.rings(),
                survey(all.survey()),
                all.dataHash(),
                all.seed(),
                all.version(),
                all.invented(),
                true);
    }

    private static FollowUpAnswer.Survey survey(FollowUpAnswer.Survey all) {
        boolean small = isSmall(all.before()) || isSmall(all.after());
        return small
                ? new FollowUpAnswer.Survey(
                        "too-few", "För få svar för att visas.", "Too few answers to show.", null, null, null, null)
                : all;
    }

    /** The sum of the years before the months compared may be small where these are not. */
    private static boolean isShown(FollowUpAnswer.Peak peak) {
        return peak.rounds() == 0 || peak.earlier() == null || peak.earlier() >= Mask.LEAST;
    }

    private static boolean isSmall(FollowUpAnswer.@Nullable Wave wave) {
        return wave != null && wave.unsafeHere() > 0 && wave.unsafeHere() < Mask.LEAST;
    }

    private static FollowUpAnswer.Counts hidden(FollowUpAnswer.Counts counts) {
        return new FollowUpAnswer.Counts(hidden(counts.before()), hidden(counts.after()));
    }

    private static @Nullable Integer hidden(@Nullable Integer count) {
        return count == null || (count > 0 && count < Mask.LEAST) ? null : count;
    }

    private static boolean isWhole(FollowUpAnswer.Counts counts) {
        return counts.before() != null && counts.after() != null;
    }
}
