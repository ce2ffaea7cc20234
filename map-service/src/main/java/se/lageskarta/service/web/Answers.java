package se.lageskarta.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends computed answers with their entity tag; nothing is computed for a client that has it already. */
@Component
public class Answers {
    /** Answers about data that people import and edit: kept by nobody but the browser, and asked about each time. */
    public static final String ASK_EACH_TIME = "private, max-age=0, must-revalidate";

    public static final String JSON = "application/json";
    public static final String GEOJSON = "application/geo+json";

    /** Makes the value that becomes JSON. */
    public interface Content {
        Object make() throws IOException;
    }

    /** Writes the bytes of an answer. */
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private final JsonMapper mapper;

    Answers(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Sends a value as JSON. */
    public void json(HttpServletRequest request, HttpServletResponse response, EntityTag tag, Content content)
            throws IOException {
        if (!StoredAnswer.sendNotModified(request, response, tag, ASK_EACH_TIME)) {
            byte[] bytes = mapper.writeValueAsBytes(content.make());
            StoredAnswer.of(bytes, JSON).send(request, response, tag, ASK_EACH_TIME);
        }
    }

    /** Sends what is written as GeoJSON. */
    public void geoJson(HttpServletRequest request, HttpServletResponse response, EntityTag tag, Body body)
            throws IOException {
        written(request, response, tag, GEOJSON, body);
    }

    /** Sends what is written as text of the media type given. */
    public void written(
            HttpServletRequest request, HttpServletResponse response, EntityTag tag, String mediaType, Body body)
            throws IOException {
        if (!StoredAnswer.sendNotModified(request, response, tag, ASK_EACH_TIME)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
            body.writeTo(bytes);
            StoredAnswer.of(bytes.toByteArray(), mediaType).send(request, response, tag, ASK_EACH_TIME);
        }
    }
}
