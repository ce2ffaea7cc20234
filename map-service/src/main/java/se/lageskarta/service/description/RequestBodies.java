package se.lageskarta.service.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
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
            imports.getPost().requestBody(file());
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

    private static RequestBody file() {
        Schema<?> form = new ObjectSchema()
                .addProperty("file", new StringSchema().format("binary").description("CSV, also gzipped, or GeoJSON"))
                .addProperty("dataset", new StringSchema().description("Name of the dataset; absent: the file's name"))
                .addProperty("kind", word("auto", "incidents", "unsafe-places", "base"))
                .addProperty("role", new StringSchema().description("Of a base layer, such as roads"))
                .addProperty("crs", new StringSchema().description("EPSG code, such as EPSG:3006; absent: recognised"))
                .addProperty("mapping", new StringSchema().description("JSON object from field to column"))
                .addProperty("invented", new BooleanSchema().description("true marks the data as made up"))
                .addProperty("owner", new StringSchema().description("Organisation; absent: the sender's"))
                .addProperty("source", new StringSchema().description("Where the data come from"))
                .required(List.of("file"));
        return new RequestBody()
                .required(true)
                .description("One file and what is known about it")
                .content(new Content().addMediaType("multipart/form-data", new MediaType().schema(form)));
    }

    private static Schema<?> word(String... words) {
        StringSchema schema = new StringSchema();
        schema.setEnum(List.of(words));
        return schema;
    }
}
