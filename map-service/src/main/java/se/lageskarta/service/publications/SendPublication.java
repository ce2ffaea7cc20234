package se.lageskarta.service.publications;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;

/**
 * Sends a draft to a second person, who approves it or gives it back. While it waits nobody writes on it, so what is
 * approved is what was sent.
 */
@Service
class SendPublication {
    private final Publications publications;
    private final PrepareRelease prepare;
    private final Clock clock;

    SendPublication(Publications publications, PrepareRelease prepare, Clock clock) {
        this.publications = publications;
        this.prepare = prepare;
        this.clock = clock;
    }

    /** @throws ProblemException 409 when it waits already, has been approved, or could not be published */
    Optional<Entry<StoredPublication>> forward(long id, ExpectedVersion expected, String who) {
        Optional<Entry<StoredPublication>> found = publications.find(id);
        if (found.isPresent() && expected.allows(found.get().version())) {
            EditPublications.refuseUnlessDraft(found.get().state());
            refuseUnlessPublishable(id, found.get().state().plan());
        }
        return publications
                .register()
                .change(
                        id,
                        expected,
                        before -> {
                            EditPublications.refuseUnlessDraft(before);
                            return before.with(new StoredPublication.Sent(now(), who));
                        },
                        who);
    }

    /**
     * @param note what needs to be changed; only who has written on it may leave it empty, and takes it back that way
     * @throws ProblemException 409 when it does not wait
     */
    Optional<Entry<StoredPublication>> back(long id, ExpectedVersion expected, String note, String who) {
        return publications
                .register()
                .change(
                        id,
                        expected,
                        before -> {
                            if (!before.isWaiting()) {
                                throw ProblemException.of(409, "publication.not-sent");
                            }
                            return before.with(new StoredPublication.Returned(now(), who, note));
                        },
                        who);
    }

    private void refuseUnlessPublishable(long id, PublicationPlan plan) {
        try {
            PrepareRelease.Prepared prepared = prepare.of(id, plan);
            if (!prepared.report().accepted()) {
                throw prepare.refused(prepared);
            }
        } catch (CannotPublishException cannot) {
            throw cannot.problem();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
