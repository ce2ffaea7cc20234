package se.lageskarta.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem (RFC 9457): title, detail and, for each bad value, field, value, reason and remedy, in the
 * reader's language. Nothing of the inside is told.
 */
@Component
public class Problems {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int LONGEST_PATH = 300;

    private final JsonMapper mapper;
    private final Texts texts;

    Problems(JsonMapper mapper, Texts texts) {
        this.mapper = mapper;
        this.texts = texts;
    }

    /** Answers with a problem that has only a code. */
    public void send(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        send(request, response, ProblemException.of(status, code));
    }

    /** Answers with a problem and its further members. */
    public void send(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        Locale language = Texts.language(request);
        Object[] arguments = problem.arguments().toArray();
        Map<String, Object> body = head(
                request,
                problem.status(),
                problem.code(),
                texts.orElse(problem.code() + ".title", reason(problem.status()), language),
                texts.orElse(problem.code() + ".detail", reason(problem.status()), language, arguments));
        body.putAll(problem.members());
        write(request, response, problem.status(), body, language);
    }

    /** Answers with a problem that names every fault found in what was sent. */
    public void send(HttpServletRequest request, HttpServletResponse response, RefusedRequestException refused)
            throws IOException {
        Locale language = Texts.language(request);
        List<Map<String, Object>> errors = new ArrayList<>();
        for (FieldFault fault : refused.faults()) {
            errors.add(error(fault, language));
        }
        FieldFault first = refused.faults().get(0);
        String detail = first.field() + ": " + errors.get(0).get("reason") + " "
                + errors.get(0).get("remedy");
        Map<String, Object> body =
                head(request, refused.status(), first.code(), texts.of("refused.title", language), detail.strip());
        body.put("errors", errors);
        body.putAll(refused.members());
        write(request, response, refused.status(), body, language);
    }

    private Map<String, Object> error(FieldFault fault, Locale language) {
        Object[] arguments = fault.argumentsIn(language);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("field", fault.field());
        error.put("value", fault.value());
        error.put("code", fault.code());
        error.put("reason", texts.orElse(fault.code() + ".reason", fault.code(), language, arguments));
        error.put("remedy", texts.orElse(fault.code() + ".remedy", "", language, arguments));
        return error;
    }

    private static Map<String, Object> head(
            HttpServletRequest request, int status, String code, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:lageskarta:problem:" + code);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", instance(request));
        body.put("code", code);
        return body;
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            Map<String, Object> body,
            Locale language)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Content-Language", language.getLanguage());
        response.setHeader("Cache-Control", "no-store");
        byte[] bytes = mapper.writeValueAsBytes(body);
        response.setContentLength(bytes.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(bytes);
        }
    }

    /** The path that was asked for, percent-encoded as it came; without the query, which may hold anything. */
    private static String instance(HttpServletRequest request) {
        Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = original == null ? request.getRequestURI() : original.toString();
        String printable = path.replaceAll("[^\\x21-\\x7e]", "?");
        return printable.length() > LONGEST_PATH ? printable.substring(0, LONGEST_PATH) : printable;
    }

    private static String reason(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "HTTP " + status : known.getReasonPhrase();
    }
}
