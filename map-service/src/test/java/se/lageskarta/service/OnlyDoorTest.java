package se.lageskarta.service;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What incidents tell reaches the public through one door: frozen publications. Handlers that {@code endpoints.csv} opens to
 * everyone know no incident, no mark and nothing that is made of them; those of publications know only files that are frozen.
 */
class OnlyDoorTest {
    private static final String ROOT = "se.lageskarta.service.";
    private static final String DOOR = ROOT + "publications";
    private static final Map<String, String> METHODS = Map.of(
            "GetMapping",
            "GET",
            "PostMapping",
            "POST",
            "PutMapping",
            "PUT",
            "DeleteMapping",
            "DELETE",
            "PatchMapping",
            "PATCH");
    /** Rooms that are made of incidents and marks. */
    private static final Set<String> ROOMS = Set.of(
            "evidence",
            "incidents",
            "hotspots",
            "pictures",
            "analyses",
            "followups",
            "causes",
            "spots",
            "downloads",
            "areachecks",
            "surveys");
    /** What reads incidents, marks and places that wait to be found from the database. */
    private static final Set<String> FACTS =
            Set.of("IncidentFacts", "FactReader", "UnsafePlaceFacts", "IncidentCopy", "WaitingPlaces", "WaitingLoad");

    /** The empty form with which reporters write, and the page around it: files, the same for everyone. */
    private static final Set<String> EMPTY_FORM = Set.of("ReportPageController", "ReportShell");

    private static final DescribedPredicate<JavaClass> TELLS_OF_INCIDENTS = describe(
            "tell of incidents or marks",
            type -> ROOMS.contains(room(type))
                    || room(type).equals("reports") && !EMPTY_FORM.contains(type.getSimpleName())
                    || room(type).equals("storage") && FACTS.contains(type.getSimpleName())
                    || type.getPackageName().startsWith("se.lageskarta.geo.incident")
                    || type.getPackageName().startsWith("se.lageskarta.geo.hotspot"));

    /** Makes marks of a survey's answers when somebody who may publishes it; writes them, reads none. */
    private static final Set<String> WRITES_ONLY = Set.of("PublishWave");

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.lageskarta");

    @Test
    void every_public_address_has_a_handler_that_this_test_finds() throws IOException {
        Set<String> handled = SERVICE.stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(OnlyDoorTest::addresses)
                .collect(Collectors.toSet());

        // the description of the interface is the library's own
        assertThat(publicAddresses())
                .filteredOn(address -> !address.equals("GET /api/openapi.json"))
                .isNotEmpty()
                .allMatch(handled::contains);
    }

    @Test
    void a_public_handler_knows_no_incident_itself() throws IOException {
        Set<String> open = publicAddresses();
        noClasses()
                .that(describe("answer everyone", type -> isOpen(type, open)))
                .should()
                .dependOnClassesThat(TELLS_OF_INCIDENTS)
                .check(SERVICE);
    }

    @Test
    void nor_does_anything_that_it_asks_unless_it_is_the_room_of_publications() throws IOException {
        Set<String> open = publicAddresses();
        List<String> ways = new ArrayList<>();
        SERVICE.stream()
                .filter(type -> isOpen(type, open) && !type.getPackageName().startsWith(DOOR))
                .forEach(type -> follow(type, type.getSimpleName(), new HashSet<>(), ways));

        assertThat(ways).as("ways from a public handler to incidents").isEmpty();
    }

    private static void follow(JavaClass from, String way, Set<JavaClass> seen, List<String> ways) {
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
            JavaClass next = dependency.getTargetClass().getBaseComponentType();
            boolean ours = next.getPackageName().startsWith("se.lageskarta");
            if (ours && !WRITES_ONLY.contains(next.getSimpleName()) && seen.add(next)) {
                String longer = way + " > " + next.getSimpleName();
                if (TELLS_OF_INCIDENTS.test(next)) {
                    ways.add(longer);
                } else {
                    follow(next, longer, seen, ways);
                }
            }
        }
    }

    private static boolean isOpen(JavaClass type, Set<String> open) {
        return type.getMethods().stream().flatMap(OnlyDoorTest::addresses).anyMatch(open::contains);
    }

    private static Stream<String> addresses(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation ->
                        METHODS.containsKey(annotation.getRawType().getSimpleName()))
                .flatMap(annotation -> paths(annotation)
                        .map(path -> METHODS.get(annotation.getRawType().getSimpleName()) + " " + path));
    }

    private static Stream<String> paths(JavaAnnotation<?> annotation) {
        return Stream.of("value", "path")
                .map(name -> annotation.get(name).orElse(new String[0]))
                .flatMap(paths -> Stream.of((Object[]) paths))
                .map(String::valueOf);
    }

    private static Set<String> publicAddresses() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(OnlyDoorTest.class.getResourceAsStream("/endpoints.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.endsWith(",public"))
                    .map(line -> line.split(","))
                    .map(parts -> parts[0] + " " + parts[1])
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
