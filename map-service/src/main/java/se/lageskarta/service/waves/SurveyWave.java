package se.lageskarta.service.waves;

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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * A survey wave (enkätomgång) with the rules that keep its answers comparable: once it has been opened, its address, its
 * area and its questions stay as they were; words around them may be mended and the period moved.
 */
@Entity
@Table(name = "survey_wave")
public class SurveyWave {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version = 1;

    private String slug;
    private String title;
    private String titleEn;
    private String introduction;
    private String introductionEn;
    private String introductionEasy;
    private String afterwards;
    private String afterwardsEn;
    private String contact;
    private String legalNote;
    private String owner;
    private LocalDate opensOn;
    private LocalDate closesOn;
    private int retentionMonths;
    private String retentionDecision;
    private String areaName;

    @Convert(converter = QuestionsColumn.class)
    private WaveQuestions questions;

    @Column(columnDefinition = "geometry(Geometry, 4326)")
    private @Nullable Geometry area;

    @Convert(converter = WaveStateColumn.class)
    private WaveState state;

    private String salt;

    private @Nullable Long datasetId;
    private @Nullable Long importId;
    private @Nullable Instant firstOpenedAt;
    private @Nullable Instant erasedAt;
    private String erasedByDecision = "";

    @Convert(converter = CountsColumn.class)
    private WaveCounts counted = WaveCounts.NONE;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    private Instant updatedAt;
    private String updatedBy;

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected SurveyWave() {}

    /**
     * A new draft.
     *
     * @param salt random, at least 128 bits as text; never leaves the service
     */
    @SuppressWarnings("NullAway.Init") // take() fills the rest
    SurveyWave(WavePlan plan, String salt, String who, Clock clock) {
        this.salt = salt;
        this.state = WaveState.DRAFT;
        this.createdAt = now(clock);
        this.createdBy = who;
        this.slug = plan.slug();
        take(plan);
        touch(who, clock);
    }

    /** @throws RefusedRequestException when what must stay would change */
    void change(WavePlan plan, String who, Clock clock) {
        if (hasBeenOpened()) {
            if (plan.retentionMonths() > retentionMonths) {
                throw refused(
                        "retentionMonths", "" + plan.retentionMonths(), "wave.retention.promised", retentionMonths);
            }
            refuseUnlessSame("slug", plan.slug(), plan.slug().equals(slug));
            refuseUnlessSame("questions", "", plan.questions().equals(questions));
            refuseUnlessSame("area", "", sameArea(plan.area()));
        }
        if (isErased() && !plan.closesOn().equals(closesOn)) {
            throw refused("closesOn", plan.closesOn().toString(), "wave.erased");
        }
        take(plan);
        touch(who, clock);
    }

    /** @throws RefusedRequestException when its period is over, or it is open */
    void open(String who, Clock clock) {
        if (isErased()) {
            throw refused("state", WaveState.OPEN.code(), "wave.erased");
        }
        moveTo(WaveState.OPEN);
        if (closesOn.isBefore(LocalDate.now(clock))) {
            throw refused("closesOn", closesOn.toString(), "wave.open.over");
        }
        if (firstOpenedAt == null) {
            firstOpenedAt = now(clock);
        }
        touch(who, clock);
    }

    void close(String who, Clock clock) {
        moveTo(WaveState.CLOSED);
        touch(who, clock);
    }

    /** Its marks go into this dataset, as this import. */
    void publishInto(long dataset, long marksImport) {
        datasetId = dataset;
        importId = marksImport;
    }

    /**
     * Its single answers have been erased (gallrade). It can never be opened again, for who has answered is forgotten.
     *
     * @param newSalt instead of the one that people's numbers were made with
     * @param before what was counted before they were erased
     */
    void erase(String decision, String newSalt, WaveCounts before, Clock clock) {
        salt = newSalt;
        counted = before;
        erasedAt = now(clock);
        erasedByDecision = decision;
        state = WaveState.CLOSED;
        touch(decision, clock);
    }

