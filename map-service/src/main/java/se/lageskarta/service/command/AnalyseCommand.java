package se.lageskarta.service.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.analysis.AnalysisResult;
import se.lageskarta.geo.analysis.Chosen;
import se.lageskarta.geo.analysis.Needs;
import se.lageskarta.geo.analysis.Setting;
import se.lageskarta.service.analyses.AnswerFiles;
import se.lageskarta.service.analyses.AnswerText;

/** Analyses a file without a database and without the service: any method, reproducible from a script. */
final class AnalyseCommand implements Command {
    /** A surface's own format, for QGIS and GDAL. */
    private static final String TIFF = "tif";

    @Override
    public String name() {
        return "analyse";
    }

    @Override
    public String summary() {
        return "analyserar en fil utan databas, med valfri metod. Analyses a file without a database, by any method";
    }

    @Override
    public String usage() {
        return "analyse METHOD --in FILE [--marks FILE] [--set key=value]… [--out FILE.json|.csv|.geojson|.tif]";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.of("in", "FILE", "CSV eller GeoJSON. CSV or GeoJSON"),
                Option.of("crs", "EPSG:n", "koordinatsystem. Coordinate system"),
                Option.of("kind", "KIND", "incidents, unsafe-places"),
                Option.repeatable("map", "field=column", "kolumn för ett fält. Column of a field"),
                Option.of("marks", "FILE", "otrygga platser bredvid händelser. Unsafe places beside incidents"),
                Option.of("boundary", "FILE", "undersökningsområdets gräns, GeoJSON. Boundary of the study area"),
                Option.repeatable(
                        "around", "role=FILE", "vad som ligger omkring, som lamps=lampor.geojson. What lies around"),
                Option.of("seed", "N", "frö till det som lottas. Seed of what is drawn by lot"),
                Option.repeatable(
                        "set",
                        "key=value",
                        "urval (from, to, types) och metodens val, som eps=75. Filter and settings, such as eps=75"),
                Option.of("out", "FILE", "svarets fil; utan den JSON på skärmen. Answer's file; without it JSON here"));
    }

    @Override
    public List<String> details() {
        List<String> lines = new ArrayList<>(List.of("", "METHOD:"));
        for (Analysis analysis : Analyses.ALL) {
            lines.add("  " + line(analysis));
        }
        return lines;
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        if (arguments.words().isEmpty()) {
            console.out().println(usage());
            details().forEach(console.out()::println);
            return 0;
        }
        if (arguments.words().size() > 1) {
            throw new UsageException("Ange en metod. Name one method: " + words());
        }
        String word = arguments.words().get(0);
        Analysis analysis = Analyses.named(word)
                .orElseThrow(
                        () -> new UsageException("Okänd metod " + word + ". Unknown method. Kända/known: " + words()));
        FileQuestion asked = new FileQuestion(arguments);
        Chosen chosen = chosen(analysis, asked.settings());
        Path out = out(arguments.value("out"));
        boolean numbers = analysis.needs() == Needs.NUMBERS && arguments.value("in") == null;
        AnalysisFile file = numbers ? null : asked.file();
        AnalysisResult result = run(analysis, file == null ? AnalysisQuestion.ofNothing() : asked.about(file), chosen);
        Map<String, Object> more =
                file == null ? Map.of() : Map.of("rejected", file.tally().rejected());
        write(new AnswerFiles(result, AnswerText.inBoth(result)), more, word, out, console);
        if (out != null) {
            console.out().println(result.headline().sv());
            console.out().println(result.headline().en());
        }
        return 0;
    }

    private static AnalysisResult run(Analysis analysis, AnalysisQuestion question, Chosen chosen) {
        try {
            return analysis.run(question, chosen, () -> false);
        } catch (IllegalArgumentException refused) {
            throw new UsageException(analysis.name() + ": " + refused.getMessage());
        }
    }

    private static void write(
            AnswerFiles files, Map<String, Object> more, String word, @Nullable Path out, Console console)
            throws IOException {
        if (out == null) {
            files.json(console.out(), more);
            console.out().println();
            return;
        }
        if (ending(out).equals(TIFF) && !files.hasRaster()) {
            throw new UsageException("--out " + out + ": " + word + " ger ingen yta. Gives no surface.");
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
            switch (ending(out)) {
                case "csv" -> files.csv(stream);
                case "geojson" -> files.geoJson(stream, Integer.MAX_VALUE);
                case TIFF -> files.geoTiff(stream);
                default -> files.json(stream, more);
            }
        }
    }

    private static Chosen chosen(Analysis analysis, Map<String, String> settings) {
        for (String name : settings.keySet()) {
            if (analysis.settings().stream().noneMatch(setting -> setting.name().equals(name))) {
                String known = analysis.settings().stream().map(Setting::name).collect(Collectors.joining(", "));
                throw new UsageException("--set " + name + ": okänt. Unknown. Kända/known: from, to, types"
                        + (known.isEmpty() ? "" : ", " + known));
            }
        }
        try {
            return Chosen.of(analysis, settings);
        } catch (IllegalArgumentException refused) {
            throw new UsageException("--set: " + refused.getMessage());
        }
    }

    private static String line(Analysis analysis) {
        String settings = analysis.settings().stream()
                .map(setting -> setting.name() + "=" + setting.range())
                .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "%-26s %-15s %-10s %s",
                analysis.name(),
                analysis.topic().code(),
                analysis.needs().name().toLowerCase(Locale.ROOT),
                settings);
    }

    private static String words() {
        return Analyses.ALL.stream().map(Analysis::name).collect(Collectors.joining(", "));
    }

    private static @Nullable Path out(@Nullable String word) {
        if (word == null) {
            return null;
        }
        Path file = Path.of(word);
        if (!List.of("csv", "geojson", "json", TIFF).contains(ending(file))) {
            throw new UsageException("--out " + word + ": .geojson, .csv, .json, .tif");
        }
        return file;
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
