package se.lageskarta.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives each failure of ours a number that stands both in the answer and, with everything known, in the log. */
@Component
class UnexpectedFailures {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailures.class);
    private static final int NUMBER_BYTES = 4;

    private final SecureRandom random = new SecureRandom();

    ProblemException report(Throwable failure, HttpServletRequest request) {
        byte[] bytes = new byte[NUMBER_BYTES];
        random.nextBytes(bytes);
        String number = HexFormat.of().formatHex(bytes);
        LOG.error("Failure {} in {} {}", number, request.getMethod(), loggable(request.getRequestURI()), failure);
        return ProblemException.of(500, "internal", number).with("incident", number);
    }

    /** One line, whatever a client put into its path. */
    private static String loggable(String path) {
        return path.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
