package se.lageskarta.service.measures;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A measure (åtgärd) on the map, with the rules that keep it honest.
 *
 * <p>It is planned, changed, moved along its {@link MeasureStatus}, withdrawn and restored; nothing erases it. Each
 * change raises {@link #version()}, and a change is only accepted from someone who has seen the version before.
 */
@Entity
@Table(name = "measure")
public class Measure {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version = 1;

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

    private boolean invented;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    private Instant updatedAt;
    private String updatedBy;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBy;

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    private Measure(MeasurePlan plan, MeasureKind kind, boolean invented, String who, Instant now, LocalDate today) {
        this.code = plan.code();
        this.title = plan.title();
        this.owner = plan.owner();
        this.status = plan.status();
        this.note = plan.note();
        this.shape = plan.shape();
        this.invented = invented;
        this.createdAt = now;
        this.createdBy = who;
        this.updatedAt = now;
        this.updatedBy = who;
        take(plan, kind, today);
    }

    /**
     * A new measure. It may begin at any status but closed: what was done last year is written down as done.
     *
     * @param plan what is wanted
     * @param kind the entry of the measure catalogue that the plan names
     * @param invented true for the demo's measures
     * @param who the account that asks
     * @param clock the hour and the municipality's day
     * @throws se.lageskarta.service.web.RefusedRequestException when the kind is blocked or may not have this shape, or the plan begins closed
     */
    public static Measure plan(MeasurePlan plan, MeasureKind kind, boolean invented, String who, Clock clock) {
        kind.refuseUnlessAllowed(plan);
        if (plan.status() == MeasureStatus.CLOSED) {
            throw MeasurePlan.refused("status", plan.status().code(), "measure.status.begin");
        }
        if (!invented) {
            GateRules.refuse(GateRules.faults(plan, kind));
        }
        return new Measure(plan, kind, invented, who, now(clock), LocalDate.now(clock));
    }

    /**
     * Replaces what people write. A kind that has been blocked since may stay, but not be chosen anew.
     *
     * @throws se.lageskarta.service.web.RefusedRequestException when the status may not follow the present one, or the kind does not allow it
     */
    public void change(MeasurePlan plan, MeasureKind kind, String who, Clock clock) {
        if (!plan.code().equals(code)) {
            kind.refuseUnlessAllowed(plan);
        } else {
            kind.refuseUnlessShapeFits(plan);
        }
        refuseUnlessMayBecome(plan.status());
        GateRules.refuse(GateRules.newFaults(plan, kind, this));
        status = plan.status();
        take(plan, kind, LocalDate.now(clock));
        touch(who, clock);
    }

    /** Moves one step along the flow; see {@link MeasureStatus#next}. */
    public void moveTo(MeasureStatus next, String who, Clock clock) {
        refuseUnlessMayBecome(next);
        status = next;
        doneOn = dayDone(doneOn, LocalDate.now(clock));
        touch(who, clock);
    }

    /**
     * Notes that it has been carried out on a day, which must not lie ahead.
     *
     * @throws se.lageskarta.service.web.RefusedRequestException when it is not in progress, or the day has not come
     */
    public void carryOut(LocalDate day, String who, Clock clock) {
        refuseUnlessCome(day, LocalDate.now(clock));
        refuseUnlessMayBecome(MeasureStatus.DONE);
        status = MeasureStatus.DONE;
        doneOn = day;
        touch(who, clock);
    }

    /** Takes it off the map; {@link #restore} brings it back as it was. Withdrawing twice changes nothing. */
    public void withdraw(String who, Clock clock) {
        if (withdrawnAt == null) {
            withdrawnAt = now(clock);
            withdrawnBy = who;
            touch(who, clock);
        }
    }

    /** Puts a withdrawn measure back on the map. Restoring one that is there changes nothing. */
    public void restore(String who, Clock clock) {
        if (withdrawnAt != null) {
            withdrawnAt = null;
            withdrawnBy = null;
            touch(who, clock);
        }
    }

    private void take(MeasurePlan plan, MeasureKind kind, LocalDate today) {
        LocalDate done = plan.doneOn();
        if (done != null) {
            refuseUnlessCome(done, today);
        }
        code = plan.code();
        title = plan.title().isEmpty() ? kind.defaultTitle() : plan.title();
        owner = plan.owner();
        dueOn = plan.dueOn();
        doneOn = dayDone(done != null ? done : doneOn, today);
        note = plan.note();
        hotspotId = plan.hotspotId();
        hotspotName = plan.hotspotName();
        details = inStep(plan.details());
        PlanDays.of(this).refuseContradictions(today);
        shape = plan.shape();
        shape.setSRID(4326);
    }

    /** The day is noted while the measure is carried out, kept when it is closed, and dropped when it is reopened. */
    private @Nullable LocalDate dayDone(@Nullable LocalDate day, LocalDate today) {
        if (status.isCarriedOut()) {
            return day == null ? today : day;
        }
        return status == MeasureStatus.CLOSED ? doneOn : null;
    }

    /** Days that have not come yet where the measure stands are dropped, as when a step is taken back. */
    private MeasureDetails inStep(MeasureDetails written) {
        return switch (status) {
            case PROPOSED -> written.on(null, null);
            case DECIDED -> written.on(written.decidedOn(), null);
            default -> written;
        };
    }

    private static void refuseUnlessCome(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw MeasurePlan.refused("doneOn", day.toString(), "measure.done.ahead", today.toString());
        }
    }

    private void refuseUnlessMayBecome(MeasureStatus next) {
        Set<MeasureStatus> allowed = status.next(doneOn != null);
        if (next != status && !allowed.contains(next)) {
            throw MeasurePlan.refused(
                    "status", next.code(), "measure.status.flow", status.code(), MeasureStatus.codes(allowed));
        }
    }

    private void touch(String who, Clock clock) {
        updatedAt = now(clock);
        updatedBy = who;
    }

    /** Microseconds: what both databases keep, so that an answer before and after storing is the same. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** True when it should have been carried out and has not been. */
    public boolean isOverdue(LocalDate today) {
        return dueOn != null && status.isOpen() && dueOn.isBefore(today);
    }

    /** True while it is planned or going on; a carried out or closed one no longer counts as open on a hotspot. */
    public boolean isOpen() {
        return withdrawnAt == null && status.isOpen();
    }

    /** True when it has been taken off the map. */
    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /**
     * Number within the installation.
     *
     * @throws IllegalStateException before it has been stored
     */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("a measure has no number before it is stored");
        }
        return id;
    }

    /** How many times it has been saved, from 1. */
    public long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String owner() {
        return owner;
    }

    public MeasureStatus status() {
        return status;
    }

    public @Nullable LocalDate dueOn() {
        return dueOn;
    }

    public @Nullable LocalDate doneOn() {
        return doneOn;
    }

    public String note() {
        return note;
    }

    public @Nullable String hotspotId() {
        return hotspotId;
    }

    public @Nullable String hotspotName() {
        return hotspotName;
    }

    /** What it says as part of the action plan. */
    public MeasureDetails details() {
        return details == null ? MeasureDetails.NONE : details;
    }

    /** Number of the lasting place (spot) it is for; null for none. */
    public @Nullable Long spotId() {
        return details().spotId();
    }

    /** Where, in WGS 84 degrees, longitude first. */
    public Geometry shape() {
        return shape;
    }

    /** True when it belongs to the invented demo. */
    public boolean invented() {
        return invented;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String updatedBy() {
        return updatedBy;
    }
}
