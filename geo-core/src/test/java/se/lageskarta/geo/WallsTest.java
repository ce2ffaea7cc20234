package se.lageskarta.geo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls between the rooms, as the README's code map draws them. */
class WallsTest {
    private static final String ROOT = "se.lageskarta.geo.";
    private static final String[] VALUES = rooms("crs", "incident", "survey", "grid", "index");
    private static final String[] ALGORITHMS =
            rooms("cluster", "density", "stats", "hotspot", "effect", "geocode", "privacy", "cases");
    /** What makes the algorithms usable: above them, below the doors. */
    private static final String[] ANALYSES = rooms("analysis");

    private static final String[] DOORS = rooms("tile", "geojson", "raster", "read");

    private static final JavaClasses GEO_CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.lageskarta.geo");

    @Test
    void values_know_no_algorithm_and_no_door() {
        noClasses()
                .that()
                .resideInAnyPackage(VALUES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(ALGORITHMS, ANALYSES, DOORS, rooms("demo")))
                .check(GEO_CORE);
    }

    @Test
    void algorithms_know_no_door() {
        noClasses()
                .that()
                .resideInAnyPackage(ALGORITHMS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(ANALYSES, DOORS, rooms("demo")))
                .check(GEO_CORE);
    }

    @Test
    void analyses_know_no_door() {
        noClasses()
                .that()
                .resideInAnyPackage(ANALYSES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(DOORS, rooms("demo")))
                .check(GEO_CORE);
    }

    @Test
    void nobody_needs_the_demo_town() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "demo..")
                .check(GEO_CORE);
    }

    @Test
    void rooms_do_not_depend_on_each_other_in_circles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(GEO_CORE);
    }

    @Test
    void every_room_is_a_value_an_algorithm_a_door_or_the_demo() {
        classes()
                .should()
                .resideInAnyPackage(concat(VALUES, ALGORITHMS, ANALYSES, DOORS, rooms("demo")))
                .check(GEO_CORE);
    }

    @Test
    void GeoTools_stays_in_crs_and_raster() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "crs..", ROOT + "raster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.geotools..", "si.uom..", "tech.units..", "javax.media.jai..")
                .check(GEO_CORE);
    }

    /** But for GeoPackage, where the file is itself a database. */
    @Test
    void geo_core_knows_no_server_and_no_database() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "read.gpkg..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        "com.sun.net..")
                .check(GEO_CORE);
    }

    @Test
    void time_chance_and_language_are_passed_in() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .check(GEO_CORE);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto|DTO|Mapper)")
                .orShould()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..misc..", "..impl..")
                .check(GEO_CORE);
    }

    @Test
    void every_room_has_a_sign_on_its_door() {
        Set<String> unsigned = new TreeSet<>();
        for (String room : GEO_CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet())) {
            if (!isSigned(room)) {
                unsigned.add(room);
            }
        }
        assertThat(unsigned).as("packages without a @NullMarked package-info").isEmpty();
    }

    private static boolean isSigned(String room) {
        try {
            return Class.forName(room + ".package-info").isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String[] rooms(String... names) {
        String[] rooms = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            rooms[i] = ROOT + names[i] + "..";
        }
        return rooms;
    }

    private static String[] concat(String[]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
