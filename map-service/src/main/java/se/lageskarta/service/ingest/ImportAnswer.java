package se.lageskarta.service.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportProblem;
import se.lageskarta.service.storage.ImportRun;

/**
 * An import as it is told over HTTP; {@code rows = placed + uncertain + rejected}. A row that was there already counts
 * as placed, and among the duplicates. {@code waiting} rows, among the uncertain, wait for somebody to say where they are.
 */
record ImportAnswer(
        long id,
        String state,
        @Nullable String phase,
        String fileName,
        long datasetId,
        String datasetName,
        String kind,
        @Nullable String role,
        boolean invented,
        @Nullable String crs,
        @Nullable String crsWhy,
        long rows,
        long placed,
        long uncertain,
        long rejected,
        long duplicates,
        long waiting,
        long rowsTotal,
        long rowsPerSecond,
        @Nullable Long secondsLeft,
        long bytesRead,
        long bytesTotal,
        List<Problem> problems,
        List<StoredReport.CodeCount> problemCounts,
        List<StoredReport.ValueCount> unknownTypes,
        Map<String, String> mapping,
        List<String> notes,
        @Nullable Failure failure,
        @Nullable String sha256,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    /** More are in problems.csv. */
    static final int MAX_PROBLEMS = 100;

    record Problem(long line, String field, String value, String code, String fate, String reason, String remedy) {}

    record Failure(String code, String reason, String remedy) {}

    static ImportAnswer of(
            ImportRun run,
            Dataset dataset,
            @Nullable RunningImport running,
            long waiting,
            List<ImportProblem> problems,
            ImportWords words,
            Locale language) {
        StoredReport report = StoredReport.read(run.report());
        ImportCounts counts = running == null ? run.counts() : running.counts();
        long perSecond = report.millis() <= 0 ? 0 : counts.rows() * 1000 / report.millis();
        return new ImportAnswer(
                run.id(),
                run.state().code(),
                running == null ? null : running.phase(),
                run.fileName(),
                dataset.id(),
                dataset.name(),
                dataset.kind().code(),
                dataset.role(),
                dataset.invented(),
                report.crs(),
                report.crsWhy() == null ? null : words.reason(report.crsWhy(), Map.of(), language),
                counts.rows(),
                counts.placed(),
                counts.uncertain(),
                counts.rejected(),
                counts.duplicates(),
                waiting,
                running == null ? counts.rows() : running.rowsTotal(),
                running != null ? running.rowsPerSecond() : perSecond,
                running == null ? null : running.secondsLeft(),
                running == null ? report.bytes() : running.bytesRead(),
                running == null ? report.bytes() : running.bytesTotal(),
                problems.stream()
                        .map(problem -> problem(problem, words, language))
                        .toList(),
                Objects.requireNonNullElse(report.problemCounts(), List.of()),
                Objects.requireNonNullElse(report.unknownTypes(), List.of()),
                Objects.requireNonNullElse(report.mapping(), Map.of()),
                notes(report, words, language),
                failure(report, words, language),
                report.sha256(),
                run.startedBy(),
                run.startedAt(),
                run.finishedAt());
    }

    /** True when there is nothing to say about any row. */
    boolean isFlawless() {
        return problemCounts.isEmpty();
    }

    private static Problem problem(ImportProblem problem, ImportWords words, Locale language) {
        return new Problem(
                problem.line(),
                problem.field(),
                problem.value(),
                problem.code(),
                problem.fate(),
                words.reason(problem, language),
                words.remedy(problem, language));
    }

    private static List<String> notes(StoredReport report, ImportWords words, Locale language) {
        Map<String, String> notes = Objects.requireNonNullElse(report.notes(), Map.of());
        return notes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(note -> words.reason("note." + note.getKey(), Map.of("value", note.getValue()), language))
                .toList();
    }

    private static @Nullable Failure failure(StoredReport report, ImportWords words, Locale language) {
        String code = report.code();
        if (code == null) {
            return null;
        }
        Map<String, Object> args = Objects.requireNonNullElse(report.args(), Map.of());
        return new Failure(code, words.reason(code, args, language), words.remedy(code, args, language));
    }
}
