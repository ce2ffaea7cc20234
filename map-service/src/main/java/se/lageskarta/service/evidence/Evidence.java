package se.lageskarta.service.evidence;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.CodesChanged;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.catalogue.TypeKinds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetChanged;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.IncidentFacts;
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
    private final Supplier<TypeKinds> kinds;
    private final LongSupplier nanos;
    private volatile @Nullable Facts kept;
    private volatile long checkedAt;
    private volatile boolean stale;

    @Autowired
    Evidence(Datasets datasets, IncidentFacts incidents, UnsafePlaceFacts unsafePlaces, IncidentTypes types) {
        this(datasets, incidents, unsafePlaces, types::kinds, System::nanoTime);
    }

    Evidence(
            Datasets datasets,
            IncidentFacts incidents,
            UnsafePlaceFacts unsafePlaces,
            Supplier<TypeKinds> kinds,
            LongSupplier nanos) {
        this.datasets = datasets;
        this.incidents = incidents;
        this.unsafePlaces = unsafePlaces;
        this.kinds = kinds;
        this.nanos = nanos;
    }

    /** What is visible now. */
    public Facts now() {
        Facts facts = kept;
        if (facts != null && !stale && nanos.getAsLong() - checkedAt < CHECK_AFTER_NANOS) {
            return facts;
        }
        return check();
    }

    @EventListener
    void on(DatasetChanged event) {
        kept = null;
    }

    @EventListener
    void on(CodesChanged event) {
        stale = true;
    }

    private synchronized Facts check() {
        stale = false;
        long now = nanos.getAsLong();
        Facts facts = kept;
        long revision = datasets.revision();
        if (facts == null || facts.revision() != revision) {
            List<Dataset> visible = datasets.all();
            facts = new Facts(revision, visible, kinds.get(), incidents::visible, unsafePlaces::visible);
        }
        facts = facts.with(kinds.get());
        kept = facts;
        checkedAt = now;
        return facts;
    }
}
