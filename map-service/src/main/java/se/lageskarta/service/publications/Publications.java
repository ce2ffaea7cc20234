package se.lageskarta.service.publications;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;

/** The publications that are kept, with every state they had. */
@Component
class Publications {
    private final Register<StoredPublication> register;

    Publications(Registers registers) {
        register = registers.open("publication", StoredPublication.class);
    }

    Register<StoredPublication> register() {
        return register;
    }

    /** The latest first. */
    List<Entry<StoredPublication>> all() {
        return register.all().stream()
                .sorted(Comparator.comparing((Entry<StoredPublication> entry) -> entry.id())
                        .reversed())
                .toList();
    }

    /** One that has not been thrown away. */
    Optional<Entry<StoredPublication>> find(long id) {
        return register.find(id).filter(entry -> !entry.withdrawn());
    }

    /** True when another publication has this address. */
    boolean isTaken(String slug, long besides) {
        return register.all().stream()
                .anyMatch(entry ->
                        entry.id() != besides && entry.state().plan().slug().equals(slug));
    }
}
