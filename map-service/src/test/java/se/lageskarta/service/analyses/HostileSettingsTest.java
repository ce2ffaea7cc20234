package se.lageskarta.service.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.Setting;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a setting of any analysis is given, the answer is an answer, or a problem that names it. */
class HostileSettingsTest {
    private static final List<String> NONSENSE = List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "-1",
            "-0",
            "1e400",
            "9".repeat(40),
            "0x1p1023",
            "1d",
            "2147483648",
            "1,1",
            "3,2,1",
            ",",
            "0,1,2,NaN",
            "true,false",
            "2026-02-30",
            "9999-12-31",
            "0001-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "x",
            "quartic",
            "\u0000",
            "\uD83C\uDF33",
            "' or '1'='1",
            "x".repeat(3_000),
            "1,".repeat(2_000));

    private static final List<String> INSIDES =
            List.of("Exception", "\tat ", "org.springframework", "java.lang", "SQLSTATE", "org.h2");

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Visitor member;

    @BeforeAll
    static void open() {
        service = RunningService.onH2(folder);
        InventedEvidence.into(service);
        member = service.as("est-member");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    static Stream<Analysis> all() {
        return Analyses.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nonsense_is_refused_with_a_remedy(Analysis analysis) {
        for (Setting setting : analysis.settings()) {
            for (String value : NONSENSE) {
                HttpResponse<String> answer = ask(analysis, setting, value);
                JsonNode error = JsonMapper.shared()
                        .readTree(answer.body())
                        .path("errors")
                        .path(0);
                if (answer.statusCode() != 200 && !error.isMissingNode()) {
                    assertThat(error.get("remedy").asString()).isNotBlank();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_ends_of_each_range_can_be_chosen(Analysis analysis) {
        for (Setting setting : analysis.settings()) {
            ends(setting).forEach(value -> ask(analysis, setting, value));
        }
    }

    private static List<String> ends(Setting setting) {
        List<String> ends = new ArrayList<>(setting.words());
        switch (setting.kind()) {
            case NUMBER -> ends.addAll(List.of(Double.toString(setting.min()), Double.toString(setting.max())));
            case WHOLE ->
                ends.addAll(List.of(Long.toString((long) setting.min()), Long.toString((long) setting.max())));
            case NUMBERS -> ends.addAll(List.of(Double.toString(setting.min()), setting.min() + "," + setting.max()));
            case DAY -> ends.addAll(List.of("0001-01-01", "2026-06-30", "9999-12-31"));
            case WORD, FLAG -> {}
        }
        return ends;
    }

    private static HttpResponse<String> ask(Analysis analysis, Setting setting, String value) {
        String path = "/api/analyses/" + analysis.name() + "?" + setting.name() + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
        HttpResponse<String> answer = member.get(path);
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isIn(200, 400, 422);
        if (answer.statusCode() != 200) {
            assertThat(answer.headers().firstValue("Content-Type")).as(path).hasValue("application/problem+json");
            INSIDES.forEach(inside -> assertThat(answer.body()).as(path).doesNotContain(inside));
        }
        return answer;
    }
}
