package se.lageskarta.service.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.ProblemException;

/**
 * Asks for the password once more before something that cannot be undone (step-up). A wrong one counts as a failed log-in,
 * so that nobody guesses at a screen that was left open.
 */
@Component
public class ConfirmPassword {
    private final PasswordLogin login;

    ConfirmPassword(PasswordLogin login) {
        this.login = login;
    }

    /**
     * Returns when the password is that of the person being answered.
     *
     * @throws ProblemException 403 when it is not, 429 after too many wrong ones
     */
    public void of(HttpServletRequest request, String password) {
        Person person = Person.current();
        if (person == null) {
            throw ProblemException.of(403, "password");
        }
        var given = UsernamePasswordAuthenticationToken.unauthenticated(person.getUsername(), password);
        given.setDetails(Caller.of(request));
        try {
            login.authenticate(given);
        } catch (TooManyAttemptsException tooMany) {
            throw ProblemException.of(429, "too-many-attempts");
        } catch (BadCredentialsException wrong) {
            throw ProblemException.of(403, "password");
        }
    }
}
