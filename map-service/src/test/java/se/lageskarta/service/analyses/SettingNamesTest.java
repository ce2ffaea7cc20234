package se.lageskarta.service.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.Setting;
import se.lageskarta.service.evidence.Questions;

class SettingNamesTest {
    static Stream<Analysis> all() {
        return Analyses.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_setting_is_called_as_a_part_of_the_filter(Analysis analysis) {
        assertThat(analysis.settings())
                .extracting(Setting::name)
                .doesNotContainAnyElementsOf(Questions.PARAMETERS)
                .doesNotContainAnyElementsOf(AnalysisRequest.OWN_PARAMETERS)
                .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"));
    }
}
