package se.lageskarta.geo.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases of crime × unsafety, written in several ways, about the invented town. */
class FourFieldCasesTest {
    private static final String STATION = "\"x\":383431,\"y\":6439160";
    private static final String TUNNEL = "\"x\":383249,\"y\":6439091";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheTown() throws IOException, URISyntaxException {
        Files.createDirectories(folder.resolve("expected"));
        Files.createDirectories(folder.resolve("inputs"));
        for (String[] name : new String[][] {{"incidents", "town"}, {"survey", "town_survey"}}) {
            URL file = FourFieldCasesTest.class.getResource("invented-town/" + name[0] + ".csv");
            Files.copy(Path.of(file.toURI()), folder.resolve("inputs/" + name[1] + ".csv"));
        }
    }

    @Test
    void answers_a_list_of_places_in_the_params() throws IOException {
        Map<?, ?> answer = (Map<?, ?>)
                ask("{\"id\":\"f\",\"method\":\"crime x unsafety four-field class\",\"input\":\"inputs/town.csv +"
                        + " inputs/town_survey.csv\",\"params\":{\"places\":[{\"name\":\"station\"," + STATION
                        + "},{\"name\":\"tunnel\"," + TUNNEL + "}]},\"expected\":{}}");
        List<?> places = (List<?>) answer.get("places");
        assertThat(places).hasSize(2);
        assertThat(members(places.get(0))).containsEntry("class", "high-high").containsEntry("name", "station");
        assertThat(members(places.get(1))).containsEntry("field", "low/high").containsEntry("crime", "low");
    }

    @Test
    void answers_places_by_name_and_places_listed_where_the_answer_is_wanted() throws IOException {
        Map<?, ?> named = (Map<?, ?>)
                ask("{\"id\":\"f\",\"method\":\"fourfield\",\"input\":[\"inputs/town.csv\",\"inputs/town_survey.csv\"],"
                        + "\"params\":{\"places\":{\"tunnel\":{" + TUNNEL + "}}},\"expected\":{}}");
        assertThat(members(members(named.get("places")).get("tunnel"))).containsEntry("class", "low-high");
        List<?> wanted = (List<?>) ask("{\"id\":\"f\",\"method\":\"four field\",\"input\":\"inputs/town.csv\","
                + "\"params\":{},\"expected\":[{\"place\":\"tunnel\"," + TUNNEL + ",\"class\":\"secret\"}]}");
        assertThat(members(wanted.get(0))).containsEntry("class", "low-high").containsEntry("place", "tunnel");
        Map<?, ?> year = (Map<?, ?>) ask("{\"id\":\"f\",\"method\":\"four field\",\"input\":\"inputs/town.csv\","
                + "\"params\":{\"from\":\"2024-01-01\",\"to\":\"2024-12-31\",\"places\":[[\"station\",383431,6439160]]},"
                + "\"expected\":{}}");
        assertThat(members(((List<?>) year.get("places")).get(0))).containsEntry("class", "high-high");
    }

    @Test
    void says_what_is_missing() throws IOException {
        Files.delete(folder.resolve("inputs/town_survey.csv"));
        Path file = write("{\"id\":\"f\",\"method\":\"four field\",\"input\":\"inputs/town.csv\",\"params\":{}}");
        assertThat(CaseRunner.answer(CaseFile.read(folder, file), folder)).isFalse();
        assertThat(Files.readString(folder.resolve("f.json"))).contains("must name marks of unsafety too");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object place) {
        return (Map<String, Object>) place;
    }

    private Object ask(String question) throws IOException {
        assertThat(CaseRunner.answer(CaseFile.read(folder, write(question)), folder))
                .isTrue();
        return JsonTree.readMembers(folder.resolve("f.json"), Set.of("expected"))
                .get("expected");
    }

    private Path write(String question) throws IOException {
        return Files.writeString(folder.resolve("expected/f.json"), question);
    }
}
