package se.lageskarta.service.documents;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;

/** The documents that are kept, with every state they had. */
@Component
class Documents {
    private final Register<StoredDocument> register;

    Documents(Registers registers) {
        register = registers.open("document", StoredDocument.class);
    }

    Register<StoredDocument> register() {
        return register;
    }

    /** The latest first. */
    List<Entry<StoredDocument>> all() {
        return register.all().stream()
                .sorted(Comparator.comparing((Entry<StoredDocument> entry) -> entry.id())
                        .reversed())
                .toList();
    }

    /** One that has not been withdrawn. */
    Optional<Entry<StoredDocument>> find(long id) {
        return register.find(id).filter(entry -> !entry.withdrawn());
    }

    /** The day from which the next of a kind is counted. */
    Optional<LocalDate> lastApproved(DocumentKind kind) {
        return register.about(DocumentPlan.subject(kind.code())).stream()
                .map(entry -> entry.state().countsFrom())
                .filter(java.util.Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