    private void moveTo(WaveState next) {
        if (!state.next().contains(next)) {
            throw refused("state", next.code(), "wave.state", state.code());
        }
        state = next;
    }

    private void take(WavePlan plan) {
        slug = plan.slug();
        title = plan.title();
        titleEn = plan.titleEn();
        introduction = plan.introduction();
        introductionEn = plan.introductionEn();
        introductionEasy = plan.introductionEasy();
        afterwards = plan.afterwards();
        afterwardsEn = plan.afterwardsEn();
        contact = plan.contact();
        legalNote = plan.legalNote();
        owner = plan.owner();
        opensOn = plan.opensOn();
        closesOn = plan.closesOn();
        retentionMonths = plan.retentionMonths();
        retentionDecision = plan.retentionDecision();
        areaName = plan.areaName();
        questions = plan.questions();
        area = plan.area();
        if (area != null) {
            area.setSRID(4326);
        }
    }

    private boolean sameArea(@Nullable Geometry other) {
        Geometry here = area;
        return here == null || other == null ? here == other : here.equalsTopo(other);
    }

    private static void refuseUnlessSame(String field, String value, boolean same) {
        if (!same) {
            throw refused(field, value, "wave.fixed");
        }
    }

    static RefusedRequestException refused(String field, String value, String code, Object... arguments) {
        return new RefusedRequestException(422, List.of(FieldFault.of(field, value, code, arguments)));
    }

    private void touch(String who, Clock clock) {
        updatedAt = now(clock);
        updatedBy = who;
    }

    /** Microseconds: what both databases keep. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** True when answers are taken on this day. */
    boolean takesAnswers(LocalDate today) {
        return state == WaveState.OPEN && !today.isBefore(opensOn) && !today.isAfter(closesOn);
    }

    /** True from the first opening on: there may be answers. */
    boolean hasBeenOpened() {
        return firstOpenedAt != null;
    }

    /** The day after which single answers are no longer needed. */
    LocalDate keptUntil() {
        return closesOn.plusMonths(retentionMonths);
    }

    /** By which decision its single answers are erased when their time is over; empty for none of its own. */
    String retentionDecision() {
        return retentionDecision;
    }

    /** True when its single answers have been erased. */
    boolean isErased() {
        return erasedAt != null;
    }

    @Nullable
    Instant erasedAt() {
        return erasedAt;
    }

    /** The decision that they were erased by; empty before. */
    String erasedByDecision() {
        return erasedByDecision;
    }

    /** What was counted before they were erased; nothing before. */
    WaveCounts counted() {
        return counted;
    }

    /** What its area is called; empty for the whole municipality. */
    public String areaName() {
        return areaName;
    }

    /** @throws IllegalStateException before it has been stored */
    public long id() {
        return Objects.requireNonNull(id, "a wave has no number before it is stored");
    }

    /** How many times it has been saved, from 1. */
    public long version() {
        return version;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public WaveState state() {
        return state;
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    public LocalDate closesOn() {
        return closesOn;
    }

    public WaveQuestions questions() {
        return questions;
    }

    public @Nullable Geometry area() {
        return area;
    }

    /** The dataset its marks are in; null before it was opened. */
    public @Nullable Long datasetId() {
        return datasetId;
    }

    @Nullable
    Long importId() {
        return importId;
    }

    String salt() {
        return salt;
    }

    String updatedBy() {
        return updatedBy;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    public String owner() {
        return owner;
    }

    /** What people wrote of it, as it stands. */
    public WavePlan plan() {
        return new WavePlan(
                slug,
                title,
                titleEn,
                introduction,
                introductionEn,
                introductionEasy,
                afterwards,
                afterwardsEn,
                contact,
                legalNote,
                owner,
                opensOn,
                closesOn,
                retentionMonths,
                retentionDecision,
                questions,
                areaName,
                area);
    }
}
