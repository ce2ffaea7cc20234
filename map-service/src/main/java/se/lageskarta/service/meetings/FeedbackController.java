package se.lageskarta.service.meetings;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.Parameters;

/** What the group tells those who report, once the meeting has been approved. */
@RestController
class FeedbackController {
    private static final int MOST = 6;

    private final Meetings meetings;

    FeedbackController(Meetings meetings) {
        this.meetings = meetings;
    }

    /** What was told after one meeting. */
    record Told(LocalDate metOn, String text) {}

    /** The latest first. */
    record Listing(List<Told> feedback) {}

    @GetMapping("/api/feedback")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        List<Told> told = meetings.all().stream()
                .map(entry -> entry.state())
                .filter(meeting ->
                        meeting.approved() != null && !meeting.plan().feedback().isEmpty())
                .limit(MOST)
                .map(meeting -> new Told(meeting.plan().heldOn(), meeting.plan().feedback()))
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(told));
    }
}
