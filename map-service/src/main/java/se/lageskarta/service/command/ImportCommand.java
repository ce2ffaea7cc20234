package se.lageskarta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.ingest.DatasetBusyException;
import se.lageskarta.service.ingest.ImportFile;
import se.lageskarta.service.ingest.ImportOrder;
import se.lageskarta.service.ingest.ImportWords;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.ImportState;

/** Reads files in without the page: the same way in, the same rules, the same report. */
final class ImportCommand implements Command {
    private static final String WHO = "command line";

    private final ServiceStart service;

    ImportCommand(ServiceStart service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "läser in filer. Reads files in";
    }

    @Override
    public String usage() {
        return "import FILE… [--dataset NAME] [--crs EPSG:n] [--map field=column]… [--kind KIND] [--role ROLE]"
                + " [--invented]";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(ServiceStart.OPTIONS);
        options.add(Option.of("dataset", "NAME", "datamängdens namn, förval filens. Name of the dataset"));
        options.add(Option.of("crs", "EPSG:n", "koordinatsystem. Coordinate system"));
        options.add(Option.repeatable(
                "map", "field=column", "kolumn för ett fält; type==RAN för samma i alla rader. Column of a field"));
        options.add(Option.of("kind", "KIND", "incidents, unsafe-places, base"));
        options.add(Option.of("role", "ROLE", "lager i bakgrundskartan: roads … Layer of the background map"));
        options.add(Option.flag("invented", "påhittade data. Made-up data"));
        options.add(Option.of("owner", "NAME", "organisation som äger datamängden. Organisation that owns it"));
        options.add(Option.of("source", "TEXT", "var filen kommer från. Where the file comes from"));
        return options;
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        if (arguments.words().isEmpty()) {
            throw new UsageException("Ange minst en fil. Name at least one file: " + usage());
        }
        List<Path> files = arguments.words().stream().map(ImportCommand::file).toList();
        List<ImportOrder> orders =
                files.stream().map(file -> order(file, arguments)).toList();
        try (ConfigurableApplicationContext spring = service.withoutWeb(arguments, List.of())) {
            ImportFile imports = spring.getBean(ImportFile.class);
            ImportWords words = spring.getBean(ImportWords.class);
            for (int i = 0; i < files.size(); i++) {
                if (!importOne(files.get(i), orders.get(i), imports, words, console)) {
                    return CommandLine.REFUSED;
                }
            }
        }
        return 0;
    }

    private static boolean importOne(
            Path file, ImportOrder order, ImportFile imports, ImportWords words, Console console) throws IOException {
        try {
            ImportFile.Prepared prepared = imports.prepare(file, order);
            console.out()
                    .println(file.getFileName() + ": " + prepared.plan().kind().code() + ", "
                            + prepared.plan().crs() + ", " + prepared.plan().rows() + " rader/rows → "
                            + prepared.dataset().name());
            ImportRun run;
            ProgressLine line = ProgressLine.begin(prepared.running(), console.err());
            try (line) {
                run = prepared.carryOut();
            }
            tell(run, console);
            return run.state() == ImportState.COMPLETE;
        } catch (UnreadableFileException e) {
            console.err().println(file + ": " + e.code());
            for (Locale language : List.of(Locale.forLanguageTag("sv"), Locale.ENGLISH)) {
                console.err()
                        .println("  " + words.reason(e.code(), e.args(), language) + " "
                                + words.remedy(e.code(), e.args(), language));
            }
            return false;
        } catch (DatasetBusyException e) {
            console.err().println(e.getMessage());
            return false;
        }
    }

    /** The line that scripts read: {@code in = placed + uncertain + rejected}. */
    private static void tell(ImportRun run, Console console) {
        ImportCounts counts = run.counts();
        console.out()
                .println("import " + run.id() + " " + run.state().code() + ": " + counts.rows() + " = "
                        + counts.placed() + " + " + counts.uncertain() + " + " + counts.rejected()
                        + " (in = placed + uncertain + rejected), duplicates " + counts.duplicates());
    }

    private static Path file(String word) {
        Path file = Path.of(word);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("Filen " + word + " finns inte. There is no file " + word + ".");
        }
        return file;
    }

    private static ImportOrder order(Path file, Arguments arguments) {
        ColumnMapping mapping = read(
                "map",
                arguments.values("map").isEmpty()
                        ? null
                        : arguments.values("map").stream().collect(Collectors.joining("\n")),
                text -> ColumnMapping.parse(List.of(text.split("\n"))));
        BaseRole role = read("role", arguments.value("role"), BaseRole::of);
        FileKind kind = read("kind", arguments.value("kind"), FileKind::of);
        return new ImportOrder(
                String.valueOf(file.getFileName()),
                arguments.value("dataset"),
                kind,
                role,
                read("crs", arguments.value("crs"), Crs::parse),
                mapping == null ? ColumnMapping.NONE : mapping,
                arguments.has("invented"),
                arguments.value("owner", ""),
                arguments.value("source", ""),
                WHO);
    }

    private static <T> @Nullable T read(String option, @Nullable String text, Function<String, T> reading) {
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + option + ": " + e.getMessage());
        }
    }
}
