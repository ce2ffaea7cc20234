package se.lageskarta.service.security;

import org.springframework.security.core.AuthenticationException;

/** This name has failed to log in from this address too often. */
final class TooManyAttemptsException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    TooManyAttemptsException() {
        super("too many attempts");
    }
}
