package se.lageskarta.service.walks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that a walk found at a place: a deficiency, or a place that feels unsafe or safe to the group. */
@Entity
@Table(name = "walk_finding")
class WalkFinding {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version = 1;

    @Column(updatable = false)
    private long walkId;

    @Column(updatable = false)
    private String findingKey;

    private String category;
    private String words;
    private String masked;
    private double lon;
    private double lat;
    private double accuracyMetres;
    private String status;
    private String owner;
    private String plan;
    private @Nullable Long measureId;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    private Instant updatedAt;
    private String updatedBy;

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected WalkFinding() {}

    /** @param key what the page calls it, so that sending it again makes no second one */
    @SuppressWarnings("NullAway.Init") // change() fills the rest
    WalkFinding(long walkId, String key, FindingPlan plan, String who, Clock clock) {
        this.walkId = walkId;
        this.findingKey = key;
        this.createdAt = Walk.now(clock);
        this.createdBy = who;
        change(plan, who, clock);
    }

    final void change(FindingPlan wanted, String who, Clock clock) {
        category = wanted.category();
        words = wanted.words();
        masked = wanted.masked();
        lon = wanted.lon();
        lat = wanted.lat();
        accuracyMetres = wanted.accuracyMetres();
        status = wanted.status();
        owner = wanted.owner();
        plan = wanted.plan();
        measureId = wanted.measureId();
        updatedAt = Walk.now(clock);
        updatedBy = who;
    }

    long id() {
        return Objects.requireNonNull(id, "a finding has no number before it is stored");
    }

    long version() {
        return version;
    }

    long walkId() {
        return walkId;
    }

    String key() {
        return findingKey;
    }

    String category() {
        return category;
    }

    String words() {
        return words;
    }

    String masked() {
        return masked;
    }

    double lon() {
        return lon;
    }

    double lat() {
        return lat;
    }

    double accuracyMetres() {
        return accuracyMetres;
    }

    String status() {
        return status;
    }

    String owner() {
        return owner;
    }

    String plan() {
        return plan;
    }

    @Nullable
    Long measureId() {
        return measureId;
    }

    Instant createdAt() {
        return createdAt;
    }

    String updatedBy() {
        return updatedBy;
    }
}
