package se.lageskarta.service.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.DatedCode;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.service.storage.IncidentWords;

/** Gives the incidents that are here the type that their word has been given, in the transaction that says so. */
@Component
class RetypeIncidents {
    private final IncidentWords used;
    private final SourceWords sourceWords;
    private final OwnWords ownWords;

    RetypeIncidents(IncidentWords used, SourceWords sourceWords, OwnWords ownWords) {
        this.used = used;
        this.sourceWords = sourceWords;
        this.ownWords = ownWords;
    }

    /**
     * Words that mean the same are given it together: each is one reading of all incidents.
     *
     * @param saved words as they have been saved now
     * @return how many incidents have another type now
     */
    int of(List<OwnWord> saved) {
        SourceTypes unsaid = sourceWords.unsaid();
        Map<String, List<String>> spellings = spellings();
        Map<List<DatedCode>, List<String>> words = new HashMap<>();
        for (OwnWord word : saved) {
            List<DatedCode> meanings = word.isSaid()
                    ? word.meanings()
                    : List.of(DatedCode.always(
                            Objects.requireNonNullElse(unsaid.codeOf(word.word()), SourceTypes.OTHER)));
            words.computeIfAbsent(meanings, any -> new ArrayList<>())
                    .addAll(spellings.getOrDefault(word.folded(), List.of()));
        }
        return words.entrySet().stream()
                .mapToInt(each -> used.retype(each.getValue(), each.getKey(), SourceTypes.OTHER))
                .sum();
    }

    /** The ways in which the incidents that are here write a word, by what it is compared as. */
    private Map<String, List<String>> spellings() {
        Set<String> said = ownWords.all().stream()
                .filter(OwnWord::isSaid)
                .map(OwnWord::folded)
                .collect(Collectors.toSet());
        return used.all().stream()
                .map(IncidentWords.Use::word)
                .distinct()
                .collect(Collectors.groupingBy(word -> comparedAs(SourceTypes.fold(word), said)));
    }

    /** A number that has lost its zeros is the offence code, unless something is said of the number itself. */
    static String comparedAs(String folded, Set<String> said) {
        String whole = SourceTypes.withZeros(folded);
        return !said.contains(folded) && said.contains(whole) ? whole : folded;
    }
}
