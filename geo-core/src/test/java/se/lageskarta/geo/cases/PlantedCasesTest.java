package se.lageskarta.geo.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedCasesTest {
    @TempDir
    Path folder;

    @Test
    void finds_what_was_planted_in_one_three_and_five_years_and_leaves_the_label_point_out() throws IOException {
        Map<?, ?> answer = answer("\"inputs/incidents.csv\"");
        assertThat(answer.get("found")).hasToString("7");
        assertThat(answer.get("excluded")).hasToString("57");
        assertThat(answer.get("excludedByReason")).hasToString("{place-default=57}");
        Map<?, ?> periods = (Map<?, ?>) Objects.requireNonNull(answer.get("periods"));
        assertThat(((Map<?, ?>) Objects.requireNonNull(periods.get("1y"))).get("found"))
                .hasToString("6");
        assertThat(((Map<?, ?>) Objects.requireNonNull(periods.get("3y"))).get("found"))
                .hasToString("6");
        assertThat(((List<?>) Objects.requireNonNull(answer.get("hotspots")))
                        .get(0)
                        .toString())
                .contains("count=390", "outline=POLYGON");
        assertThat(Files.readAllLines(folder.resolve("out/planted-town.hotspots.csv")))
                .hasSize(1 + 7 + 6 + 6 + 7)
                .first()
                .isEqualTo("period,rank,x,y,count,radius,areaM2");
    }

    @Test
    void answers_for_the_survey_beside_it() throws IOException {
        Map<?, ?> answer = answer("[\"inputs/incidents.csv\", \"inputs/survey.csv\"]");
        assertThat(((Map<?, ?>) Objects.requireNonNull(answer.get("survey"))).get("found"))
                .hasToString("4");
    }

    private Map<?, ?> answer(String input) throws IOException {
        Files.createDirectories(folder.resolve("expected"));
        Files.createDirectories(folder.resolve("inputs"));
        for (String name : List.of("incidents.csv", "survey.csv")) {
            try (InputStream in = PlantedCasesTest.class.getResourceAsStream("invented-town/" + name)) {
                Files.write(
                        folder.resolve("inputs/" + name),
                        Objects.requireNonNull(in).readAllBytes());
            }
        }
        Files.writeString(
                folder.resolve("expected/planted-town.json"),
                "{\"id\":\"planted-town\",\"method\":\"planted hotspots, automatic defaults\",\"input\":" + input
                        + ",\"params\":{}}");
        assertThat(CaseRunner.run(folder, folder.resolve("out"))).isEmpty();
        return (Map<?, ?>)
                Objects.requireNonNull(JsonTree.readMembers(folder.resolve("out/planted-town.json"), Set.of("expected"))
                        .get("expected"));
    }
}
