package se.lageskarta.service.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final IncidentTypes types = new IncidentTypes();
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
    void decisions_that_are_needed_first_are_read_from_what_is_known() {
        assertThat(gates("KAM-1")).containsExactly("KAM");
        assertThat(gates("VAK-1")).containsExactly("OV");
        assertThat(gates("LÅS-4")).containsExactly("PBL", "RÄDD");
        assertThat(gates("VAX-1")).containsExactly("ART");
        assertThat(gates("ALK-2")).containsExactly("KF");
        assertThat(gates("LJU-1")).isEmpty();
    }

    @Test
    void harmful_measures_are_blocked_with_the_reason() {
        assertThat(catalogue.all())
                .filteredOn(CatalogueMeasure::blocked)
                .extracting(CatalogueMeasure::code)
                .containsExactly("EJ-1", "EJ-2");
        assertThat(catalogue.find("EJ-1").orElseThrow().blockedReason()).contains("age");
    }

    private List<String> gates(String code) {
        return catalogue.find(code).orElseThrow().gates();
    }
}
