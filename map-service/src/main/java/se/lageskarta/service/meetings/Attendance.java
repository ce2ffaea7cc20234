package se.lageskarta.service.meetings;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * An organisation at a meeting; persons are not written down.
 *
 * @param organisation 1 to 120 characters
 * @param number how many came, 0 to 50
 * @param state {@code present}, {@code absent} or {@code invited}
 */
record Attendance(String organisation, @Nullable Integer number, String state) {
    static final String PRESENT = "present";
    private static final Set<String> STATES = Set.of(PRESENT, "absent", "invited");
    private static final int MOST = 50;

    Attendance {
        organisation = Objects.requireNonNullElse(organisation, "");
        state = Objects.requireNonNullElse(state, "");
    }

    Attendance read(String place, Written written) {
        Integer people = written.whole(place + ".number", number, 0, MOST);
        String how = written.word(place + ".state", state, "invited", STATES);
        boolean came = how.equals(PRESENT);
        if (!came && people != null && people > 0) {
            written.fault(place + ".number", people.toString(), "meeting.absent-number");
        }
        return new Attendance(
                written.text(place + ".organisation", organisation, 1, MeetingPlan.MAX_NAME),
                came ? people : null,
                how);
    }
}
