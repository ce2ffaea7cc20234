package se.lageskarta.service.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import se.lageskarta.service.settings.Version;

/**
 * Finds the command that the first word names and runs it. Exit codes: 0 done, 2 not done for a reason that is said on
 * the error stream.
 */
public final class CommandLine {
    /** Returned by a command that goes on in the background, as {@code serve} does. */
    public static final int KEEPS_RUNNING = -1;

    /** Not done, for a reason that is said. */
    static final int REFUSED = 2;

    private final List<Command> commands;
    private final Console console;

    CommandLine(List<Command> commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    /**
     * @param application the class that Spring starts from
     */
    public static CommandLine of(Class<?> application) {
        // what is written is UTF-8 whatever the machine's locale: reports are piped into files
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var service = new ServiceStart(application, new TemporaryFolder());
        return new CommandLine(
                List.of(
                        new ServeCommand(service),
                        new ImportCommand(service),
                        new AnalyseCommand(),
                        new CasesCommand(),
                        new GateCommand(),
                        new DemoCommand()),
                new Console(out, err));
    }

    List<Command> commands() {
        return commands;
    }

    /** Runs what was typed and returns the exit code. */
    public int run(String... typed) {
        List<String> words = Arrays.asList(typed);
        String first = words.isEmpty() ? "" : words.get(0);
        if (first.equals("--help") || first.equals("-h") || first.equals("help")) {
            help();
            return 0;
        }
        if (first.equals("--version")) {
            console.out().println("Lägeskarta " + Version.current());
            return 0;
        }
        boolean named = !first.isEmpty() && !first.startsWith("-");
        return run(named ? first : "serve", named ? words.subList(1, words.size()) : words);
    }

    private int run(String name, List<String> rest) {
        Command command = commands.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
        if (command == null) {
            String known = commands.stream().map(Command::name).collect(Collectors.joining(", "));
            return refuse("Okänt kommando " + name + ". Unknown command. Kända/known: " + known);
        }
        if (rest.contains("--help")) {
            help(command);
            return 0;
        }
        try {
            return command.run(Arguments.parse(command, rest), console);
        } catch (UsageException | StartFailedException refusal) {
            return refuse(String.valueOf(refusal.getMessage()));
        } catch (Exception failure) {
            failure.printStackTrace(console.err());
            return refuse("Kommandot " + name + " avbröts av ett fel. Was ended by an error: " + failure);
        }
    }

    private int refuse(String why) {
        console.err().println(why);
        return REFUSED;
    }

    private void help() {
        console.out().println("Lägeskarta " + Version.current());
        console.out().println("java -jar lageskarta.jar [KOMMANDO/COMMAND] [VAL/OPTIONS]");
        console.out().println();
        for (Command command : commands) {
            console.out().println("  " + command.usage());
            console.out().println("      " + command.summary());
        }
        console.out().println();
        console.out().println("  KOMMANDO/COMMAND --help, --version");
    }

    private void help(Command command) {
        console.out().println("java -jar lageskarta.jar " + command.usage());
        console.out().println(command.summary());
        for (Option option : command.options()) {
            String value = option.value() == null ? "" : " " + option.value();
            console.out().println("  --" + option.name() + value + (option.repeatable() ? " …" : ""));
            console.out().println("      " + option.summary());
        }
        command.details().forEach(console.out()::println);
    }
}
