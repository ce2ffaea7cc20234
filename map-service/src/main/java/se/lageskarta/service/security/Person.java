package se.lageskarta.service.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is asking: the logged-in person, as every room may know them. Holds no password once logged in. */
public final class Person implements UserDetails {
    private static final long serialVersionUID = 1L;

    private final String username;
    private final String displayName;
    private final String organisation;
    private final String language;
    private final EnumSet<Role> roles;
    private final boolean demo;
    private final boolean disabled;
    private final long version;
    private final transient @Nullable String passwordHash;

    Person(Account account) {
        username = account.username();
        displayName = account.displayName();
        organisation = account.organisation();
        language = account.language();
        roles = EnumSet.copyOf(account.roles());
        demo = account.isDemo();
        disabled = account.isDisabled();
        version = account.version();
        passwordHash = account.passwordHash();
    }

    private Person(Person known) {
        username = known.username;
        displayName = known.displayName;
        organisation = known.organisation;
        language = known.language;
        roles = known.roles;
        demo = known.demo;
        disabled = known.disabled;
        version = known.version;
        passwordHash = null;
    }

    /** The person behind the request being answered; null for the public and for background jobs. */
    public static @Nullable Person current() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Person person ? person : null;
    }

    Person withoutPassword() {
        return new Person(this);
    }

    public String displayName() {
        return displayName;
    }

    public String organisation() {
        return organisation;
    }

    public String language() {
        return language;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** True when the person has at least one of these roles. */
    public boolean isAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /**
     * True when the person may decide about what an organisation has handed in: those who keep the whole installation in
     * order, and everybody of that organisation.
     */
    public boolean answersFor(String owner) {
        return isAny(Role.EST_COORDINATOR, Role.ADMIN)
                || (!owner.isBlank() && owner.strip().equalsIgnoreCase(organisation.strip()));
    }

    /** True for an account of the invented town; what it writes is marked as made up. */
    public boolean isDemo() {
        return demo;
    }

    /** The account's version when this person logged in. */
    long version() {
        return version;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    @Override
    public boolean isEnabled() {
        return !disabled;
    }

    /** Two log-ins of one person are the same person. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Person person && person.username.equals(username);
    }

    @Override
    public int hashCode() {
        return username.hashCode();
    }

    @Override
    public String toString() {
        return username;
    }
}
