package se.lageskarta.geo.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words of a file's rows for types mean. Each word is looked up once; one that is not known is told once. */
final class TypeMeanings {
    // more different words than these are free text in the wrong column
    private static final int MAX_UNKNOWN_WORDS = 1000;

    private static final long NO_TYPE_KEY = RowKeys.hash("");

    private final FilePlan plan;
    private final RowSink sink;
    private final SourceTypes types;
    private final boolean hasType;
    private final boolean hasTypeWords;
    private final Map<String, Meaning> meanings = new HashMap<>();
    private final @Nullable Meaning[] lately = new Meaning[256];
    private final Set<String> unknownWords = new HashSet<>();

    TypeMeanings(FilePlan plan, RowSink sink) {
        this.plan = plan;
        this.sink = sink;
        this.types = plan.recognised().options.types();
        Set<Field> told = plan.mapping().fields();
        this.hasType = told.contains(Field.TYPE);
        this.hasTypeWords = told.contains(Field.TYPE_WORDS);
    }

    /**
     * What a word for a type means.
     *
     * @param hash of the word
     * @param code of the taxonomy
     * @param key hash of {@link SourceTypes#keyOf}
     * @param known true when somebody has said what it means
     * @param periods when it means what; null for nearly all words, which always mean the same
     */
    record Meaning(
            String word,
            long hash,
            String code,
            long key,
            boolean known,
            @Nullable CodePeriods periods) {}

    /**
     * What a word meant that has come lately, if it always means that and says all there is to say of the type.
     *
     * @param hash of the word
     */
    @Nullable
    Meaning plainly(long hash) {
        Meaning meaning = lately[slot(hash)];
        boolean plain =
                meaning != null && meaning.hash == hash && meaning.periods == null && (meaning.known || !hasTypeWords);
        return plain ? meaning : null;
    }

    /** Gives a draft the type that its row tells of. */
    void typeOf(TableRow row, RowDraft draft) {
        if (!row.has(Field.TYPE)) {
            draft.sourceType = "";
            draft.type = SourceTypes.OTHER;
            draft.typeKey = NO_TYPE_KEY;
            if (hasTypeWords && byWords(draft, row)) {
                return;
            }
            if (hasType && plan.kind() == FileKind.INCIDENTS) {
                sink.problem(
                        new RowProblem(row.line, Field.TYPE.mappingName(), "", "type.missing", Map.of()), Fate.NOTED);
            }
            return;
        }
        long hash = row.hash(Field.TYPE);
        Meaning meaning = lately[slot(hash)];
        if (meaning == null || meaning.hash != hash) {
            meaning = meaning(row.get(Field.TYPE), row.line);
            lately[slot(hash)] = meaning;
        }
        draft.sourceType = meaning.word;
        draft.type = code(meaning, draft);
        draft.typeKey = meaning.key;
        if (hasTypeWords && !meaning.known) {
            byWords(draft, row);
        }
    }

    private int slot(long hash) {
        return (int) hash & (lately.length - 1);
    }

    /**
     * A row whose code is empty or not known, but which may say the same in words. The code stays its source's word: when
     * somebody says what it means the row is given that.
     */
    private boolean byWords(RowDraft draft, TableRow row) {
        String word = row.get(Field.TYPE_WORDS);
        if (word.isEmpty()) {
            return false;
        }
        Meaning meaning = meaning(word, row.line);
        if (draft.sourceType.isEmpty()) {
            draft.sourceType = meaning.word;
        }
        draft.type = code(meaning, draft);
        return true;
    }

    private String code(Meaning meaning, RowDraft draft) {
        if (meaning.periods == null) {
            return meaning.code;
        }
        String code = meaning.periods.at(draft.fromMinute);
        if (code != null) {
            return code;
        }
        sink.problem(RowProblem.of(draft.line, Field.TYPE, draft.sourceType, "type.not-then"), Fate.NOTED);
        return SourceTypes.OTHER;
    }

    private Meaning meaning(String word, long line) {
        Meaning meaning = meanings.get(word);
        return meaning == null ? lookUp(word, line) : meaning;
    }

    private Meaning lookUp(String word, long line) {
        String meant = plan.recognised().encoding.repaired(word);
        String code = types.codeOf(meant);
        boolean known = code != null;
        if (code == null) {
            code = SourceTypes.OTHER;
            if (plan.kind() == FileKind.INCIDENTS
                    && unknownWords.size() < MAX_UNKNOWN_WORDS
                    && unknownWords.add(word)) {
                String told = hasTypeWords ? "type.unknown-by-words" : "type.unknown";
                sink.problem(RowProblem.of(line, Field.TYPE, word, told), Fate.NOTED);
            }
        }
        if (types.isSeveral(meant) && unknownWords.size() < MAX_UNKNOWN_WORDS && unknownWords.add(word)) {
            sink.problem(RowProblem.of(line, Field.TYPE, word, "type.several"), Fate.NOTED);
        }
        List<DatedCode> dated = types.periodsOf(meant);
        CodePeriods periods = dated.isEmpty() ? null : new CodePeriods(dated);
        Meaning meaning = new Meaning(word, RowKeys.hash(word), code, RowKeys.hash(types.keyOf(meant)), known, periods);
        if (meanings.size() < MAX_UNKNOWN_WORDS) {
            meanings.put(word, meaning);
        }
        return meaning;
    }
}
