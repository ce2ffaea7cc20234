package se.lageskarta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.springframework.context.ConfigurableApplicationContext;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.ingest.DatasetBusyException;
import se.lageskarta.service.ingest.FileWishes;
import se.lageskarta.service.ingest.ImportFile;
import se.lageskarta.service.ingest.ImportWords;
import se.lageskarta.service.ingest.LookAtFile;
import se.lageskarta.service.ingest.Looked;
import se.lageskarta.service.ingest.SaveMapping;
import se.lageskarta.service.ingest.WhatWasSaid;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportProblem;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.ImportState;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;
import se.lageskarta.service.web.Texts;

/** Reads files in without the page: the same way in, the same rules, the same report. */
final class ImportCommand implements Command {
    /** More are counted, and listed on the page. */
    private static final int PROBLEMS = 100;

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
                + " [--encoding NAME] [--separator C] [--heading-line N] [--part NAME] [--type word=CODE]…"
                + " [--saved-mapping NAME] [--dry-run] …";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(ServiceStart.OPTIONS);
        options.addAll(ImportOptions.ALL);
        return options;
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        if (arguments.words().isEmpty()) {
            throw new UsageException("Ange minst en fil. Name at least one file: " + usage());
        }
        List<Path> files = arguments.words().stream().map(ImportCommand::file).toList();
        ImportOptions options = new ImportOptions(arguments);
        try (ConfigurableApplicationContext spring = service.withoutWeb(arguments, List.of())) {
            FileWishes wishes = wishes(options, spring.getBean(WhatWasSaid.class));
            for (Path file : files) {
                boolean done = options.isDryRun()
                        ? look(file, wishes, spring, console)
                        : read(file, options, wishes, spring, console);
                if (!done) {
                    return CommandLine.REFUSED;
                }
            }
        }
        return 0;
    }

    /** What is said, over what was saved, when something saved is named. */
    private static FileWishes wishes(ImportOptions options, WhatWasSaid known) {
        FileWishes said = options.wishes();
        SortedSet<String> unknown = known.unknownCodes(said);
        if (!unknown.isEmpty()) {
            throw new UsageException("--type: okänd kod/unknown code " + String.join(", ", unknown));
        }
        String saved = options.savedMapping();
        return saved == null
                ? said
                : said.over(known.savedAs(saved)
                        .orElseThrow(() -> new UsageException("--saved-mapping: ingen heter/none is called " + saved)));
    }

    private static boolean look(Path file, FileWishes wishes, ConfigurableApplicationContext spring, Console console)
            throws IOException {
        ImportWords words = spring.getBean(ImportWords.class);
        try {
            String name = String.valueOf(file.getFileName());
            Looked looked = spring.getBean(LookAtFile.class).again(file, name, null, wishes);
            new LookReport(looked, words, console).print();
            return looked.isReady();
        } catch (UnreadableFileException e) {
            refuse(file, e, words, console);
            return false;
        }
    }

    private static boolean read(
            Path file, ImportOptions options, FileWishes wishes, ConfigurableApplicationContext spring, Console console)
            throws IOException {
        ImportWords words = spring.getBean(ImportWords.class);
        try {
            ImportFile.Prepared prepared = spring.getBean(ImportFile.class).prepare(file, options.order(file, wishes));
            console.out()
                    .println(file.getFileName() + ": " + prepared.plan().kind().code() + ", "
                            + prepared.plan().crs() + ", " + prepared.plan().rows() + " rader/rows → "
                            + prepared.dataset().name());
            ImportRun run;
            ProgressLine line = ProgressLine.begin(prepared.running(), console.err());
            try (line) {
                run = prepared.carryOut();
            }
            String save = options.saveMapping();
            if (save != null && run.state() == ImportState.COMPLETE) {
                spring.getBean(SaveMapping.class).as(save, "", prepared);
            }
            tell(run, console);
            tellProblems(spring.getBean(Imports.class).problems(run.id(), PROBLEMS), words, console);
            return run.state() == ImportState.COMPLETE;
        } catch (UnreadableFileException e) {
            refuse(file, e, words, console);
            return false;
        } catch (RefusedRequestException e) {
            for (FieldFault fault : e.faults()) {
                console.err().println("--" + fault.field() + " " + fault.value() + ": " + fault.code());
            }
            return false;
        } catch (DatasetBusyException e) {
            console.err().println(e.getMessage());
            return false;
        }
    }

    private static void refuse(Path file, UnreadableFileException why, ImportWords words, Console console) {
        console.err().println(file + ": " + why.code());
        for (Locale language : List.of(Texts.SWEDISH, Texts.ENGLISH)) {
            console.err()
                    .println("  " + words.reason(why.code(), why.args(), language) + " "
                            + words.remedy(why.code(), why.args(), language));
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

    private static void tellProblems(List<ImportProblem> problems, ImportWords words, Console console) {
        for (ImportProblem problem : problems) {
            console.out()
                    .println("  rad/line " + problem.line() + " " + problem.field() + " '" + problem.value() + "' "
                            + problem.fate() + " " + problem.code() + ": " + words.reason(problem, Texts.SWEDISH) + " "
                            + words.reason(problem, Texts.ENGLISH));
        }
    }

    private static Path file(String word) {
        Path file = Path.of(word);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("Filen " + word + " finns inte. There is no file " + word + ".");
        }
        return file;
    }
}
