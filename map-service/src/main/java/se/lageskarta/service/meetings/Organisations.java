package se.lageskarta.service.meetings;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.lageskarta.service.freetext.Written;
import se.lageskarta.service.measures.KnownOrganisations;

/**
 * The organisations that are known: those of the plan of measures, and those that a meeting or decision has named. A new one must be meant, so that one organisation does not go under two spellings.
 */
@Component
class Organisations {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final KnownOrganisations ofMeasures;
    private final Meetings meetings;

    Organisations(KnownOrganisations ofMeasures, Meetings meetings) {
        this.ofMeasures = ofMeasures;
        this.meetings = meetings;
    }

    /** In Swedish alphabetical order. */
    List<String> known() {
        Stream<String> met = meetings.all().stream()
                .flatMap(entry -> entry.state().plan().attendance().stream())
                .map(Attendance::organisation);
        Stream<String> owners =
                meetings.decisions().stream().map(entry -> entry.state().owner());
        Collator alphabet = Collator.getInstance(SWEDISH);
        return Stream.of(ofMeasures.names().stream(), met, owners)
                .flatMap(names -> names)
                .distinct()
                .sorted((a, b) -> alphabet.compare(a, b))
                .toList();
    }

    /** Notes the attendance of organisations that nobody knows. */
    void check(MeetingPlan plan, Written written) {
        Set<String> known = knownOr(plan.newOrganisations());
        for (int i = 0; i < plan.attendance().size(); i++) {
            check("attendance." + i + ".organisation", plan.attendance().get(i).organisation(), known, written);
        }
    }

    /** Notes an owner whom nobody knows. */
    void check(Decision decision, Written written) {
        check("owner", decision.owner(), knownOr(decision.newOrganisations()), written);
    }

    private Set<String> knownOr(List<String> meant) {
        Set<String> names = new TreeSet<>(known());
        names.addAll(meant);
        return names;
    }

    private static void check(String field, String name, Set<String> known, Written written) {
        if (!known.contains(name)) {
            String near = known.stream()
                    .filter(each -> each.toLowerCase(SWEDISH).equals(name.toLowerCase(SWEDISH)))
                    .findFirst()
                    .orElse("");
            if (near.isEmpty()) {
                written.fault(field, name, "meeting.organisation");
            } else {
                written.fault(field, name, "meeting.organisation-spelling", near);
            }
        }
    }
}
