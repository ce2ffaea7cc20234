package se.lageskarta.service.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final IncidentTypes types = new IncidentTypes(() -> 0, List::of, () -> 0);
    private final MeasureCatalogue catalogue = new MeasureCatalogue(types);

    @Test
    void every_type_has_a_class_two_names_and_a_colour() {
        List<String> classes =
                types.classes().stream().map(IncidentClass::letter).toList();
        assertThat(types.all()).hasSize(30).allSatisfy(type -> {
            assertThat(type.code()).matches("[A-Z]{3}");
            assertThat(classes).contains(type.typeClass());
            assertThat(type.nameSv()).isNotBlank();
            assertThat(type.nameEn()).isNotBlank();
            assertThat(type.colour()).matches("#[0-9a-f]{6}");
        });
        assertThat(types.find("SKA").orElseThrow().nameSv()).isEqualTo("Skadegörelse");
    }

    @Test
    void crime_is_the_classes_a_to_c_and_nothing_else() {
        TypeKinds kinds = types.kinds();

        assertThat(kinds.codes(Set.of(IncidentKind.CRIME)))
                .containsExactlyInAnyOrder(types.all().stream()
                        .filter(type -> "ABC".contains(type.typeClass()))
                        .map(IncidentType::code)
                        .toArray(String[]::new));
        assertThat(kinds.of("NED")).isEqualTo(IncidentKind.DISORDER);
        assertThat(kinds.of("BEL")).isEqualTo(IncidentKind.DISORDER);
        assertThat(kinds.of("OTR")).isEqualTo(IncidentKind.PERCEIVED);
        assertThat(kinds.of("OVR")).isEqualTo(IncidentKind.OTHER);
        assertThat(kinds.of("NOT-HERE")).isEqualTo(IncidentKind.OTHER);
    }

    @Test
    void every_measure_names_known_types_techniques_geometry_and_grade() {
        assertThat(catalogue.all()).hasSize(45).allSatisfy(measure -> {
            assertThat(types.codes()).containsAll(measure.types());
            assertThat(measure.techniques()).allMatch(technique -> technique >= 1 && technique <= 25);
            assertThat(measure.geometry()).isNotEmpty().isSubsetOf("P", "L", "A");
            assertThat(measure.evidenceGrade()).isIn("A", "B", "C", "D", "X");
        });
        assertThat(catalogue.all()).extracting(CatalogueMeasure::code).doesNotHaveDuplicates();
    }

    @Test
    void lighting_works_on_vandalism_and_may_be_a_point_or_a_line() {
        CatalogueMeasure lighting = catalogue.find("LJU-1").orElseThrow();

        assertThat(lighting.worksOnAny(List.of("SKA"))).isTrue();
        assertThat(lighting.worksOnAny(List.of("RAN"))).isFalse();
        assertThat(lighting.geometry()).containsExactly("P", "L");
        assertThat(lighting.blocked()).isFalse();
    }

    @Test
    void decisions_that_are_needed_first_are_given_as_codes() {
        assertThat(gates("KAM-1")).containsExactly("KAM");
        assertThat(gates("KAM-2")).containsExactly("KAM");
        assertThat(gates("VAK-1")).containsExactly("OV");
        assertThat(gates("LÅS-4")).containsExactly("PBL", "RADD");
        assertThat(gates("LÅS-5")).containsExactly("RADD");
        assertThat(gates("VAX-1")).containsExactly("ART");
        assertThat(gates("ALK-2")).containsExactly("KF");
        assertThat(gates("LJU-1")).isEmpty();
    }

    @Test
    void what_is_known_is_told_in_both_languages_with_the_same_numbers() {
        assertThat(catalogue.all()).allSatisfy(measure -> {
            assertThat(numbers(measure.effectEn())).as(measure.code()).isEqualTo(numbers(measure.effectSv()));
            assertThat(numbers(measure.nameEn())).as(measure.code()).isEqualTo(numbers(measure.nameSv()));
            assertThat(measure.effectSv() + measure.effectEn()).doesNotContain("[source", "Gate ");
        });
        CatalogueMeasure lighting = catalogue.find("LJU-1").orElseThrow();
        assertThat(lighting.nameSv()).isEqualTo("Ny/förbättrad gatubelysning");
        assertThat(lighting.nameEn()).isEqualTo("New or improved street lighting");
        assertThat(lighting.effectSv()).contains("−14\u00a0%", "inte på våld");
        assertThat(lighting.effectEn()).contains("−14%", "none on violence");
    }

    @Test
    void the_publications_stand_apart_from_the_text() {
        assertThat(catalogue.find("NÄR-1").orElseThrow().source()).isEqualTo("Hoppe & Gerell 2019");
        assertThat(catalogue.find("LÅS-4").orElseThrow().source()).isEqualTo("Sidebottom 2018; ojp.gov");
        assertThat(catalogue.find("SKÖ-4").orElseThrow().source()).isEmpty();
    }

    @Test
    void harmful_measures_are_blocked_with_the_reason() {
        assertThat(catalogue.all())
                .filteredOn(CatalogueMeasure::blocked)
                .extracting(CatalogueMeasure::code)
                .containsExactly("EJ-1", "EJ-2");
        assertThat(catalogue.find("EJ-1").orElseThrow().effectSv()).contains("ålder");
        assertThat(catalogue.find("EJ-1").orElseThrow().effectEn()).contains("age");
    }

    @Test
    void a_measure_refuses_a_decision_or_a_grade_that_does_not_exist() {
        assertThatThrownBy(() -> measure("C", "Grind", "A gate", List.of("KAMERA")))
                .hasMessageContaining("gates of T-1 is \"[KAMERA]\"");
        assertThatThrownBy(() -> measure("E", "Grind", "A gate", List.of()))
                .hasMessageContaining("evidenceGrade of T-1 is \"E\"");
        assertThatThrownBy(() -> measure("C", "Hjälper.", "", List.of())).hasMessageContaining("effectEn of T-1");
        assertThatThrownBy(() -> measure("X", "", "", List.of())).hasMessageContaining("why it is blocked");
    }

    private static CatalogueMeasure measure(String grade, String effectSv, String effectEn, List<String> gates) {
        return new CatalogueMeasure(
                "T-1", "Grind", "Gate", List.of(2), List.of("SKA"), grade, effectSv, effectEn, "", gates, List.of("L"));
    }

    /** The figures of a text, with a decimal point whatever the language. */
    private static List<String> numbers(String text) {
        return Pattern.compile("\\d+(?:[.,]\\d+)?")
                .matcher(text)
                .results()
                .map(number -> number.group().replace(',', '.'))
                .toList();
    }

    private List<String> gates(String code) {
        return catalogue.find(code).orElseThrow().gates();
    }
}
