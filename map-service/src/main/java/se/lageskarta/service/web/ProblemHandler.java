package se.lageskarta.service.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** The one place where what handlers throw becomes an answer. A client's mistake is never a 5xx. */
@RestControllerAdvice
class ProblemHandler {
    private final Problems problems;
    private final UnexpectedFailures unexpected;

    ProblemHandler(Problems problems, UnexpectedFailures unexpected) {
        this.problems = problems;
        this.unexpected = unexpected;
    }

    @ExceptionHandler
    void refused(RefusedRequestException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.send(request, response, refused);
    }

    @ExceptionHandler
    void problem(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.send(request, response, problem);
    }

    @ExceptionHandler
    void unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.send(request, response, JsonFaults.of(unreadable));
    }

    @ExceptionHandler
    void tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.send(request, response, 413, "too-large");
    }

    @ExceptionHandler
    void multipart(MultipartException broken, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (MultipartFaults.isAboutRoom(broken)) {
            problems.send(request, response, 507, "disk-full");
            return;
        }
        boolean large = MultipartFaults.isAboutSize(broken);
        problems.send(request, response, large ? 413 : 400, large ? "too-large" : "multipart");
    }

    @ExceptionHandler
    void missingPart(
            MissingServletRequestPartException missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.send(request, response, Parameters.refused(missing.getRequestPartName(), "", "part.missing"));
    }

    @ExceptionHandler
    void missingParameter(
            MissingServletRequestParameterException missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.send(request, response, Parameters.refused(missing.getParameterName(), "", "parameter.missing"));
    }

    /** A path that holds text where a number belongs names nothing: a missing thing, not a bad one. */
    @ExceptionHandler
    void mismatch(TypeMismatchException mismatch, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean inPath = mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter()
                        .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        if (inPath) {
            problems.send(request, response, 404, "not-found");
        } else {
            problems.send(request, response, 400, "bad-request");
        }
    }

    @ExceptionHandler
    void method(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String[] supported = wrong.getSupportedMethods();
        if (supported != null) {
            response.setHeader("Allow", String.join(", ", supported));
        }
        problems.send(request, response, 405, "method-not-allowed");
    }

    @ExceptionHandler
    void mediaType(HttpMediaTypeNotSupportedException wrong, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accepted =
                wrong.getSupportedMediaTypes().stream().map(Object::toString).collect(Collectors.joining(", "));
        problems.send(request, response, ProblemException.of(415, "unsupported-media-type", accepted));
    }

    @ExceptionHandler
    void notAcceptable(
            HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.send(request, response, 406, "not-acceptable");
    }

    /** Two people wrote at the same moment; who comes second reads again. */
    @ExceptionHandler
    void stale(OptimisticLockingFailureException stale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.send(request, response, 412, "stale");
    }

    /** Several wrote at the same moment and one could not wait for the others; nothing of it was written. */
    @ExceptionHandler
    void several(PessimisticLockingFailureException waited, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.send(request, response, 409, "several-at-once");
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    void databaseAway(Exception away, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", DatabaseAway.RETRY_AFTER);
        problems.send(request, response, 503, "database-away");
    }

    /** The client hung up; there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}

    /** Refusals of access belong to the security filters in front. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void security(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    void anythingElse(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            problems.send(request, response, status, StatusCodes.code(status));
        } else if (UnreadableRequests.is(failure)) {
            problems.send(request, response, 400, "bad-request");
        } else if (ClientGone.is(failure)) {
            return;
        } else {
            problems.send(request, response, unexpected.report(failure, request));
        }
    }
}
