package se.lageskarta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.ingest.ImportWords;
import se.lageskarta.service.web.Texts;

/** Makes the question that an analysis is asked out of files and {@code --set from=… to=… types=…}. */
final class FileQuestion {
    /** What {@code --set} means to every method: which rows are asked about. */
    static final Set<String> FILTER = Set.of("from", "to", "types");

    private final Arguments arguments;
    private final Map<String, String> filter = new TreeMap<>();

    FileQuestion(Arguments arguments) {
        this.arguments = arguments;
        arguments.pairs("set").forEach((name, value) -> {
            if (FILTER.contains(name)) {
                filter.put(name, value);
            }
        });
    }

    /** What {@code --set} says besides the filter. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(arguments.pairs("set"));
        settings.keySet().removeAll(FILTER);
        return settings;
    }

    /** The file that {@code --in} names. */
    AnalysisFile file() throws IOException {
        Path file = in("in", arguments.value("in"));
        Crs crs = value("crs", arguments.value("crs"), Crs::parse);
        FileKind kind = value("kind", arguments.value("kind"), FileKind::of);
        List<String> map = arguments.values("map");
        ColumnMapping mapping = map.isEmpty()
                ? ColumnMapping.NONE
                : value("map", String.join("\n", map), text -> ColumnMapping.parse(List.of(text.split("\n"))));
        return read(file, () -> AnalysisFile.read(file, crs, kind, mapping == null ? ColumnMapping.NONE : mapping));
    }

    /** About the file's rows, the marks beside them, and what lies around. */
    AnalysisQuestion about(AnalysisFile file) throws IOException {
        IncidentFilter wanted = wanted();
        Incidents history = file.incidents().where(wanted.during(null, null));
        return new AnalysisQuestion(
                file.crs(),
                history.where(wanted),
                history,
                marks(file, wanted),
                wanted.from(),
                wanted.to(),
                boundary(file.crs()),
                surroundings(file.crs()),
                seed());
    }

    private IncidentFilter wanted() {
        String types = filter.get("types");
        try {
            return new IncidentFilter(
                    day("from"),
                    day("to"),
                    types == null ? Set.of() : new TreeSet<>(Arrays.asList(types.split(","))),
                    Set.of());
        } catch (IllegalArgumentException refused) {
            throw new UsageException("--set: " + refused.getMessage());
        }
    }

    private @Nullable LocalDate day(String name) {
        String text = filter.get(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException("--set " + name + "=" + text + ": en dag som 2026-01-31. A day like 2026-01-31");
        }
    }

    private UnsafePlaces marks(AnalysisFile file, IncidentFilter wanted) throws IOException {
        String beside = arguments.value("marks");
        UnsafePlaces all = file.marks();
        if (beside != null) {
            Path path = in("marks", beside);
            all = read(path, () -> AnalysisFile.readMarks(path, file.crs()));
        }
        return new UnsafePlaces(
                file.crs(),
                all.marks().stream().filter(mark -> isWithin(mark, wanted)).toList());
    }

    private static boolean isWithin(UnsafePlace mark, IncidentFilter wanted) {
        LocalDate day = mark.day();
        LocalDate from = wanted.from();
        LocalDate to = wanted.to();
        return (from == null || (day != null && !day.isBefore(from)))
                && (to == null || (day != null && !day.isAfter(to)));
    }

    private @Nullable Geometry boundary(Crs crs) throws IOException {
        String name = arguments.value("boundary");
        if (name == null) {
            return null;
        }
        Path path = in("boundary", name);
        List<Geometry> areas = read(path, () -> AnalysisFile.readShapes(path, BaseRole.BOUNDARY, crs)).stream()
                .filter(shape -> shape.getDimension() == 2)
                .toList();
        if (areas.isEmpty()) {
            throw new UsageException("--boundary " + name + ": ingen yta i filen. No area in the file.");
        }
        return UnaryUnionOp.union(areas);
    }

    private Map<String, List<Geometry>> surroundings(Crs crs) throws IOException {
        Map<String, List<Geometry>> around = new TreeMap<>();
        for (Map.Entry<String, String> layer : arguments.pairs("around").entrySet()) {
            BaseRole role = value("around", layer.getKey(), BaseRole::of);
            Path path = in("around", layer.getValue());
            if (role != null) {
                around.put(role.code(), read(path, () -> AnalysisFile.readShapes(path, role, crs)));
            }
        }
        return around;
    }

    private long seed() {
        Long seed = value("seed", arguments.value("seed"), Long::valueOf);
        return seed == null ? AnalysisQuestion.DEFAULT_SEED : seed;
    }

    /** Reads a file. */
    private interface Reading<T> {
        T read() throws IOException, UnreadableFileException;
    }

    private static <T> T read(Path file, Reading<T> reading) throws IOException {
        try {
            return reading.read();
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

    private static Path in(String option, @Nullable String word) {
        if (word == null) {
            throw new UsageException("--" + option + " saknas. Is missing.");
        }
        Path file = Path.of(word);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("Filen " + word + " finns inte. There is no file " + word + ".");
        }
        return file;
    }

    private static <T> @Nullable T value(String option, @Nullable String text, Function<String, T> reading) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + option + ": " + e.getMessage());
        }
    }
}
