package se.lageskarta.service.meetings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;

/** The meetings and decisions that are kept, with every state they had. */
@Component
class Meetings {
    private final Register<Meeting> meetings;
    private final Register<Decision> decisions;

    Meetings(Registers registers) {
        meetings = registers.open("meeting", Meeting.class);
        decisions = registers.open("decision", Decision.class);
    }

    Register<Meeting> register() {
        return meetings;
    }

    Register<Decision> decisionRegister() {
        return decisions;
    }

    /** The latest first. */
    List<Entry<Meeting>> all() {
        return meetings.all().stream()
                .sorted(Comparator.comparing(
                                (Entry<Meeting> entry) -> entry.state().plan().heldOn())
                        .thenComparing(Entry::id)
                        .reversed())
                .toList();
    }

    /** One that has not been withdrawn. */
    Optional<Entry<Meeting>> find(long id) {
        return meetings.find(id).filter(entry -> !entry.withdrawn());
    }

    /** The earliest due first, those without a day last. */
    List<Entry<Decision>> decisions() {
        return decisions.all().stream()
                .sorted(Comparator.comparing(
                                (Entry<Decision> entry) -> entry.state().until(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Entry::id))
                .toList();
    }

    /** One that has not been withdrawn. */
    Optional<Entry<Decision>> decision(long id) {
        return decisions.find(id).filter(entry -> !entry.withdrawn());
    }
}
