package se.lageskarta.service.meetings;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * A step of a meeting.
 *
 * @param kind {@code decisions} of earlier meetings, {@code picture}, {@code spot}, {@code measures} due and overdue,
 *     {@code follow-ups} due, {@code areas} ranked, {@code year} wheel, or {@code text}
 * @param title what the step is called, at most 120 characters; empty for the kind's own name
 * @param spotId the spot it is about, when its kind is {@code spot}
 * @param view the address of what is shown, without its {@code #}; empty for what the kind shows by itself
 * @param minutes how long it may take, 1 to 240; null when nobody has said
 * @param notes what was said, at most 4,000 characters
 */
record AgendaItem(
        String kind,
        String title,
        @Nullable Long spotId,
        String view,
        @Nullable Integer minutes,
        String notes) {
    static final String SPOT = "spot";
    static final Set<String> KINDS =
            Set.of("decisions", "picture", SPOT, "measures", "follow-ups", "areas", "year", "text");

    private static final int MAX_TITLE = 120;
    private static final int MAX_NOTES = 4_000;
    private static final int MAX_MINUTES = 240;
    private static final Pattern VIEW = Pattern.compile("[\\w.,:;/%&=+~*()!-]{0,2000}");

    /** What is left out is empty; the meeting looks at the rest, for only it knows which step this is. */
    AgendaItem {
        kind = Objects.requireNonNullElse(kind, "");
        title = Objects.requireNonNullElse(title, "");
        view = Objects.requireNonNullElse(view, "");
        notes = Objects.requireNonNullElse(notes, "");
    }

    /** A step as the standard agenda has it. */
    static AgendaItem of(String kind, int minutes) {
        return new AgendaItem(kind, "", null, "", minutes, "");
    }

    /** The same with its texts stripped; faults are named with the step's place before them. */
    AgendaItem read(String place, Written written) {
        String address = view.strip();
        if (!VIEW.matcher(address).matches()) {
            written.fault(place + ".view", address, "meeting.view");
        }
        if (spotId == null && kind.equals(SPOT)) {
            written.fault(place + ".spotId", "", "meeting.spot.missing");
        }
        return new AgendaItem(
                written.word(place + ".kind", kind, "", KINDS),
                written.text(place + ".title", title, kind.equals("text") ? 1 : 0, MAX_TITLE),
                spotId,
                address,
                written.whole(place + ".minutes", minutes, 1, MAX_MINUTES),
                written.text(place + ".notes", notes, 0, MAX_NOTES));
    }
}
