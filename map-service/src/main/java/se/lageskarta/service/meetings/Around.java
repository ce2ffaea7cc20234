package se.lageskarta.service.meetings;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.spots.Spots;

/** What meetings and decisions are about: pictures, spots and measures of the other rooms. */
@Component
class Around {
    private final Measures measures;
    private final Spots spots;

    Around(Measures measures, Spots spots) {
        this.spots = spots;
        this.measures = measures;
    }

    /** The picture with this number; empty when there is none. */
    Optional<PictureSeen> picture(long id) {
        return Optional.empty();
    }

    boolean hasSpot(long id) {
        return spots.find(id).isPresent();
    }

    /** A withdrawn measure is gone. */
    boolean hasMeasure(long id) {
        return measures.find(id).filter(measure -> !measure.isWithdrawn()).isPresent();
    }

    /** True for a measure that is part of the invented demo. */
    boolean isInvented(long measureId) {
        return measures.find(measureId).filter(Measure::invented).isPresent();
    }
}
