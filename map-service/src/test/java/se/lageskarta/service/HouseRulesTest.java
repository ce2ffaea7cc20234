package se.lageskarta.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "se.lageskarta.service", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule names_say_what_a_thing_is_and_not_that_it_helps = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Mapper")
            .orShould()
            .haveSimpleNameEndingWith("ServiceBean");

    @ArchTest
    static final ArchRule there_is_no_lumber_room = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..misc..", "..helper..", "..dto..");

    @ArchTest
    static final ArchRule handlers_are_nobody_elses_business = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule stores_are_named_after_what_they_hold =
            classes().that().areAnnotatedWith(Repository.class).should().haveSimpleNameEndingWith("s");

    @ArchTest
    static final ArchRule what_is_written_is_written_to_the_log = noClasses()
            .that()
            .resideOutsideOfPackage("..command..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule geotools_stays_in_geo_core =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.geotools..");

    @ArchTest
    static final ArchRule the_clock_is_passed_in = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
