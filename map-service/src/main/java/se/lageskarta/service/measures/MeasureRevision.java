package se.lageskarta.service.measures;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One saved state of a measure: who saved it, when, and every word as it stood then. Written once, never changed. */
@Entity
@Immutable
@Table(name = "measure_revision")
class MeasureRevision {
    /** What was done to the measure. */
    enum Action {
        PLANNED,
        CHANGED,
        WITHDRAWN,
        RESTORED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Which state of which measure.
     *
     * @param measureId the measure's number
     * @param version how many times it had been saved, from 1
     */
    @Embeddable
    record Key(long measureId, long version) implements Serializable {}

    @EmbeddedId
    private Key key;

    private String action;
    private Instant savedAt;
    private String savedBy;
    private String code;
    private String title;
    private String owner;

    @Convert(converter = StatusColumn.class)
    private MeasureStatus status;

    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate doneOn;
    private String note;
    private @Nullable String hotspotId;
    private @Nullable String hotspotName;

    @Embedded
    private @Nullable MeasureDetails details;

    @Column(columnDefinition = "geometry(Geometry, 4326)")
    private Geometry shape;

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected MeasureRevision() {}

    /** The measure as it has just been saved. */
    MeasureRevision(Measure measure, Action action) {
        this.key = new Key(measure.id(), measure.version());
        this.action = action.code();
        this.savedAt = measure.updatedAt();
        this.savedBy = measure.updatedBy();
        this.code = measure.code();
        this.title = measure.title();
        this.owner = measure.owner();
        this.status = measure.status();
        this.dueOn = measure.dueOn();
        this.doneOn = measure.doneOn();
        this.note = measure.note();
        this.hotspotId = measure.hotspotId();
        this.hotspotName = measure.hotspotName();
        this.shape = measure.shape();
        this.details = measure.details();
    }

    Key key() {
        return key;
    }

    String action() {
        return action;
    }

    Instant savedAt() {
        return savedAt;
    }

    String savedBy() {
        return savedBy;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    String owner() {
        return owner;
    }

    MeasureStatus status() {
        return status;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    LocalDate doneOn() {
        return doneOn;
    }

    String note() {
        return note;
    }

    @Nullable
    String hotspotId() {
        return hotspotId;
    }

    @Nullable
    String hotspotName() {
        return hotspotName;
    }

    MeasureDetails details() {
        return details == null ? MeasureDetails.NONE : details;
    }

    Geometry shape() {
        return shape;
    }
}
