package se.lageskarta.service.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.FileLayout;
import se.lageskarta.service.ingest.FileWishes;
import se.lageskarta.service.ingest.ImportOrder;

/** The options of {@code import}: everything that the page lets a person say about a file. */
final class ImportOptions {
    static final List<Option> ALL = List.of(
            Option.of("dataset", "NAME", "datamängdens namn, förval filens. Name of the dataset"),
            Option.of("crs", "EPSG:n", "koordinatsystem. Coordinate system"),
            Option.repeatable(
                    "map", "field=column", "kolumn för ett fält; type==RAN för samma i alla rader. Column of a field"),
            Option.of("encoding", "NAME", "teckenkodning. Encoding: " + String.join(", ", FileLayout.ENCODINGS)),
            Option.of("separator", "C", "avgränsare: semicolon, comma, tab, bar. Separator"),
            Option.of("heading-line", "N", "rubrikernas rad, 0 för ingen. Line of the headings, 0 for none"),
            Option.of("part", "NAME", "blad, lager eller fil i filen. Sheet, layer or file within the file"),
            Option.of("swapped", "true|false", "norr före öst. North before east"),
            Option.of("kind", "KIND", "incidents, unsafe-places, base"),
            Option.of("role", "ROLE", "lager i bakgrundskartan: roads … Layer of the background map"),
            Option.repeatable("type", "word=CODE", "vad källans ord betyder. What a word of the source means"),
            Option.of("saved-mapping", "NAME", "följ en sparad mappning. Follow a saved mapping"),
            Option.of("save-mapping", "NAME", "spara mappningen. Save the mapping under a name"),
            Option.flag("dry-run", "visa vad som skulle hända, lagra inget. Show what would happen, store nothing"),
            Option.flag("replace", "ersätt lagret. Take the place of the base layer that is there"),
            Option.flag("invented", "påhittade data. Made-up data"),
            Option.of("owner", "NAME", "organisation som äger datamängden. Organisation that owns it"),
            Option.of("source", "TEXT", "var filen kommer från. Where the file comes from"),
            Option.of("legal-note", "TEXT", "grund för att använda uppgifterna. Ground on which they may be used"));

    private static final String WHO = "command line";
    private static final Map<String, Character> SEPARATORS =
            Map.of("semicolon", ';', "comma", ',', "tab", '\t', "bar", '|', ";", ';', ",", ',', "|", '|', "\t", '\t');

    private final Arguments arguments;
    private final FileWishes wishes;

    /** @throws UsageException when a value cannot be understood */
    ImportOptions(Arguments arguments) {
        this.arguments = arguments;
        BaseRole role = read("role", BaseRole::of);
        FileKind kind = read("kind", FileKind::of);
        if (role != null && kind != null && kind != FileKind.BASE) {
            throw new UsageException("--role: bara --kind base har lager. Only base files have a role.");
        }
        this.wishes = new FileWishes(
                arguments.value("dataset"), kind, role, read("crs", Crs::parse), mapping(), layout(), types());
    }

    FileWishes wishes() {
        return wishes;
    }

    boolean isDryRun() {
        return arguments.has("dry-run");
    }

    @Nullable
    String savedMapping() {
        return arguments.value("saved-mapping");
    }

    @Nullable
    String saveMapping() {
        return arguments.value("save-mapping");
    }

    ImportOrder order(Path file, FileWishes all) {
        return new ImportOrder(
                String.valueOf(file.getFileName()),
                all,
                arguments.has("invented"),
                arguments.value("owner", ""),
                arguments.value("source", ""),
                arguments.value("legal-note", ""),
                arguments.has("replace"),
                WHO);
    }

    private ColumnMapping mapping() {
        try {
            return ColumnMapping.parse(arguments.values("map"));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--map: " + e.getMessage());
        }
    }

    private Map<String, String> types() {
        return arguments.pairs("type");
    }

    private FileLayout layout() {
        Character separator = read("separator", text -> {
            Character known = SEPARATORS.get(text);
            if (known == null) {
                throw new IllegalArgumentException(
                        "separator is '" + text + "', but must be semicolon, comma, tab or bar");
            }
            return known;
        });
        Long headingLine = read("heading-line", text -> {
            if (!text.matches("\\d{1,7}")) {
                throw new IllegalArgumentException(
                        "heading-line is '" + text + "', but must be the number of a line, or 0");
            }
            return Long.valueOf(text);
        });
        Boolean swapped = read("swapped", text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("swapped is '" + text + "', but must be true or false");
            }
            return Boolean.valueOf(text);
        });
        try {
            return new FileLayout(
                    arguments.value("encoding"), separator, headingLine, arguments.value("part"), swapped);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--encoding: " + e.getMessage());
        }
    }

    private <T> @Nullable T read(String option, Function<String, T> reading) {
        String text = arguments.value(option);
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
