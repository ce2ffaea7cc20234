package se.lageskarta.service.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;

/** What is sent with a measure and with a file; the handlers read both from the request themselves. */
final class RequestBodies {
    private static final String MEASURES = "/api/measures";

    private RequestBodies() {}

    static void addTo(OpenAPI api) {
        PathItem list = api.getPaths().get(MEASURES);
        PathItem one = api.getPaths().get(MEASURES + "/{id}");
        PathItem imports = api.getPaths().get("/api/imports");
        if (list != null && list.getPost() != null) {
            list.getPost().requestBody(measure());
        }
        if (one != null && one.getPut() != null) {
            one.getPut().requestBody(measure());
        }
        if (imports != null && imports.getPost() != null) {
            imports.getPost().requestBody(form(file(), "One file, or an upload, and what is known about it"));
        }
        PathItem uploads = api.getPaths().get("/api/imports/uploads");
        PathItem look = api.getPaths().get("/api/imports/uploads/{id}/look");
        if (uploads != null && uploads.getPost() != null) {
            Schema<?> upload = new ObjectSchema()
                    .addProperty("file", new StringSchema().format("binary"))
                    .required(List.of("file"));
            uploads.getPost().requestBody(form(upload, "One file"));
        }
        if (look != null && look.getPost() != null) {
            look.getPost()
                    .requestBody(new RequestBody()
                            .description("What is said about the file; absent is recognised")
                            .content(new Content().addMediaType("application/json", new MediaType().schema(wishes()))));
        }
    }

    private static RequestBody measure() {
        MediaType feature = new MediaType().schema(new Schema<>().$ref("#/components/schemas/MeasureFeature"));
        return new RequestBody()
                .required(true)
                .description("The measure as a whole")
                .content(new Content()
                        .addMediaType("application/geo+json", feature)
                        .addMediaType("application/json", feature));
    }

    private static RequestBody form(Schema<?> form, String description) {
        return new RequestBody()
                .required(true)
                .description(description)
                .content(new Content().addMediaType("multipart/form-data", new MediaType().schema(form)));
    }

    private static Schema<?> file() {
        return said(new StringSchema().description("JSON object from field to column"))
                .addProperty("file", new StringSchema().format("binary").description("Absent when upload is given"))
                .addProperty("upload", new StringSchema().description("Id of a file that waits"))
                .addProperty("saveMapping", new StringSchema().description("Keeps what was said under this name"))
                .addProperty(
                        "replace", new BooleanSchema().description("true: a base layer takes the older one's place"))
                .addProperty("invented", new BooleanSchema().description("true marks the data as made up"))
                .addProperty("owner", new StringSchema().description("Organisation; absent: the sender's"))
                .addProperty("source", new StringSchema().description("Where the data come from"))
                .addProperty("legalNote", new StringSchema().description("On what ground they may be used"));
    }

    private static Schema<?> wishes() {
        return said(new ObjectSchema().additionalProperties(new StringSchema()).description("Field to column"));
    }

    /** @param texts how an object from text to text is sent */
    private static Schema<?> said(Schema<?> texts) {
        return new ObjectSchema()
                .addProperty("dataset", new StringSchema().description("Name of the dataset; absent: the file's name"))
                .addProperty("kind", word("auto", "incidents", "unsafe-places", "base"))
                .addProperty("role", new StringSchema().description("Of a base layer, such as roads"))
                .addProperty("crs", new StringSchema().description("EPSG code, such as EPSG:3006; absent: recognised"))
                .addProperty("mapping", texts)
                .addProperty("types", texts)
                .addProperty("part", new StringSchema().description("Sheet, layer or file within the file"))
                .addProperty("encoding", new StringSchema().description("Such as windows-1252"))
                .addProperty("separator", new StringSchema().description("Semicolon, comma, bar or tab"))
                .addProperty("headingLine", new IntegerSchema().description("0: the file has no headings"))
                .addProperty("swapped", new BooleanSchema().description("true: north comes first"))
                .addProperty("savedMapping", new IntegerSchema().description("Number of a saved mapping to follow"));
    }

    private static Schema<?> word(String... words) {
        StringSchema schema = new StringSchema();
        schema.setEnum(List.of(words));
        return schema;
    }
}
