package se.lageskarta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.lageskarta.geo.cases.CaseRunner;

/** Answers published cases, so that another program can compare the answers with what is known to be right. */
final class CasesCommand implements Command {
    @Override
    public String name() {
        return "cases";
    }

    @Override
    public String summary() {
        return "räknar jämförelsefall. Computes reference cases";
    }

    @Override
    public String usage() {
        return "cases DIR --out OUT";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.of("out", "OUT", "mapp för svaren. Folder of the answers"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        String out = arguments.value("out");
        if (arguments.words().size() != 1 || out == null) {
            throw new UsageException("Ange en mapp och --out. Name one folder and --out: " + usage());
        }
        Path dir = Path.of(arguments.words().get(0));
        if (!Files.isDirectory(dir.resolve("expected"))) {
            throw new UsageException(dir + " har ingen mapp expected. Has no folder expected.");
        }
        List<String> unanswered = CaseRunner.run(dir, Path.of(out));
        for (String id : unanswered) {
            console.out().println(id + ": metoden finns inte här. The method is not known here.");
        }
        return 0;
    }
}
