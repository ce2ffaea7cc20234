package se.lageskarta.service.command;

import java.util.List;

/** One thing that {@code java -jar lageskarta.jar NAME …} can do. */
public interface Command {
    /** The word that names it. */
    String name();

    /** What it does, in one line: Swedish, then English. */
    String summary();

    /** How it is called, without the program's name, such as {@code import FILE…}. */
    String usage();

    /** The options it knows. */
    List<Option> options();

    /** Further lines of its help, such as what its words may be. */
    default List<String> details() {
        return List.of();
    }

    /**
     * Does it.
     *
     * @return the process's exit code: 0 when all went well, {@link CommandLine#KEEPS_RUNNING} for a service
     * @throws UsageException when the words and options make no sense together
     */
    int run(Arguments arguments, Console console) throws Exception;
}
