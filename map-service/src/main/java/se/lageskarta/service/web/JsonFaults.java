package se.lageskarta.service.web;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body without repeating the parser's words, which tell of our classes. */
final class JsonFaults {
    private JsonFaults() {}

    static RefusedRequestException of(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getMostSpecificCause();
        for (Throwable link = unreadable; link != null; link = link.getCause()) {
            if (link instanceof RefusedRequestException refused) {
                return refused;
            }
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return Parameters.refused(unknown.getPropertyName(), "", "json.unknown-property");
        }
        if (cause instanceof StreamConstraintsException) {
            return Parameters.refused("body", "", "json.limits");
        }
        if (cause instanceof DatabindException bad) {
            return Parameters.refused(path(bad), "", "json.value");
        }
        if (cause instanceof JacksonException bad && bad.getLocation() != null) {
            return Parameters.refused(
                    "body", "", "json.syntax", (long) bad.getLocation().getLineNr(), (long)
                            bad.getLocation().getColumnNr());
        }
        return Parameters.refused("body", "", "json.missing");
    }

    private static String path(DatabindException bad) {
        String path = bad.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }
}
