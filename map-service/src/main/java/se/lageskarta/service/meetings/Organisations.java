package se.lageskarta.service.meetings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.freetext.Written;
import se.lageskarta.service.measures.KnownOrganisations;

/**
 * The organisations of meetings and decisions: those of the plan of measures. A new one must be meant, so that one
 * organisation does not go under two spellings, and is known from then on.
 */
@Component
class Organisations {
    private final KnownOrganisations known;

    Organisations(KnownOrganisations known) {
        this.known = known;
    }

    /** In Swedish alphabetical order. */
    List<String> known() {
        return known.names();
    }

    /** Notes the attendance of organisations that nobody knows; those it had before may stay. */
    void check(MeetingPlan plan, @Nullable MeetingPlan before, Written written) {
        Set<String> meant = new HashSet<>(plan.newOrganisations());
        if (before != null) {
            before.attendance().forEach(each -> meant.add(each.organisation()));
        }
        for (int i = 0; i < plan.attendance().size(); i++) {
            check("attendance." + i + ".organisation", plan.attendance().get(i).organisation(), meant, written);
        }
    }

    /** Notes an owner whom nobody knows; the one it had before may stay. */
    void check(Decision decision, @Nullable Decision before, Written written) {
        Set<String> meant = new HashSet<>(decision.newOrganisations());
        if (before != null) {
            meant.add(before.owner());
        }
        check("owner", decision.owner(), meant, written);
    }

    /** Those that attend are known from now on. */
    void learn(MeetingPlan plan, String who) {
        plan.attendance().forEach(each -> known.learn(each.organisation(), who));
    }

    /** Its owner is known from now on. */
    void learn(Decision decision, String who) {
        known.learn(decision.owner(), who);
    }

    private void check(String field, String name, Set<String> meant, Written written) {
        if (meant.contains(name)) {
            return;
        }
        String near = known.known(name).orElse("");
        if (near.isEmpty()) {
            written.fault(field, name, "meeting.organisation");
        } else if (!near.equals(name)) {
            written.fault(field, name, "meeting.organisation-spelling", near);
        }
    }
}
