package se.lageskarta.service.register;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Problems;

/** Answers 412 with the entry as it is stored; what was sent is with who sent it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StaleEntries {
    private final Problems problems;

    StaleEntries(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void stale(StaleEntryException stale, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Entry<?> current = stale.current();
        problems.send(
                request,
                response,
                ProblemException.of(412, "register.stale", current.updatedBy(), (int) current.version())
                        .with("current", current));
    }
}
