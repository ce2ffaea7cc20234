package se.lageskarta.service.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import se.lageskarta.geo.demo.DemoTown;

/** Writes an invented town as the files a municipality would import. Needs no database. */
final class DemoCommand implements Command {
    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "skriver en påhittad stad som filer. Writes an invented town as files";
    }

    @Override
    public String usage() {
        return "demo --seed N --out DIR";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.of("seed", "N", "samma tal ger samma stad. The same number gives the same town"),
                Option.of("out", "DIR", "mapp för filerna. Folder of the files"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        String out = arguments.value("out");
        if (out == null || !arguments.words().isEmpty()) {
            throw new UsageException(usage());
        }
        DemoTown town = DemoTown.generate(seed(arguments.value("seed", "1")));
        town.writeFiles(Path.of(out));
        console.out()
                .println(town.name() + ": " + town.incidents().size() + " händelser/incidents, "
                        + town.survey().size() + " markeringar/marks, "
                        + town.base().size() + " objekt/features → "
                        + out);
        return 0;
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException("--seed " + text + ": ett heltal. A whole number.");
        }
    }
}
