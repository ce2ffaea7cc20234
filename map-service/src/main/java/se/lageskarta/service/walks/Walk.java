package se.lageskarta.service.walks;

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

/** A safety walk (trygghetsvandring). It is withdrawn, never erased: its protocol may be cited. */
@Entity
@Table(name = "safety_walk")
public class Walk {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version = 1;

    private String title;
    private LocalDate walkedOn;
    private String startsAt;
    private String light;
    private String routeWords;

    @Column(columnDefinition = "geometry(Geometry, 4326)")
    private @Nullable Geometry route;

    @Convert(converter = ParticipantsColumn.class)
    private List<Participants> participants;

    private String summary;
    private String report;
    private @Nullable LocalDate reportedOn;
    private @Nullable Long earlierId;
    private String owner;
    private boolean withdrawn;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    private Instant updatedAt;
    private String updatedBy;

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Walk() {}

    @SuppressWarnings("NullAway.Init") // take() fills the rest
    Walk(WalkPlan plan, String who, Clock clock) {
        createdAt = now(clock);
        createdBy = who;
        change(plan, who, clock);
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException when it would go itself again */
    final void change(WalkPlan plan, String who, Clock clock) {
        if (plan.earlierId() != null && plan.earlierId().equals(id)) {
            throw WalkText.refused("earlierId", "" + id, "walk.earlier");
        }
        title = plan.title();
        walkedOn = plan.walkedOn();
        startsAt = plan.startsAt();
        light = plan.light();
        routeWords = plan.routeWords();
        route = plan.route();
        participants = plan.participants();
        summary = plan.summary();
        report = plan.report();
        reportedOn = plan.reportedOn();
        earlierId = plan.earlierId();
        owner = plan.owner();
        touch(who, clock);
    }

    void withdraw(String who, Clock clock) {
        withdrawn = true;
        touch(who, clock);
    }

    private void touch(String who, Clock clock) {
        updatedAt = now(clock);
        updatedBy = who;
    }

    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws IllegalStateException before it has been stored */
    public long id() {
        return Objects.requireNonNull(id, "a walk has no number before it is stored");
    }

    public long version() {
        return version;
    }

    public String title() {
        return title;
    }

    LocalDate walkedOn() {
        return walkedOn;
    }

    String startsAt() {
        return startsAt;
    }

    String light() {
        return light;
    }

    String routeWords() {
        return routeWords;
    }

    @Nullable
    Geometry route() {
        return route;
    }

    List<Participants> participants() {
        return participants;
    }

    String summary() {
        return summary;
    }

    String report() {
        return report;
    }

    @Nullable
    LocalDate reportedOn() {
        return reportedOn;
    }

    @Nullable
    Long earlierId() {
        return earlierId;
    }

    String owner() {
        return owner;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }
}
