package se.lageskarta.service.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.lageskarta.service.followups.InventedFollowUp;
import se.lageskarta.service.meetings.InventedMeeting;
import se.lageskarta.service.pictures.InventedPicture;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What the invented town's group has done: a frozen picture, a meeting to come and a follow-up, so that no page begins
 * empty. Without them the town is still worth seeing, and so what cannot be made is left out.
 */
@Component
class InventedWork {
    private static final Logger LOG = LoggerFactory.getLogger(InventedWork.class);
    private static final String COORDINATOR = "demo-est-coordinator";

    private final InventedPicture picture;
    private final InventedMeeting meeting;
    private final InventedFollowUp followUp;

    InventedWork(InventedPicture picture, InventedMeeting meeting, InventedFollowUp followUp) {
        this.picture = picture;
        this.meeting = meeting;
        this.followUp = followUp;
    }

    void add() {
        long begun = System.nanoTime();
        try {
            meeting.add(picture.add(COORDINATOR), COORDINATOR);
            followUp.add(COORDINATOR);
        } catch (RefusedRequestException refused) {
            LOG.warn("the demo town has less work than it should: {}", refused.getMessage());
        }
        LOG.info("the demo town's group has worked for {} ms", (System.nanoTime() - begun) / 1_000_000);
    }
}
