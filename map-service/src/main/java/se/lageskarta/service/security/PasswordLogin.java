package se.lageskarta.service.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a name and password are right, and whether they may be used from where they come. A wrong name
 * takes as long as a wrong password, and the two are not told apart.
 */
@Component
class PasswordLogin implements AuthenticationProvider {
    /** bcrypt takes no more bytes; a longer password cannot be anyone's. */
    static final int LONGEST_PASSWORD_BYTES = 72;
    /** The hash of a random text: an unknown name costs as much time as a known one. */
    private static final String NOBODYS_HASH = "{bcrypt}$2a$10$yZ9r9AclfDX5cI83EzW9tOs1WcLJtBEss2HXrzpJ8irbMjRVzHxBG";

    private final Accounts accounts;
    private final PasswordCheck passwords;
    private final LoginAttempts attempts;

    PasswordLogin(Accounts accounts, PasswordCheck passwords, LoginAttempts attempts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String username = given.getName();
        Caller caller = given.getDetails() instanceof Caller known ? known : new Caller("", false);
        if (attempts.mustWait(username, caller.address())) {
            throw new TooManyAttemptsException();
        }
        Person person = check(username, String.valueOf(given.getCredentials()), caller);
        if (person == null) {
            attempts.failed(username, caller.address());
            throw new BadCredentialsException("wrong name or password");
        }
        attempts.succeeded(username, caller.address());
        var known = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        known.setDetails(given.getDetails());
        return known;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private @Nullable Person check(String username, String password, Caller caller) {
        if (username.length() > 100 || username.indexOf('\0') >= 0) {
            return null;
        }
        Account account = accounts.named(username).orElse(null);
        String hash = account == null ? NOBODYS_HASH : account.passwordHash();
        boolean right = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST_PASSWORD_BYTES
                && passwords.matches(username, password, hash);
        if (!right || account == null || account.isDisabled() || (account.isDemo() && !caller.local())) {
            return null;
        }
        return new Person(account).withoutPassword();
    }
}
