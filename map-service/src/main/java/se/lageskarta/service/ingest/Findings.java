package se.lageskarta.service.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.lageskarta.geo.read.Fate;
import se.lageskarta.geo.read.RowProblem;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.service.storage.ImportProblem;
import tools.jackson.databind.json.JsonMapper;

/** What is to be said about the rows of one file: all counted, the first of them kept. */
final class Findings {
    /** More than anybody reads; the counts tell the rest. */
    static final int MAX_KEPT = 1_000;
    /** Of these, remarks about rows that were read as they should be. */
    private static final int MAX_NOTES_KEPT = 200;
    /** More different words than the taxonomy could ever be given. */
    private static final int MAX_UNKNOWN_TYPES = 500;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SourceTypes types;
    private final List<ImportProblem> kept = new ArrayList<>();
    private final Map<String, Long> countByCode = new TreeMap<>();
    private final Map<String, Map<String, Object>> firstArguments = new TreeMap<>();
    private final Map<String, Long> unknownTypes = new LinkedHashMap<>();
    private int notesKept;
    private long rejected;

    Findings(SourceTypes types) {
        this.types = types;
    }

    void add(RowProblem problem, Fate fate) {
        countByCode.merge(problem.code(), 1L, Long::sum);
        firstArguments.putIfAbsent(problem.code(), problem.args());
        rejected += fate == Fate.REJECTED ? 1 : 0;
        boolean room = kept.size() < MAX_KEPT && (fate != Fate.NOTED || notesKept < MAX_NOTES_KEPT);
        if (room) {
            notesKept += fate == Fate.NOTED ? 1 : 0;
            kept.add(new ImportProblem(
                    problem.line(),
                    problem.field(),
                    problem.value(),
                    problem.code(),
                    JSON.writeValueAsString(problem.args()),
                    fate.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Notes the word for a type when nobody has said what it means; a word that means "other" is known. */
    void type(String word) {
        if (word.isEmpty() || types.codeOf(word) != null) {
            return;
        }
        if (unknownTypes.size() < MAX_UNKNOWN_TYPES || unknownTypes.containsKey(word)) {
            unknownTypes.merge(word, 1L, Long::sum);
        }
    }

    long rejected() {
        return rejected;
    }

    /** The first of them, in the order of the file. */
    List<ImportProblem> kept() {
        return kept.stream()
                .sorted(Comparator.comparingLong(ImportProblem::line))
                .toList();
    }

    /** Number of each code. */
    Map<String, Long> countByCode() {
        return countByCode;
    }

    /** What the words of a code need, as the first row with it has it. */
    Map<String, Object> argumentsOf(String code) {
        return firstArguments.getOrDefault(code, Map.of());
    }

    /** Words for types that nobody has said the meaning of, and how many rows say them. */
    Map<String, Long> unknownTypes() {
        return unknownTypes;
    }
}
