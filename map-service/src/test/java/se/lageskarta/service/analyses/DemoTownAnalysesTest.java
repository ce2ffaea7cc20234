package se.lageskarta.service.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.Needs;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.demo.LoadDemoTown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody meets who opens the demo town and chooses nothing. */
class DemoTownAnalysesTest {
    @TempDir
    static Path folder;

    private static RunningService service;
    private static Visitor member;

    @BeforeAll
    static void open() throws IOException {
        service = RunningService.onH2(folder);
        service.part(LoadDemoTown.class).whenEmpty();
        member = service.as("est-member");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    static Stream<String> aboutData() {
        return Analyses.ALL.stream()
                .filter(analysis -> analysis.needs() != Needs.NUMBERS)
                .map(Analysis::name);
    }

    @ParameterizedTest
    @MethodSource("aboutData")
    void every_analysis_answers_with_a_sentence_and_its_reasons(String method) {
        HttpResponse<String> answer = member.get("/api/analyses/" + method);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode said = JsonMapper.shared().readTree(answer.body());
        assertThat(said.get("headline").asString()).isNotBlank();
        assertThat(said.get("sentence").asString()).isNotBlank();
        for (JsonNode parameter : said.get("parameters")) {
            assertThat(parameter.get("why").asString()).isNotBlank();
        }
        int places = said.get("placeCount").asInt();
        assertThat(
                        said.get("features").isNull()
                                ? 0
                                : said.at("/features/features").size())
                .isEqualTo(places);
    }

    @Test
    void something_is_recommended() {
        JsonNode list = JsonMapper.shared().readTree(member.get("/api/analyses").body());

        assertThat(list.get("analyses").valueStream().map(one -> one.get("suits")
                        .asString()))
                .contains("recommended");
    }
}
