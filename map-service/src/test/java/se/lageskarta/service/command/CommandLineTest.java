package se.lageskarta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Recorder recorder = new Recorder();
    private final CommandLine commandLine = new CommandLine(
            List.of(recorder, new ServeCommand(new ServiceStart(CommandLineTest.class))),
            new Console(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)));

    @Test
    void hands_words_options_and_settings_to_the_command_that_is_named() {
        int exit = commandLine.run(
                "record",
                "a.csv",
                "--set",
                "eps=75",
                "--flag",
                "--set=minPts=6",
                "b.csv",
                "--lageskarta.data.demo=false",
                "--",
                "--odd-name.csv");

        assertThat(exit).isZero();
        Arguments seen = recorder.seen.get(0);
        assertThat(seen.words()).containsExactly("a.csv", "b.csv", "--odd-name.csv");
        assertThat(seen.pairs("set")).containsEntry("eps", "75").containsEntry("minPts", "6");
        assertThat(seen.has("flag")).isTrue();
        assertThat(seen.value("name", "none")).isEqualTo("none");
        assertThat(seen.settings()).containsExactly("--lageskarta.data.demo=false");
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, nonsense",
        "record --unknown, --unknown",
        "record --name, --name",
        "record --name a --name b, --name",
        "record --flag=yes, --flag",
        "record --set novalue, novalue",
        "serve --port abc, --port",
        "serve --port 70000, --port",
        "serve extra, extra",
        "--unknown, --unknown"
    })
    void what_makes_no_sense_is_refused_with_exit_code_2_and_named(String typed, String named) {
        int exit = commandLine.run(typed.split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(named).doesNotContain("\tat ");
        assertThat(out.size()).isZero();
    }

    @Test
    void a_failure_ends_with_exit_code_2() {
        assertThat(commandLine.run("record", "--fail")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("disk full");
    }

    @Test
    void help_lists_the_commands_and_a_commands_help_its_options() {
        assertThat(commandLine.run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("record WORDS", "serve");
        out.reset();

        assertThat(commandLine.run("record", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--set KEY=VALUE", "--flag");
    }

    @Test
    void tells_its_version() {
        assertThat(commandLine.run("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("(?s)Lägeskarta \\d+\\.\\d+\\.\\d+\\s+");
    }

    @Test
    void the_programs_own_commands_have_different_names_and_say_what_they_do() {
        List<Command> commands = CommandLine.of(CommandLineTest.class).commands();

        assertThat(commands).extracting(Command::name).doesNotHaveDuplicates().contains("serve");
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.summary()).isNotBlank();
            assertThat(command.usage()).startsWith(command.name());
            assertThat(command.options()).extracting(Option::name).doesNotHaveDuplicates();
        });
    }

    /** Remembers what it was given. */
    private static final class Recorder implements Command {
        final List<Arguments> seen = new ArrayList<>();

        @Override
        public String name() {
            return "record";
        }

        @Override
        public String summary() {
            return "minns. Remembers";
        }

        @Override
        public String usage() {
            return "record WORDS";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.repeatable("set", "KEY=VALUE", "värde. Value"),
                    Option.of("name", "NAME", "namn. Name"),
                    Option.flag("flag", "flagga. Flag"),
                    Option.flag("fail", "fel. Failure"));
        }

        @Override
        public int run(Arguments arguments, Console console) throws IOException {
            if (arguments.has("fail")) {
                throw new IOException("disk full");
            }
            arguments.pairs("set");
            seen.add(arguments);
            return 0;
        }
    }
}
