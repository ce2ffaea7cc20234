package se.lageskarta.service.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed outside every handler: in the container, or in a filter. Asked for directly it is not there. */
@RestController
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {
    private final Problems problems;
    private final UnexpectedFailures unexpected;

    ErrorController(Problems problems, UnexpectedFailures unexpected) {
        this.problems = problems;
        this.unexpected = unexpected;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (status == null) {
            problems.send(request, response, 404, "not-found");
        } else if (failure instanceof Throwable thrown && (Integer) status >= 500) {
            answer(request, response, thrown);
        } else {
            problems.send(request, response, (Integer) status, StatusCodes.code((Integer) status));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        if (MultipartFaults.isAboutSize(thrown)) {
            problems.send(request, response, 413, "too-large");
        } else if (UnreadableRequests.is(thrown)) {
            problems.send(request, response, 400, "bad-request");
        } else if (DatabaseAway.is(thrown)) {
            response.setHeader("Retry-After", DatabaseAway.RETRY_AFTER);
            problems.send(request, response, 503, "database-away");
        } else {
            problems.send(request, response, unexpected.report(thrown, request));
        }
    }
}
