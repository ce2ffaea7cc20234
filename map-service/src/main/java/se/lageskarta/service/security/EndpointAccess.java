package se.lageskarta.service.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.StaticPages;

/** Decides by the rules of {@code endpoints.csv}; what no rule names is refused. */
@Component
class EndpointAccess implements AuthorizationManager<RequestAuthorizationContext> {
    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);

    private final EndpointRules rules;
    private final StaticPages pages;

    EndpointAccess(EndpointRules rules, StaticPages pages) {
        this.rules = rules;
        this.pages = pages;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> asking, RequestAuthorizationContext context) {
        if (pages.holds(context.getRequest())) {
            return YES;
        }
        return rules.find(context.getRequest())
                .map(rule -> rule.everyone() || hasRole(asking.get(), rule) ? YES : NO)
                .orElse(NO);
    }

    private static boolean hasRole(@Nullable Authentication asking, EndpointRule rule) {
        return asking != null
                && asking.getPrincipal() instanceof Person person
                && person.isAny(rule.roles().toArray(Role[]::new));
    }
}
