package se.lageskarta.service.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.http.HttpMethod;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.demo.LoadDemoTown;
import se.lageskarta.service.layers.MapLayer;
import se.lageskarta.service.layers.MapLayers;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.security.EndpointRule;
import se.lageskarta.service.security.EndpointRules;
import se.lageskarta.service.security.Role;

/**
 * Reads all that can be read, address by address from the list of addresses, as everyone who may not see single incidents: no
 * answer tells a place that is an incident's or a mark's, and none tells what somebody wrote in a report.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatEachRoleLearnsTest {
    private static final List<String> ROLES =
            List.of("planner", "communicator", "steering", "admin", "auditor", "reporter");
    private static final String ANONYMOUS = "nobody";
    private static final List<String> NOT_OF_INCIDENTS =
            List.of("/base", "/api/places", "/api/measures", "/data/measures.", "/tiles/measures/");

    @TempDir
    static Path folder;

    private RunningService service;
    private RawPlaces raw;
    private WrittenTown town;
    private final Map<String, Visitor> readers = new TreeMap<>();

    @BeforeAll
    void open() throws IOException {
        service = RunningService.onH2(folder);
        service.part(LoadDemoTown.class).whenEmpty();
        town = WrittenTown.in(service);
        raw = RawPlaces.of(service);
        ROLES.forEach(role -> readers.put(role, service.as(role)));
        readers.put(ANONYMOUS, service.stranger());
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void the_town_has_places_that_only_its_incidents_could_tell() {
        assertThat(raw.size()).isGreaterThan(500);
        String points = service.as("est-member").get("/data/incidents.geojson").body();
        assertThat(raw.among(ToldPlaces.inText(points, raw.box()))).hasSizeGreaterThan(500);
        assertThat(service.as("est-member").get("/api/reports").body()).contains(WrittenTown.SECRET);
    }

    @TestFactory
    Stream<DynamicTest> no_answer_tells_where_an_incident_was_or_what_somebody_wrote() {
        List<EndpointRule> rules = service.part(EndpointRules.class).all();
        return rules.stream()
                .filter(rule -> rule.method().equals(HttpMethod.GET))
                .flatMap(rule -> readers.keySet().stream()
                        .filter(role -> isFor(rule, role))
                        .map(role -> DynamicTest.dynamicTest(
                                role + " reads " + rule.pattern().getPatternString(), () -> look(rule, role))));
    }

    @Test
    void every_address_that_one_of_them_may_read_was_read_and_had_something_to_tell() {
        List<EndpointRule> open = service.part(EndpointRules.class).all().stream()
                .filter(rule -> rule.method().equals(HttpMethod.GET))
                .filter(rule -> readers.keySet().stream().anyMatch(role -> isFor(rule, role)))
                .toList();
        List<String> silent = new ArrayList<>();
        for (EndpointRule rule : open) {
            String pattern = rule.pattern().getPatternString();
            boolean something = readers.keySet().stream()
                    .filter(role -> isFor(rule, role))
                    .anyMatch(role -> paths(rule).stream().anyMatch(path -> List.of(200, 302)
                            .contains(readers.get(role).get(path).statusCode())));
            if (!something && !WrittenTown.EMPTY.contains(pattern)) {
                silent.add(pattern);
            }
        }
        assertThat(silent)
                .as("what answers nothing in this town: give WrittenTown something for it to tell")
                .isEmpty();
    }

    @Test
    void every_layer_is_refused_or_tells_no_point() {
        for (String role : ROLES) {
            for (MapLayer layer : service.part(MapLayers.class).all()) {
                boolean may = layer.roles().contains(role);
                int status = readers.get(role)
                        .get("/tiles/" + layer.name() + ".json")
                        .statusCode();
                assertThat(status == 200).as(role + " " + layer.name()).isEqualTo(may);
                assertThat(may && layer.roles().equals(Viewer.POINT_ROLES)).isFalse();
            }
        }
    }

    @Test
    void no_place_that_is_published_lies_nearer_to_incidents_than_chance_would_put_it() {
        List<Coordinate> published = new ArrayList<>();
        for (String file : town.publicFiles()) {
            HttpResponse<byte[]> answer = readers.get(ANONYMOUS).getBytes(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            if (!file.endsWith(".png") && !file.endsWith(".pdf")) {
                String text = new String(answer.body(), StandardCharsets.UTF_8);
                published.addAll(ToldPlaces.inText(text, raw.box()));
            }
        }
        assertThat(published).hasSizeGreaterThan(50);
        assertThat(raw.toldAmong(published)).isEmpty();
        assertThat(raw.probabilityOfNearness(published)).isGreaterThan(0.01);
    }

    private static boolean isKeptByNobodyElse(HttpResponse<byte[]> answer) {
        String cache = answer.headers().firstValue("Cache-Control").orElse("");
        return cache.contains("private") || cache.contains("no-store");
    }

    private static boolean isFor(EndpointRule rule, String role) {
        return rule.everyone()
                || !role.equals(ANONYMOUS)
                        && rule.roles().stream().map(Role::code).anyMatch(role::equals);
    }

    private List<String> paths(EndpointRule rule) {
        return town.paths(
                rule.pattern().getPatternString(),
                service.part(MapLayers.class).all().stream().map(MapLayer::name).collect(Collectors.toList()));
    }

    private void look(EndpointRule rule, String role) throws IOException {
        List<String> told = new ArrayList<>();
        for (String path : paths(rule)) {
            HttpResponse<byte[]> answer = readers.get(role).getBytes(path);
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            if (answer.statusCode() == 200) {
                if (!rule.everyone() && !isKeptByNobodyElse(answer)) {
                    told.add(path + " may be kept by a cache that others share");
                }
                for (Coordinate at : raw.toldAmong(places(path, answer))) {
                    told.add(path + " tells " + at);
                }
                String text = new String(answer.body(), StandardCharsets.UTF_8);
                if (text.contains(WrittenTown.SECRET)) {
                    told.add(path + " tells what somebody wrote");
                }
            }
        }
        assertThat(told).isEmpty();
    }

    private List<Coordinate> places(String path, HttpResponse<byte[]> answer) throws IOException {
        // the base map is made of the base layers alone, and so is what finds places in it; measures are put where
        // people say
        if (NOT_OF_INCIDENTS.stream().anyMatch(path::contains)) {
            return List.of();
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.contains("vector-tile")) {
            String[] parts = path.split("[/.?]");
            return ToldPlaces.inTile(
                    answer.body(), Integer.parseInt(parts[3]), Long.parseLong(parts[4]), Long.parseLong(parts[5]));
        }
        return type.startsWith("text/") || type.contains("json")
                ? ToldPlaces.inText(new String(answer.body(), StandardCharsets.UTF_8), raw.box())
                : List.of();
    }
}
