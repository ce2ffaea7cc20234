package se.lageskarta.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.service.storage.Bounds;

class ParametersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.9,58.0,13.1,58.1",
                "-0.5037899638677535,50.373003003201184,1.9464949681425716,52.03180405855701",
                "1e-7,5.8E1,13,+59"
            })
    void reads_a_box_as_programs_write_it(String written) {
        Bounds box = Objects.requireNonNull(asked("bbox", written).box("bbox"));
        String[] edges = written.split(",");
        assertThat(box.west()).isEqualTo(Double.parseDouble(edges[0]));
        assertThat(box.north()).isEqualTo(Double.parseDouble(edges[3]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.9,58.0,13.1",
                "NaN,58,13,59",
                "0x1p3,58,13,59",
                "1e999,58,13,59",
                "13,58,12,59",
                "12d,58,13,59"
            })
    void refuses_what_is_no_box(String written) {
        assertThatThrownBy(() -> asked("bbox", written).box("bbox")).isInstanceOf(RefusedRequestException.class);
    }

    @Test
    void refuses_a_name_that_means_nothing_here_and_one_that_comes_twice() {
        assertThatThrownBy(() -> Parameters.of(Map.of("colour", new String[] {"red"}), Set.of("bbox")))
                .isInstanceOf(RefusedRequestException.class);
        assertThatThrownBy(() -> Parameters.of(Map.of("bbox", new String[] {"1,2,3,4", "1,2,3,4"}), Set.of("bbox")))
                .isInstanceOf(RefusedRequestException.class);
    }

    private static Parameters asked(String name, String value) {
        return Parameters.of(Map.of(name, new String[] {value}), Set.of(name));
    }
}
