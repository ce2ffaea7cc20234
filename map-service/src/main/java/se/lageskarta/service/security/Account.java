package se.lageskarta.service.security;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person who can log in. The password is kept only as a hash. */
@Entity
@Table(name = "account")
class Account {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,100}");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String username;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "display_name")
    private String displayName;

    private String organisation;
    private String language;
    private boolean demo;
    private boolean disabled;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Convert(converter = RoleColumn.class)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /**
     * @param username 1 to 100 letters, digits or {@code . _ @ -}
     * @param passwordHash as the password encoder makes it
     * @param demo true for an account of the demo town, usable from this machine only
     */
    Account(
            String username,
            String passwordHash,
            String displayName,
            String organisation,
            Set<Role> roles,
            boolean demo,
            Instant createdAt) {
        if (!isUsername(username)) {
            throw new IllegalArgumentException(
                    "username is '" + username + "', but must be 1 to 100 letters, digits or . _ @ -");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles is empty, but an account needs at least one");
        }
        this.username = username;
        this.passwordHash = passwordHash;
        this.displayName = displayName;
        this.organisation = organisation;
        this.roles.addAll(roles);
        this.demo = demo;
        this.createdAt = createdAt;
        language = "sv";
    }

    /** True for 1 to 100 letters, digits or {@code . _ @ -}. */
    static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    /**
     * @param newRoles at least one
     * @param newDisabled true when it may not log in any more
     */
    void change(String newDisplayName, String newOrganisation, Set<Role> newRoles, boolean newDisabled) {
        if (newRoles.isEmpty()) {
            throw new IllegalArgumentException("roles is empty, but an account needs at least one");
        }
        displayName = newDisplayName;
        organisation = newOrganisation;
        disabled = newDisabled;
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    String displayName() {
        return displayName;
    }

    String organisation() {
        return organisation;
    }

    String language() {
        return language;
    }

    boolean isDemo() {
        return demo;
    }

    boolean isDisabled() {
        return disabled;
    }

    /** Rises with every change; what was logged in before a change is logged out by it. */
    long version() {
        return version;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }
}
