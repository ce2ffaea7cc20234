package se.lageskarta.service.publications;

import java.util.Optional;
import org.springframework.stereotype.Service;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;

/** Begins publications, changes drafts and throws them away. What waits or has been approved stays as it is. */
@Service
class EditPublications {
    private final Publications publications;
    private final CheckChoices choices;

    EditPublications(Publications publications, CheckChoices choices) {
        this.publications = publications;
        this.choices = choices;
    }

    Entry<StoredPublication> begin(PublicationPlan sent, String who) {
        PublicationPlan plan = choices.checked(sent, 0);
        return publications.register().add(null, StoredPublication.begun(plan, who), who);
    }

    Optional<Entry<StoredPublication>> change(long id, ExpectedVersion expected, PublicationPlan sent, String who) {
        PublicationPlan plan = choices.checked(sent, id);
        return publications
                .register()
                .change(
                        id,
                        expected,
                        before -> {
                            refuseUnlessDraft(before);
                            return before.changed(plan, who);
                        },
                        who);
    }

    Optional<Entry<StoredPublication>> remove(long id, ExpectedVersion expected, String who) {
        Optional<Entry<StoredPublication>> found = publications.find(id);
        found.ifPresent(entry -> refuseUnlessDraft(entry.state()));
        if (found.isEmpty()) {
            return found;
        }
        // approved between the look above and the lock: then its version has risen, and this is stale
        return publications.register().withdraw(id, expected, who);
    }

    static void refuseUnlessDraft(StoredPublication publication) {
        if (!publication.isDraft()) {
            throw ProblemException.of(409, "publication.approved");
        }
        if (publication.isWaiting()) {
            throw ProblemException.of(409, "publication.waiting");
        }
    }
}
