package se.lageskarta.service.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * A report from the field, with the rules that keep it honest: only its reporter changes what was seen, and only until
 * somebody has decided; a decision names what its kind needs; what was withdrawn stays so. Each change raises
 * {@link #version()} and is accepted only from someone who has seen the version before.
 */
@Entity
@Table(name = "report")
public class Report {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version = 1;

    @Column(updatable = false)
    private String account;

    @Column(updatable = false)
    private String clientKey;

    @Column(updatable = false)
    private String organisation;

    private String type;
    private String words;
    private String personalData;

    @Column(columnDefinition = "geometry(Point, 4326)")
    private @Nullable Point place;

    private @Nullable Double accuracyMetres;
    private String placeWords;
    private int fromMinute;
    private int toMinute;

    @Convert(converter = ReportStateColumn.class)
    private ReportState state = ReportState.RECEIVED;

    private String forwardedTo = "";
    private String answer = "";
    private @Nullable Long duplicateOf;
    private @Nullable Long measureId;
    private @Nullable Long factImport;

    @Column(updatable = false)
    private boolean invented;

    @Column(updatable = false)
    private Instant receivedAt;

    private Instant updatedAt;
    private String updatedBy;
    private @Nullable Instant answeredAt;
    private @Nullable Instant erasedAt;

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Report() {}

    /**
     * @param sender who sends it
     * @param clientKey what the sender's device calls it, so that it is the same when it comes again
     */
    Report(SentReport sent, Sender sender, String clientKey, Clock clock) {
        this.account = sender.account();
        this.organisation = sender.organisation();
        this.invented = sender.invented();
        this.clientKey = clientKey;
        this.receivedAt = now(clock);
        this.updatedAt = receivedAt;
        this.updatedBy = sender.account();
        this.type = sent.type();
        this.words = "";
        this.personalData = "";
        this.placeWords = "";
        take(sent);
        if (sent.joins() != null) {
            state = ReportState.DUPLICATE;
            duplicateOf = sent.joins();
        }
    }

    /**
     * The reporter sets right what was written.
     *
     * @throws RefusedRequestException 409 when it has been decided on
     */
    void change(SentReport sent, String who, Clock clock) {
        if (!state.mayBeChanged()) {
            throw refused(409, "state", state.code(), "report.changed.late");
        }
        take(sent);
        touch(who, clock);
    }

    /**
     * A coordinator decides.
     *
     * @throws RefusedRequestException 409 when it has been withdrawn, 422 when it would be a duplicate of itself
     */
    void handle(Handling handling, String who, Clock clock) {
        if (state == ReportState.WITHDRAWN) {
            throw refused(409, "state", state.code(), "report.withdrawn");
        }
        if (Objects.equals(handling.duplicateOf(), id)) {
            throw refused(422, "duplicateOf", String.valueOf(id), "report.duplicate.itself");
        }
        boolean told = state != handling.state() || !answer.equals(handling.answer());
        state = handling.state();
        forwardedTo = handling.forwardedTo();
        answer = handling.answer();
        type = handling.type();
        duplicateOf = handling.duplicateOf();
        measureId = handling.measureId();
        takePlace(handling.place());
        touch(who, clock);
        if (told) {
            answeredAt = updatedAt;
        }
    }

    /** Follows another report from now on; null when it stands for itself again and waits for a decision. */
    void follow(@Nullable Long main, String who, Clock clock) {
        duplicateOf = Objects.equals(main, id) ? null : main;
        state = duplicateOf == null ? ReportState.RECEIVED : ReportState.DUPLICATE;
        touch(who, clock);
    }

    /** Takes it back; twice changes nothing. */
    void withdraw(String who, Clock clock) {
        if (state != ReportState.WITHDRAWN) {
            state = ReportState.WITHDRAWN;
            duplicateOf = null;
            touch(who, clock);
        }
    }

    /** Notes as which import it is counted among the incidents; null for none. */
    void countAs(@Nullable Long importId) {
        factImport = importId;
    }

    /** Removes what may tell of people; when, where and what stay. Twice changes nothing. */
    void erase(String who, Clock clock) {
        if (erasedAt == null) {
            words = "";
            answer = "";
            placeWords = "";
            touch(who, clock);
            erasedAt = updatedAt;
        }
    }

    private void take(SentReport sent) {
        ReportText masked = ReportText.of(sent.words());
        type = sent.type();
        words = masked.text();
        personalData = masked.found();
        fromMinute = sent.when().fromMinute();
        toMinute = sent.when().toMinute();
        takePlace(sent.place());
    }

    private void takePlace(ReportPlace where) {
        place = where.point();
        accuracyMetres = where.accuracyMetres();
        placeWords = ReportText.of(where.words()).text();
    }

    private void touch(String who, Clock clock) {
        updatedAt = now(clock);
        updatedBy = who;
    }

    private static RefusedRequestException refused(int status, String field, String value, String code) {
        return new RefusedRequestException(status, List.of(FieldFault.of(field, value, code)));
    }

    /** Microseconds: what both databases keep, so that an answer before and after storing is the same. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Number within the installation, and what the reporter gets as a receipt.
     *
     * @throws IllegalStateException before it has been stored
     */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("a report has no number before it is stored");
        }
        return id;
    }

    /** How many times it has been saved, from 1. */
    public long version() {
        return version;
    }

    /** What the sender's device calls it. */
    String clientKey() {
        return clientKey;
    }

    String account() {
        return account;
    }

    String organisation() {
        return organisation;
    }

    /** Code of the taxonomy. */
    public String type() {
        return type;
    }

    /** What the reporter wrote, masked. */
    public String words() {
        return words;
    }

    /** Codes of what was masked, with commas between. */
    String personalData() {
        return personalData;
    }

    /** Where, in WGS 84 degrees; null when only words are known. */
    public @Nullable Point place() {
        return place;
    }

    @Nullable
    Double accuracyMetres() {
        return accuracyMetres;
    }

    String placeWords() {
        return placeWords;
    }

    /** When it was seen. */
    public TimeSpan when() {
        return new TimeSpan(fromMinute, toMinute);
    }

    public ReportState state() {
        return state;
    }

    String forwardedTo() {
        return forwardedTo;
    }

    String answer() {
        return answer;
    }

    @Nullable
    Long duplicateOf() {
        return duplicateOf;
    }

    @Nullable
    Long measureId() {
        return measureId;
    }

    @Nullable
    Long factImport() {
        return factImport;
    }

    /** True when it belongs to the invented demo. */
    public boolean invented() {
        return invented;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    Instant erasedAt() {
        return erasedAt;
    }
}
