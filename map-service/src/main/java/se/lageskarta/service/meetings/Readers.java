package se.lageskarta.service.meetings;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import se.lageskarta.service.security.Role;

/** Who may read which meeting: the group all of them, the steering group its own and what has been approved. */
@Component
class Readers {
    boolean mayRead(HttpServletRequest request, Meeting meeting) {
        return isOfTheGroup(request)
                || meeting.approved() != null
                || meeting.plan().kind().equals(MeetingPlan.STEERING);
    }

    boolean isOfTheGroup(HttpServletRequest request) {
        return request.isUserInRole(Role.EST_MEMBER.code()) || request.isUserInRole(Role.EST_COORDINATOR.code());
    }
}
