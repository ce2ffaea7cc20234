package se.lageskarta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GateCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... typed) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(List.of(new GateCommand()), console).run(typed);
    }

    private int judge(String lines) throws IOException {
        Path file = folder.resolve("histories.jsonl");
        Files.writeString(file, lines);
        return run("gate", file.toString());
    }

    private List<JsonNode> answers() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    @Test
    void answers_each_history_in_its_line() throws IOException {
        int exit = judge("""
                {"k":5,"published":[{"atoms":["a","b"],"value":12},{"atoms":["a"],"value":6}]}
                {"k":5,"published":[{"atoms":[1,2],"value":12},{"atoms":[2,3],"value":6}]}
                {"published":[{"atoms":[["ruta 7","2026-01","SKA"]],"value":4,"name":"norr"}]}
                {"k":3,"published":[{"atoms":[1,2],"value":12},{"atoms":[2],"value":10}]}
                {"k":5,"published":[]}
                """);
        assertThat(exit).isZero();
        assertThat(answers().stream().map(each -> each.get("accepted").booleanValue()))
                .containsExactly(true, false, false, false, true);
        assertThat(answers().stream()
                        .map(each -> each.has("rule") ? each.get("rule").stringValue() : ""))
                .containsExactly("", "G1", "G2", "G3", "");
        assertThat(answers().get(2).get("why").stringValue()).contains("norr", "at least 5");
    }

    @Test
    void a_line_that_cannot_be_read_is_named_in_its_place_and_the_others_are_judged() throws IOException {
        int exit = judge("""
                {"k":5,"published":[{"atoms":[],"value":12}]}
                not json
                {"k":5,"published":[{"atoms":[1],"value":1.5}]}
                {"k":"many","published":[]}
                {"k":5}
                {"k":5,"published":[{"atoms":[1],"value":-2}]}
                {"k":5,"published":[{"atoms":[1],"value":5}]}
                """);
        assertThat(exit).isEqualTo(2);
        List<JsonNode> answers = answers();
        assertThat(answers).hasSize(7);
        for (int i = 0; i < 6; i++) {
            assertThat(answers.get(i).get("rule").stringValue()).isEqualTo("unreadable");
            assertThat(answers.get(i).get("why").stringValue()).startsWith("line " + (i + 1) + ": ");
        }
        assertThat(answers.get(6).get("accepted").booleanValue()).isTrue();
    }

    @Test
    void says_what_is_missing() {
        assertThat(run("gate")).isEqualTo(2);
        assertThat(run("gate", folder.resolve("none.jsonl").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.jsonl");
    }
}
