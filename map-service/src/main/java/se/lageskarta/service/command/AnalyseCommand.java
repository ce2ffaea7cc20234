package se.lageskarta.service.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.ingest.ImportWords;
import se.lageskarta.service.web.Texts;

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
        return "analyserar en fil utan databas: " + AnalysisMethod.words() + ". Analyses a file without a database";
    }

    @Override
    public String usage() {
        return "analyse METHOD --in FILE [--crs EPSG:n] [--set key=value]… [--out FILE.geojson|.csv|.json|.tif]";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.of("in", "FILE", "CSV eller GeoJSON. CSV or GeoJSON"),
                Option.of("crs", "EPSG:n", "koordinatsystem. Coordinate system"),
                Option.of("kind", "KIND", "incidents, unsafe-places"),
                Option.repeatable("map", "field=column", "kolumn för ett fält. Column of a field"),
                Option.repeatable(
                        "set", "key=value", "metodens val, som eps=75. The method's settings, such as eps=75"),
                Option.of("out", "FILE", "svarets fil; utan den JSON på skärmen. Answer's file; without it JSON here"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        if (arguments.words().size() != 1) {
            throw new UsageException("Ange en metod. Name one method: " + AnalysisMethod.words());
        }
        AnalysisMethod method = AnalysisMethod.of(arguments.words().get(0));
        AnalysisSettings settings = new AnalysisSettings(arguments.pairs("set"), method.settings());
        Path out = out(arguments.value("out"));
        AnalysisFile file = read(in(arguments.value("in")), arguments);
        AnalysisResult result = method.run(file, settings);
        if (out == null) {
            result.writeJson(console.out());
            console.out().println();
            return 0;
        }
        if (ending(out).equals(TIFF) && result.raster() == null) {
            throw new UsageException("--out " + out + ": " + method.word() + " ger ingen yta. Gives no surface.");
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
            switch (ending(out)) {
                case "csv" -> result.writeCsv(stream);
                case "geojson" -> result.writeGeoJson(stream);
                case TIFF -> result.writeGeoTiff(stream);
                default -> result.writeJson(stream);
            }
        }
        console.out().println(result.summary());
        return 0;
    }

    private static AnalysisFile read(Path file, Arguments arguments) throws IOException {
        Crs crs = value("crs", arguments.value("crs"), Crs::parse);
        FileKind kind = value("kind", arguments.value("kind"), FileKind::of);
        List<String> map = arguments.values("map");
        ColumnMapping mapping = map.isEmpty()
                ? ColumnMapping.NONE
                : value("map", String.join("\n", map), text -> ColumnMapping.parse(List.of(text.split("\n"))));
        try {
            return AnalysisFile.read(file, crs, kind, mapping == null ? ColumnMapping.NONE : mapping);
        } catch (UnreadableFileException e) {
            throw new UsageException(refusal(file, e));
        }
    }

    private static String refusal(Path file, UnreadableFileException unreadable) {
        ImportWords words = new ImportWords(new Texts());
        StringBuilder refusal = new StringBuilder(file + ": " + unreadable.code());
        for (Locale language : List.of(Texts.SWEDISH, Texts.ENGLISH)) {
            refusal.append("\n  ")
                    .append(words.reason(unreadable.code(), unreadable.args(), language))
                    .append(' ')
                    .append(words.remedy(unreadable.code(), unreadable.args(), language));
        }
        return refusal.toString();
    }

    private static Path in(@Nullable String word) {
        if (word == null) {
            throw new UsageException("--in saknas. Is missing.");
        }
        Path file = Path.of(word);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("Filen " + word + " finns inte. There is no file " + word + ".");
        }
        return file;
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

    private static <T> @Nullable T value(String option, @Nullable String text, Function<String, T> reading) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + option + ": " + e.getMessage());
        }
    }
}
