package se.lageskarta.service.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.security.EndpointRule;
import se.lageskarta.service.security.EndpointRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description is complete: a client made from it knows every address, parameter and answer. */
class ApiDescriptionTest {
    /** For people, not for programs. */
    private static final Set<String> PAGES = Set.of(
            "GET /",
            "GET /login",
            "GET /favicon.ico",
            "GET /survey/{slug}",
            "GET /walk/{id}",
            "GET /walk/{id}/protocol",
            "GET /report",
            "GET /report-worker.js");

    private static final String ITSELF = "GET /api/openapi.json";

    @TempDir
    static Path folder;

    private static RunningService service;
    private static JsonNode api;

    @BeforeAll
    static void start() {
        service = RunningService.onH2(folder);
        api = JsonMapper.shared()
                .readTree(service.stranger().get("/api/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_address_is_described_and_nothing_else_is() {
        Set<String> listed = service.part(EndpointRules.class).all().stream()
                .map(EndpointRule::toString)
                .filter(address -> !PAGES.contains(address) && !address.equals(ITSELF))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        eachOperation((address, operation) -> described.add(address));

        assertThat(described).isEqualTo(listed);
        assertThat(Operation.all().keySet()).as("lines of operations.csv").containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void every_address_says_what_it_is_for_under_a_name_of_its_own() {
        List<String> names = new ArrayList<>();
        Set<String> tags = new TreeSet<>();
        api.get("tags").forEach(tag -> tags.add(tag.get("name").stringValue()));
        eachOperation((address, operation) -> {
            assertThat(operation.path("summary").asString("")).as(address).isNotBlank();
            assertThat(operation.path("description").asString("")).as(address).isNotBlank();
            assertThat(tags).as(address).contains(operation.get("tags").get(0).stringValue());
            names.add(operation.get("operationId").stringValue());
        });

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void every_parameter_says_what_it_means_and_what_may_stand_in_it() {
        eachOperation((address, operation) -> operation.path("parameters").forEach(parameter -> {
            String name = address + " " + parameter.get("name").stringValue();
            assertThat(parameter.path("description").asString("")).as(name).isNotBlank();
            assertThat(parameter.path("schema").path("type").asString(""))
                    .as(name)
                    .isNotBlank();
        }));
    }

    @Test
    void a_page_of_single_features_names_its_filter_its_box_and_its_paging() {
        for (String list : List.of("incidents", "unsafe-places")) {
            List<String> named = new ArrayList<>();
            api.at("/paths/~1api~1" + list + "/get/parameters")
                    .forEach(parameter -> named.add(parameter.get("name").asString()));

            assertThat(named)
                    .as(list)
                    .containsExactlyInAnyOrder(
                            "from", "to", "types", "datasets", "group", "stream", "bbox", "limit", "offset");
        }
    }

    @Test
    void every_answer_that_is_a_problem_has_the_shape_of_one() {
        eachOperation(
                (address, operation) -> operation.get("responses").properties().forEach(answer -> {
                    if (answer.getKey().startsWith("4") || answer.getKey().startsWith("5")) {
                        assertThat(answer.getValue().path("content").has("application/problem+json"))
                                .as(address + " " + answer.getKey())
                                .isTrue();
                    }
                }));
    }

    @Test
    void what_needs_a_log_in_can_answer_401_and_what_needs_a_role_403() {
        JsonNode incidents = api.at("/paths/~1api~1incidents/get/responses");
        JsonNode types = api.at("/paths/~1api~1types/get/responses");
        JsonNode health = api.at("/paths/~1health/get");

        assertThat(incidents.has("401") && incidents.has("403")).isTrue();
        assertThat(types.has("401")).isTrue();
        assertThat(types.has("403")).isFalse();
        assertThat(health.get("security").isEmpty()).isTrue();
        assertThat(health.get("responses").has("401")).isFalse();
    }

    @Test
    void every_shape_that_is_referred_to_is_there() {
        for (JsonNode reference : api.findValues("$ref")) {
            assertThat(api.at(reference.stringValue().substring(1)).isMissingNode())
                    .as(reference.stringValue())
                    .isFalse();
        }
        assertThat(api.at("/components/schemas/Feature").isMissingNode()).isFalse();
    }

    private static void eachOperation(BiConsumer<String, JsonNode> look) {
        api.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> look.accept(
                        operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                        operation.getValue())));
    }
}
