package se.lageskarta.service.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret address that logs in whoever has it as a reporter (rapportörslänk). It is for one person or for an
 * organisation, ends by itself, and can be ended at once; the secret is known only to those it was given to.
 */
@Entity
@Table(name = "reporter_link")
class ReporterLink {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version = 1;

    @Column(updatable = false)
    private String username;

    private String label;
    private String organisation;
    private boolean personal;

    @Column(updatable = false)
    private String tokenHash;

    @Column(updatable = false)
    private Instant madeAt;

    @Column(updatable = false)
    private String madeBy;

    private Instant expiresAt;
    private @Nullable Instant revokedAt;
    private @Nullable String revokedBy;
    private @Nullable Instant lastUsedAt;

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected ReporterLink() {}

    /**
     * @param username the account it logs in as
     * @param label whom it is for, 1 to 200 characters
     * @param personal true for one person, false for an organisation
     * @param tokenHash SHA-256 of the secret, hexadecimal
     * @param expiresAt after {@code madeAt}
     */
    ReporterLink(
            String username,
            String label,
            String organisation,
            boolean personal,
            String tokenHash,
            Instant madeAt,
            String madeBy,
            Instant expiresAt) {
        if (!expiresAt.isAfter(madeAt)) {
            throw new IllegalArgumentException("expiresAt is " + expiresAt + ", but must be after " + madeAt);
        }
        this.username = username;
        this.label = label;
        this.organisation = organisation;
        this.personal = personal;
        this.tokenHash = tokenHash;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
        this.expiresAt = expiresAt;
    }

    /** True while it lets somebody in. */
    boolean isOpen(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Ends it now; ending it twice changes nothing. */
    void revoke(String who, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBy = who;
        }
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("a link has no number before it is stored");
        }
        return id;
    }

    String username() {
        return username;
    }

    String label() {
        return label;
    }

    String organisation() {
        return organisation;
    }

    boolean personal() {
        return personal;
    }

    Instant madeAt() {
        return madeAt;
    }

    String madeBy() {
        return madeBy;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    @Nullable
    String revokedBy() {
        return revokedBy;
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
