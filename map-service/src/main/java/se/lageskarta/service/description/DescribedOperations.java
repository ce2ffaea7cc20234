package se.lageskarta.service.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import se.lageskarta.service.security.EndpointRule;
import se.lageskarta.service.security.EndpointRules;
import se.lageskarta.service.security.Role;

/** Writes into the description what the handlers' signatures cannot tell. */
@Component
class DescribedOperations implements OpenApiCustomizer {
    private static final String JSON = "application/json";
    private static final String GEOJSON = "application/geo+json";

    private final EndpointRules rules;

    DescribedOperations(EndpointRules rules) {
        this.rules = rules;
    }

    @Override
    public void customise(OpenAPI api) {
        Map<String, Operation> words = Operation.all();
        Map<String, EndpointRule> listed =
                rules.all().stream().collect(Collectors.toMap(EndpointRule::toString, rule -> rule));
        // what nobody is let in to, such as the container's own page for failures, is no address
        api.getPaths().keySet().removeIf(path -> listed.values().stream()
                .noneMatch(rule -> rule.pattern().getPatternString().equals(path)));
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            EndpointRule rule = listed.get(method + " " + path);
            Operation told = words.get(method + " " + path);
            if (rule != null && told != null) {
                describe(operation, told, rule);
            }
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(parameter -> ParameterShapes.complete(path, parameter));
            }
        }));
        AnalysisParameters.addTo(api);
        RequestBodies.addTo(api);
        // not before: shapes that no handler returns would be taken out again
        SharedShapes.addTo(api.getComponents());
    }

    private static void describe(io.swagger.v3.oas.models.Operation operation, Operation told, EndpointRule rule) {
        Schema<?> found = declaredAnswer(operation);
        operation.operationId(told.id()).tags(List.of(told.tag())).summary(told.summary());
        operation.description(told.summary() + ". " + whoMay(rule));
        ApiResponses answers = new ApiResponses();
        told.answers().forEach((status, kind) -> answers.addApiResponse(status, answer(status, kind, found)));
        if (rule.everyone()) {
            operation.security(List.of());
        } else {
            answers.addApiResponse("401", answer("401", "", null));
            if (rule.roles().size() < Role.values().length) {
                answers.addApiResponse("403", answer("403", "", null));
            }
        }
        operation.responses(answers);
    }

    private static String whoMay(EndpointRule rule) {
        if (rule.everyone()) {
            return "Needs no log-in.";
        }
        if (rule.roles().size() == Role.values().length) {
            return "For everyone who has logged in; what is shown may depend on the role.";
        }
        return "For the roles " + rule.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", "))
                + ".";
    }

    private static ApiResponse answer(String status, String kind, @Nullable Schema<?> declared) {
        ApiResponse answer = new ApiResponse()
                .description(HttpStatus.valueOf(Integer.parseInt(status)).getReasonPhrase());
        Content content = new Content();
        if (Integer.parseInt(status) >= 400) {
            add(content, "application/problem+json", reference("Problem"));
        }
        switch (kind) {
            case "features" -> add(content, GEOJSON, reference("FeatureCollection"));
            case "feature" -> add(content, GEOJSON, reference("Feature"));
            case "json" -> add(content, JSON, declared == null ? new Schema<>().type("object") : declared);
            case "csv" -> add(content, "text/csv", new StringSchema());
            case "calendar" -> add(content, "text/calendar", new StringSchema());
            case "file" -> {
                add(content, GEOJSON, reference("FeatureCollection"));
                add(content, "text/csv", new StringSchema());
            }
            case "tile" -> {
                add(content, "application/vnd.mapbox-vector-tile", new StringSchema().format("binary"));
                add(content, "image/png", new StringSchema().format("binary"));
            }
            case "jpeg" -> add(content, "image/jpeg", new StringSchema().format("binary"));
            case "paper" -> {
                for (String type : List.of(
                        "application/pdf",
                        "text/html",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document")) {
                    add(content, type, new StringSchema().format("binary"));
                }
            }
            case "tiff" -> add(content, "image/tiff", new StringSchema().format("binary"));
            default -> {}
        }
        return content.isEmpty() ? answer : answer.content(content);
    }

    /** The shape that the handler's return type gave, if it has one. */
    private static @Nullable Schema<?> declaredAnswer(io.swagger.v3.oas.models.Operation operation) {
        List<Schema<?>> found = new ArrayList<>();
        for (ApiResponse answer : operation.getResponses().values()) {
            if (answer.getContent() != null) {
                answer.getContent().values().stream()
                        .filter(media -> media.getSchema() != null)
                        .forEach(media -> found.add(media.getSchema()));
            }
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static void add(Content content, String type, Schema<?> schema) {
        content.addMediaType(type, new MediaType().schema(schema));
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }
}
