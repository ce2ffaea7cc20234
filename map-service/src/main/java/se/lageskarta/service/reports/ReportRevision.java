package se.lageskarta.service.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/** One saved state of a report: who saved it, when, and every word as it stood then. Changed only by erasure. */
@Entity
@Table(name = "report_revision")
class ReportRevision {
    /** What was done to the report. */
    enum Action {
        SENT,
        CHANGED,
        HANDLED,
        WITHDRAWN,
        ERASED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which state of which report. */
    @Embeddable
    record Key(long reportId, long version) implements Serializable {}

    @EmbeddedId
    private Key key;

    private String action;
    private Instant savedAt;
    private String savedBy;
    private String type;
    private String words;

    @Column(columnDefinition = "geometry(Point, 4326)")
    private @Nullable Point place;

    private String placeWords;

    @Convert(converter = ReportStateColumn.class)
    private ReportState state;

    private String forwardedTo;
    private String answer;
    private @Nullable Long duplicateOf;
    private @Nullable Long measureId;
    private boolean counted;

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected ReportRevision() {}

    /** The report as it has just been saved. */
    ReportRevision(Report report, Action action) {
        key = new Key(report.id(), report.version());
        this.action = action.code();
        savedAt = report.updatedAt();
        savedBy = report.updatedBy();
        type = report.type();
        words = report.words();
        place = report.place();
        placeWords = report.placeWords();
        state = report.state();
        forwardedTo = report.forwardedTo();
        answer = report.answer();
        duplicateOf = report.duplicateOf();
        measureId = report.measureId();
        counted = report.factImport() != null;
    }

    /** As it is told; what no reader needs is left out. */
    Told told() {
        return new Told(
                key.version(), action, savedAt, savedBy, type, words, state.code(), forwardedTo, answer, counted);
    }

    /** A saved state as it is told. */
    record Told(
            long version,
            String action,
            Instant savedAt,
            String savedBy,
            String type,
            String words,
            String state,
            String forwardedTo,
            String answer,
            boolean counted) {}
}
