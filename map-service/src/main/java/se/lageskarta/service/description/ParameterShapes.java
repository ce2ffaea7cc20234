package se.lageskarta.service.description;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.density.EdgeCorrection;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.tile.TileCoord;

/**
 * What may stand in a parameter. A name means the same at every address, unless an entry for {@code path name} says
 * otherwise; a limit that is narrower at one address is told in the handler's own description of it.
 */
final class ParameterShapes {
    private static final Map<String, Supplier<Schema<?>>> SHAPES = Map.ofEntries(
            Map.entry("from", ParameterShapes::day),
            Map.entry("to", ParameterShapes::day),
            Map.entry("types", () -> list(new StringSchema())),
            Map.entry("datasets", () -> list(whole(1))),
            Map.entry("group", StringSchema::new),
            Map.entry("stream", () -> words("crime", "disorder", "unsafety", "both", "all")
                    ._default("all")),
            Map.entry("bbox", () -> list(new NumberSchema()).minItems(4).maxItems(4)),
            Map.entry("limit", () -> whole(1)),
            Map.entry("offset", () -> whole(0)._default(0)),
            Map.entry("eps", ParameterShapes::metres),
            Map.entry("minPts", () -> whole(1)),
            Map.entry("compare", () -> words("previous-years", "none")),
            Map.entry("profile", () -> words("plain", "explain")._default("plain")),
            Map.entry("bandwidth", ParameterShapes::metres),
            Map.entry("cell", ParameterShapes::metres),
            Map.entry("kernel", () -> words(
                            Arrays.stream(Kernel.values()).map(Kernel::code).toArray(String[]::new))
                    ._default("quartic")),
            Map.entry("edge", () -> words(Arrays.stream(EdgeCorrection.values())
                            .map(EdgeCorrection::code)
                            .toArray(String[]::new))
                    ._default("none")),
            Map.entry("zoom", () -> zoom(TileCoord.MAX_ZOOM)),
            Map.entry("q", StringSchema::new),
            Map.entry("lon", () -> degrees(180)),
            Map.entry("lat", () -> degrees(90)),
            Map.entry("owner", StringSchema::new),
            Map.entry("code", () -> list(new StringSchema())),
            Map.entry("form", () -> words("pdf", "docx", "html").description("What it is written as")),
            Map.entry("spot", () -> list(whole(1))),
            Map.entry("outline", StringSchema::new),
            Map.entry("within", () -> whole(0)._default(100)),
            Map.entry("months", () -> whole(1)._default(12)),
            Map.entry(
                    "status", () -> list(words("proposed", "decided", "in-progress", "done", "followed-up", "closed"))),
            Map.entry("overlaps", () -> whole(1)),
            Map.entry("before", () -> whole(1).format("int64")),
            Map.entry("who", StringSchema::new),
            Map.entry("what", StringSchema::new),
            Map.entry(
                    "/api/area-checks/checklist stage",
                    () -> words("overview-plan", "detailed-plan", "building-permit", "design", "operation")),
            Map.entry("/api/area-checks/look crs", StringSchema::new),
            Map.entry("/api/area-checks/look part", StringSchema::new),
            Map.entry("id", () -> whole(1).format("int64").description("Number")),
            Map.entry("/api/hotspots/{id} id", () -> new StringSchema().description("The hotspot's id in the list")),
            Map.entry("/api/analyses/runs/{id} id", () -> new StringSchema()
                    .description("Name that the run was given")
                    .maxLength(64)),
            Map.entry(
                    "/api/types/{code} code",
                    () -> new StringSchema().description("Code of the type").maxLength(10)),
            Map.entry("table", () -> words("words", "types").description("Which code table")),
            Map.entry("removeOthers", () -> words("true", "false")._default("false")),
            Map.entry("applyToExisting", () -> words("true", "false")._default("false")),
            Map.entry("finding", () -> whole(1).format("int64").description("Number of the finding")),
            Map.entry("slug", () -> new StringSchema()
                    .description("The survey's name in addresses")
                    .maxLength(60)),
            Map.entry("key", () -> new StringSchema()
                    .description("What the page calls the mark: 16 to 64 of A-Z, a-z, 0-9, _ and -")
                    .maxLength(64)),
            Map.entry("/api/survey-texts state", () -> words("waiting", "approved", "rejected")
                    ._default("waiting")),
            Map.entry("photo", () -> whole(1).format("int64").description("Number of the picture")),
            Map.entry("type", StringSchema::new),
            Map.entry("when", StringSchema::new),
            Map.entry("state", StringSchema::new),
            Map.entry("import", () -> whole(1)),
            Map.entry("distinct", () -> words("true", "false")._default("false")),
            Map.entry("/api/meetings/{id}/protocol.{form} form", () -> words("pdf", "docx", "html")
                    .description("What the protocol is written as")),
            Map.entry("/api/decisions state", () -> list(words("open", "done", "dropped"))),
            Map.entry("/api/decisions meeting", () -> list(whole(1))),
            Map.entry("/api/decisions spot", () -> list(whole(1))),
            Map.entry("/api/decisions measure", () -> list(whole(1))),
            Map.entry("kind", () -> words("monthly", "half-year", "yearly", "situation", "action-plan")
                    .description("Which kind of document")),
            Map.entry("language", () -> words("sv", "en").description("Language of the words")),
            Map.entry("suffix", () -> words("pdf", "docx", "html").description("What it is written as")),
            Map.entry("/api/place-queue state", () -> words("waiting", "settled", "left")
                    ._default("waiting")),
            Map.entry("/api/place-aliases/{id} id", () -> new StringSchema().description("The id in the list")),
            Map.entry("size", () -> words("small", "whole")._default("whole")),
            Map.entry("run", () -> new StringSchema().maxLength(64)),
            Map.entry("seed", () -> whole(0)._default((int) AnalysisQuestion.DEFAULT_SEED)),
            Map.entry("method", () -> words(
                            Analyses.ALL.stream().map(Analysis::name).toArray(String[]::new))
                    .description("Which analysis")),
            Map.entry("If-Match", () -> new StringSchema().description("The ETag of the version that was read")),
            Map.entry("username", () -> new StringSchema()
                    .description("Username of the account")
                    .maxLength(100)),
            Map.entry("Prefer", () -> words("respond-async")
                    .description("respond-async: answer at once, import in the background")),
            Map.entry("layers", () -> list(words(
                            "base", "incidents", "incident-shapes", "unsafe-places", "hotspots", "measures", "surface"))
                    .description("One or more layers; surface, a picture, only alone")),
            Map.entry("z", () -> zoom(TileCoord.MAX_ZOOM).description("Zoom")),
            Map.entry("x", () -> whole(0).description("Column, 0 in the west")),
            Map.entry("y", () -> whole(0).description("Row, 0 in the north")),
            Map.entry("extension", () -> words("mvt", "pbf", "png")
                    .description("mvt or pbf: vector tile; png: picture of surface")),
            Map.entry("/api/follow-ups/{id}/paper.{form} form", () -> words("pdf", "docx", "html")
                    .description("What the follow-up is written as")),
            Map.entry("/api/follow-ups/{id}/paper.{form} language", () -> words("sv", "en")),
            Map.entry("/data/{collection}.{extension} extension", () -> words("geojson", "csv")
                    .description("Kind of file")),
            Map.entry("/api/publications/{id}/preview/{file} file", () -> new StringSchema()
                    .description("A file beside the page, such as en.html")),
            Map.entry("/public/{slug}/{file} file", () -> new StringSchema()
                    .description("A file of the release, such as data.csv")),
            Map.entry("/embed/{slug}/{file} file", () -> new StringSchema()
                    .description("A file that the page in a frame loads")),
            Map.entry("collection", () -> words("incidents", "unsafe-places", "hotspots", "measures", "reports")
                    .description("Layer")));

