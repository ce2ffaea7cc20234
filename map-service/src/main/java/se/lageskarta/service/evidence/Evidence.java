package se.lageskarta.service.evidence;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.CodesChanged;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.storage.DatasetChanged;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.IncidentFacts;
import se.lageskarta.service.storage.Remembered;
import se.lageskarta.service.storage.UnsafePlaceFacts;

/**
 * Holds what is visible right now. An import in this process is seen at once through its event; one in another process
 * (the command line beside a running service on PostgreSQL) within {@link #CHECK_AFTER_NANOS}.
 */
@Component
public class Evidence {
    /** How long the revision is believed without asking the database again. */
    private static final long CHECK_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Datasets datasets;
    private final IncidentFacts incidents;
    private final UnsafePlaceFacts unsafePlaces;
    private final IncidentTypes types;
    private final Remembered<Facts> visible = new Remembered<>(this::read, CHECK_AFTER_NANOS, System::nanoTime);

    Evidence(Datasets datasets, IncidentFacts incidents, UnsafePlaceFacts unsafePlaces, IncidentTypes types) {
        this.datasets = datasets;
        this.incidents = incidents;
        this.unsafePlaces = unsafePlaces;
        this.types = types;
    }

    /** What is visible now. */
    public Facts now() {
        return visible.now();
    }

    @EventListener
    void on(DatasetChanged event) {
        visible.forget();
    }

    @EventListener
    void on(CodesChanged event) {
        visible.check();
    }

    private Facts read(@Nullable Facts known) {
        long revision = datasets.revision();
        Facts facts = known != null && known.revision() == revision
                ? known
                : new Facts(revision, datasets.all(), types.kinds(), incidents::visible, unsafePlaces::visible);
        return facts.with(types.kinds());
    }
}
