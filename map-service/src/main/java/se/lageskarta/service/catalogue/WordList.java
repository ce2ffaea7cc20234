package se.lageskarta.service.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.DatedCode;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.service.storage.IncidentWords;

/** The words of sources that matter here: those that incidents have, and those that somebody has said something about. */
@Component
class WordList {
    private final OwnWords ownWords;
    private final SourceWords sourceWords;
    private final IncidentWords used;

    WordList(OwnWords ownWords, SourceWords sourceWords, IncidentWords used) {
        this.ownWords = ownWords;
        this.sourceWords = sourceWords;
        this.used = used;
    }

    /**
     * A word of a source.
     *
     * @param code the type it means, of several over the years the last; null when nobody has said
     * @param periods when it means what; empty when it always means the same
     * @param saidHere true when it means that because somebody here has said so
     * @param shippedCode what it means without anybody having said so here; null when nothing
     * @param version how many times it has been said here
     * @param incidents how many that are here have it
     * @param outside of these, how many happened when it meant nothing
     */
    record Word(
            String word,
            @Nullable String code,
            List<DatedCode> periods,
            boolean saidHere,
            @Nullable String shippedCode,
            long version,
            long incidents,
            long outside) {}

    /** @param unknown how many words nobody has said the meaning of */
    record Words(List<Word> words, long unknown) {}

    /** The unknown first, then the commonest; reads all incidents once, twice when words have periods. */
    Words now() {
        SourceTypes now = sourceWords.now();
        SourceTypes unsaid = sourceWords.unsaid();
        Map<String, OwnWord> said =
                ownWords.all().stream().collect(Collectors.toMap(OwnWord::folded, Function.identity()));
        Map<String, Long> incidents = new LinkedHashMap<>();
        Map<String, String> spelling = new LinkedHashMap<>();
        Map<String, List<DatedCode>> dated = new HashMap<>();
        for (IncidentWords.Use use : used.all()) {
            incidents.merge(SourceTypes.fold(use.word()), use.incidents(), Long::sum);
            spelling.putIfAbsent(SourceTypes.fold(use.word()), use.word());
            if (!now.periodsOf(use.word()).isEmpty()) {
                dated.put(use.word(), now.periodsOf(use.word()));
            }
        }
        Map<String, Long> outside = new HashMap<>();
        used.outside(dated).forEach((word, count) -> outside.merge(SourceTypes.fold(word), count, Long::sum));
        said.values().stream()
                .filter(OwnWord::isSaid)
                .forEach(word -> spelling.putIfAbsent(word.folded(), word.word()));
        List<Word> words = new ArrayList<>();
        spelling.forEach((folded, word) -> {
            OwnWord own = said.getOrDefault(folded, OwnWord.unsaid(word));
            words.add(new Word(
                    word,
                    now.codeOf(word),
                    now.periodsOf(word),
                    own.isSaid(),
                    unsaid.codeOf(word),
                    own.version(),
                    incidents.getOrDefault(folded, 0L),
                    outside.getOrDefault(folded, 0L)));
        });
        words.sort(Comparator.comparing((Word word) -> word.code() != null)
                .thenComparing(word -> -word.incidents())
                .thenComparing(Word::word));
        return new Words(
                words, words.stream().filter(word -> word.code() == null).count());
    }
}
