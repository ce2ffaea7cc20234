package se.lageskarta.service.security;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may use one address.
 *
 * @param method HTTP method; GET means HEAD too
 * @param pattern path with {@code {variables}}
 * @param everyone true when no log-in is needed
 * @param roles who may, when not everyone; all roles for "authenticated"
 */
public record EndpointRule(HttpMethod method, PathPattern pattern, boolean everyone, Set<Role> roles) {
    private static final String PUBLIC = "public";
    private static final String AUTHENTICATED = "authenticated";

    public EndpointRule {
        roles = Set.copyOf(roles);
    }

    static EndpointRule parse(String method, String path, String who) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (who.equals(AUTHENTICATED)) {
            roles = EnumSet.allOf(Role.class);
        } else if (!who.equals(PUBLIC)) {
            for (String role : who.split(" ")) {
                roles.add(Role.of(role));
            }
        }
        return new EndpointRule(
                HttpMethod.valueOf(method), PathPatternParser.defaultInstance.parse(path), who.equals(PUBLIC), roles);
    }

    /** True when the path is this rule's, whatever the method. */
    boolean isFor(PathContainer path) {
        return pattern.matches(path);
    }

    boolean allows(HttpMethod asked) {
        return method.equals(asked) || (asked.equals(HttpMethod.HEAD) && method.equals(HttpMethod.GET));
    }

    /** As it stands in the file: {@code GET /api/types}. */
    @Override
    public String toString() {
        return method + " " + pattern.getPatternString();
    }
}
