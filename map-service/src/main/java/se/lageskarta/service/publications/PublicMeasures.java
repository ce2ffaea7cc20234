package se.lageskarta.service.publications;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.MeasureStatus;
import se.lageskarta.service.measures.Measures;

/** Measures that may be told to the public: those that somebody has decided on, and that were not dropped. */
@Component
class PublicMeasures {
    private final Measures measures;

    PublicMeasures(Measures measures) {
        this.measures = measures;
    }

    /** All that may be chosen, the earliest due first. */
    List<Measure> approved() {
        List<Measure> approved = new ArrayList<>();
        for (Measure measure : measures.all(MeasureFilter.ALL)) {
            if (isApproved(measure)) {
                approved.add(measure);
            }
        }
        return approved;
    }

    /** One that may be told of. */
    Optional<Measure> find(long id) {
        return measures.find(id).filter(PublicMeasures::isApproved);
    }

    /** Those that may be chosen when the release is about invented data only, or about real data only. */
    static boolean isApproved(Measure measure) {
        boolean dropped = measure.status() == MeasureStatus.CLOSED && measure.doneOn() == null;
        return !measure.isWithdrawn() && measure.status() != MeasureStatus.PROPOSED && !dropped;
    }
}
