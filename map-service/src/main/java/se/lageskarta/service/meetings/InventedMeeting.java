package se.lageskarta.service.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Plans a meeting of the invented town's group about a picture, with the standard agenda. */
@Service
public class InventedMeeting {
    private static final int DAYS_AHEAD = 7;

    private final EditMeetings editing;
    private final MakeAgenda agendas;
    private final Clock clock;

    InventedMeeting(EditMeetings editing, MakeAgenda agendas, Clock clock) {
        this.editing = editing;
        this.agendas = agendas;
        this.clock = clock.withZone(EditMeetings.SWEDEN);
    }

    public void add(long picture, String who) {
        List<Attendance> invited = List.of(
                new Attendance("Lägesby kommun, gata", null, "invited"),
                new Attendance("Norrgårdens bostäder", null, "invited"),
                new Attendance("Centralskolan", null, "invited"));
        MeetingPlan bare = new MeetingPlan(
                "EST-möte (påhittat)",
                MeetingPlan.EST,
                LocalDate.now(clock).plusDays(DAYS_AHEAD),
                "09:00",
                "Kommunhuset (påhittat)",
                "",
                picture,
                List.of(),
                invited,
                MeetingPlan.PLANNED,
                null,
                "",
                "",
                invited.stream().map(Attendance::organisation).toList());
        editing.plan(bare.withAgenda(agendas.of(bare)), who);
    }
}