    private ParameterShapes() {}

    /** Fills in what the handler's declaration leaves open. */
    static void complete(String path, Parameter parameter) {
        Supplier<Schema<?>> shape =
                SHAPES.getOrDefault(path + " " + parameter.getName(), SHAPES.get(parameter.getName()));
        if (shape == null) {
            return;
        }
        Schema<?> schema = shape.get();
        if (parameter.getDescription() == null) {
            parameter.setDescription(schema.getDescription());
        }
        schema.setDescription(null);
        parameter.setSchema(schema);
        if (schema instanceof ArraySchema) {
            boolean inPath = "path".equals(parameter.getIn());
            parameter.setStyle(inPath ? Parameter.StyleEnum.SIMPLE : Parameter.StyleEnum.FORM);
            parameter.setExplode(false);
        }
    }

    private static Schema<?> list(Schema<?> item) {
        return new ArraySchema().items(item);
    }

    private static Schema<?> degrees(int most) {
        return new NumberSchema().minimum(BigDecimal.valueOf(-most)).maximum(BigDecimal.valueOf(most));
    }

    private static Schema<?> day() {
        return new StringSchema().format("date");
    }

    private static Schema<Number> whole(int least) {
        IntegerSchema whole = new IntegerSchema();
        whole.setFormat(null);
        whole.setMinimum(BigDecimal.valueOf(least));
        return whole;
    }

    private static Schema<?> zoom(int most) {
        return whole(0).maximum(BigDecimal.valueOf(most));
    }

    private static Schema<?> metres() {
        return new NumberSchema();
    }

    private static Schema<String> words(String... words) {
        StringSchema schema = new StringSchema();
        schema.setEnum(Arrays.asList(words));
        return schema;
    }
}
