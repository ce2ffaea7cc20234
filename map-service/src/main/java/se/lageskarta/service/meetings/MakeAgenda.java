package se.lageskarta.service.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the agenda that a meeting of its kind usually has: what was decided last, the picture of the month, at most five
 * places, measures that are due, what is to be followed up, areas and what is coming. Notes already written stay with
 * their step, and steps of people's own stay last.
 */
@Component
class MakeAgenda {
    /** More places than this no meeting gets through. */
    static final int MOST_SPOTS = 5;

    private static final int SPOT_MINUTES = 10;

    private final Around around;

    MakeAgenda(Around around) {
        this.around = around;
    }

    List<AgendaItem> of(MeetingPlan plan) {
        List<AgendaItem> made = new ArrayList<>();
        made.add(AgendaItem.of("decisions", 10));
        made.add(AgendaItem.of("picture", 10));
        if (plan.kind().equals(MeetingPlan.EST) || plan.kind().equals("other")) {
            made.addAll(spots(plan));
        }
        made.add(AgendaItem.of("measures", 10));
        if (!plan.kind().equals(MeetingPlan.SSPF)) {
            made.add(AgendaItem.of("follow-ups", 10));
            made.add(AgendaItem.of("areas", 5));
        }
        made.add(AgendaItem.of("year", 5));
        List<AgendaItem> kept = new ArrayList<>();
        for (AgendaItem item : made) {
            kept.add(before(plan, item).orElse(item));
        }
        plan.agenda().stream()
                .filter(item -> !kept.contains(item) && isOwn(item))
                .forEach(kept::add);
        return kept;
    }

    private List<AgendaItem> spots(MeetingPlan plan) {
        Long picture = plan.pictureId();
        if (picture == null) {
            return List.of();
        }
        return around.picture(picture).stream()
                .flatMap(seen -> seen.spots().stream())
                .limit(MOST_SPOTS)
                .map(this::spot)
                .toList();
    }

    /** A place of a picture that nobody remembers as a spot any more is still talked about. */
    private AgendaItem spot(PictureSeen.SpotLine place) {
        Long id = place.spotId();
        return id != null && around.hasSpot(id)
                ? new AgendaItem(AgendaItem.SPOT, place.name(), id, "", SPOT_MINUTES, "")
                : new AgendaItem("text", place.name(), null, "", SPOT_MINUTES, "");
    }

    private static Optional<AgendaItem> before(MeetingPlan plan, AgendaItem wanted) {
        return plan.agenda().stream()
                .filter(item -> item.kind().equals(wanted.kind())
                        && Objects.equals(item.spotId(), wanted.spotId())
                        && (!item.kind().equals("text") || item.title().equals(wanted.title())))
                .findFirst();
    }

    /** What people have written or chosen themselves is not thrown away. */
    private static boolean isOwn(AgendaItem item) {
        return item.kind().equals("text")
                || !item.notes().isEmpty()
                || !item.view().isEmpty();
    }
}
