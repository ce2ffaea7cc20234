package se.lageskarta.service.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;

/** Tells requests that nobody can read (broken encoding, forbidden characters) from failures of ours. */
final class UnreadableRequests {
    private UnreadableRequests() {}

    /** True when the container or the firewall could not read the request: the client's fault, whoever noticed. */
    static boolean is(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException
                    || cause instanceof RequestRejectedException
                    || cause instanceof HttpMessageNotReadableException) {
                return true;
            }
        }
        return false;
    }
}
