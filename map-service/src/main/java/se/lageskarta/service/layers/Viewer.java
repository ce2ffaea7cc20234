package se.lageskarta.service.layers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who looks.
 *
 * @param roles the account's roles, such as {@code est-member}; empty for the public
 */
public record Viewer(SortedSet<String> roles) {
    /** Roles that may see single incidents and marks, and what single ones can be read from. */
    public static final Set<String> POINT_ROLES = Set.of("est-member", "est-coordinator");

    private static final String PREFIX = "ROLE_";

    public Viewer {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    public static Viewer with(Set<String> roles) {
        return new Viewer(new TreeSet<>(roles));
    }

    /** Who sent the request, by the roles that the server granted. */
    public static Viewer of(HttpServletRequest request) {
        TreeSet<String> roles = new TreeSet<>();
        if (request.getUserPrincipal() instanceof Authentication account) {
            for (GrantedAuthority authority : account.getAuthorities()) {
                String name = String.valueOf(authority.getAuthority());
                roles.add(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name);
            }
        }
        return new Viewer(roles);
    }

    public boolean hasAny(Set<String> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }
}
