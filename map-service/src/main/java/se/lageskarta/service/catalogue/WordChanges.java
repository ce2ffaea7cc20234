package se.lageskarta.service.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.DatedCode;
import se.lageskarta.geo.read.SourceTypes;

/** Finds out what a file of words changes, line by line. Changes nothing itself; used once. */
final class WordChanges {
    private static final SentPeriod.Names NAMES =
            new SentPeriod.Names(CodeColumn.TYPE.heading(), CodeColumn.FROM.heading(), CodeColumn.TO.heading());

    private final Map<String, OwnWord> own;
    private final SourceTypes unsaid;
    private final IncidentTypes types;
    private final Map<String, String> codeOfName;
    private final Map<String, Long> incidents;
    private final Map<String, List<CodeFile.Line>> linesOfWord = new LinkedHashMap<>();
    private final Map<String, String> spelling = new LinkedHashMap<>();
    private final List<CodeChange.OfWord> changes = new ArrayList<>();
    private final List<OwnWord> wanted = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();
    private int unchanged;
    private int zeros;

    /**
     * @param own what is said now
     * @param unsaid what words mean without that
     * @param incidents how many there are of each word as it is compared
     */
    WordChanges(List<OwnWord> own, SourceTypes unsaid, IncidentTypes types, Map<String, Long> incidents) {
        this.own = own.stream().collect(Collectors.toMap(OwnWord::folded, Function.identity()));
        this.unsaid = unsaid;
        this.types = types;
        this.incidents = incidents;
        this.codeOfName = new LinkedHashMap<>();
        types.all().forEach(type -> codeOfName.put(SourceTypes.fold(type.nameEn()), type.code()));
        types.all().forEach(type -> codeOfName.put(SourceTypes.fold(type.nameSv()), type.code()));
    }

    /** @param removeOthers true when the file is the whole table: nothing is said any more of words that it lacks */
    WordChanges read(CodeFile file, boolean removeOthers) {
        file.lines().forEach(this::take);
        linesOfWord.forEach(this::compare);
        if (removeOthers) {
            own.values().stream()
                    .filter(word -> word.isSaid() && !linesOfWord.containsKey(word.folded()))
                    .sorted(java.util.Comparator.comparing(OwnWord::word))
                    .forEach(word -> change(word, word.word(), List.of(), List.of()));
        }
        return this;
    }

    List<CodeChange.OfWord> changes() {
        return changes;
    }

    /** The next states of the words that change. */
    List<OwnWord> wanted() {
        return wanted;
    }

    List<LineFault> faults() {
        return faults;
    }

    /** Words that mean what they mean now. */
    int unchanged() {
        return unchanged;
    }

    /** Codes that were given back the zeros that a spreadsheet has taken. */
    int zeros() {
        return zeros;
    }

    private void take(CodeFile.Line line) {
        String word = line.cell(CodeColumn.WORD);
        if (!SentWord.canBeSaid(word)) {
            faults.add(LineFault.of(line, CodeColumn.WORD, "word.word", SentWord.LONGEST_WORD));
            return;
        }
        String folded = SourceTypes.fold(word);
        String whole = SourceTypes.withZeros(folded);
        boolean known = own.containsKey(folded) || incidents.containsKey(folded);
        if (!whole.equals(folded) && !known) {
            zeros++;
            folded = whole;
            word = whole;
        }
        spelling.putIfAbsent(folded, word);
        linesOfWord.computeIfAbsent(folded, any -> new ArrayList<>()).add(line);
    }

    private void compare(String folded, List<CodeFile.Line> lines) {
        int before = faults.size();
        List<DatedCode> meanings = meanings(lines);
        if (faults.size() > before) {
            return;
        }
        String written = spelling.getOrDefault(folded, folded);
        OwnWord present = own.getOrDefault(folded, OwnWord.unsaid(written));
        change(present, present.version() == 0 ? written : present.word(), lines, DatedCode.inOrder(meanings));
    }

    private List<DatedCode> meanings(List<CodeFile.Line> lines) {
        CodeFile.Line first = lines.get(0);
        if (lines.size() == 1 && first.cell(CodeColumn.TYPE).isEmpty()) {
            boolean dated = !(first.cell(CodeColumn.FROM) + first.cell(CodeColumn.TO)).isEmpty();
            if (dated) {
                faults.add(LineFault.of(first, CodeColumn.TYPE, "codes.dates-without-type"));
            }
            return List.of();
        }
        if (lines.size() > SentPeriod.MOST) {
            faults.add(LineFault.of(lines.get(SentPeriod.MOST), CodeColumn.WORD, "word.periods-many", SentPeriod.MOST));
            return List.of();
        }
        List<DatedCode> meanings = new ArrayList<>();
        for (CodeFile.Line line : lines) {
            DatedCode meaning = meaning(line);
            if (meaning == null) {
                continue;
            }
            if (meanings.stream().anyMatch(meaning::overlaps)) {
                faults.add(LineFault.of(line, CodeColumn.FROM, "codes.overlap", line.cell(CodeColumn.WORD)));
            }
            meanings.add(meaning);
        }
        return meanings;
    }

    private @Nullable DatedCode meaning(CodeFile.Line line) {
        String said = line.cell(CodeColumn.TYPE);
        Set<String> codes = types.codes();
        String upper = said.toUpperCase(Locale.ROOT);
        String code = codes.contains(upper) ? upper : codeOfName.getOrDefault(SourceTypes.fold(said), said);
        List<se.lageskarta.service.web.FieldFault> found = new ArrayList<>();
        DatedCode meaning =
                new SentPeriod(code, line.cell(CodeColumn.FROM), line.cell(CodeColumn.TO)).read(NAMES, codes, found);
        found.forEach(fault -> faults.add(new LineFault(line.number(), columnOf(fault.field()), fault)));
        return meaning;
    }

    private static CodeColumn columnOf(String heading) {
        return CodeColumn.named(heading, CodeTableKind.WORDS.columns()).orElseThrow();
    }

    private void change(OwnWord present, String word, List<CodeFile.Line> lines, List<DatedCode> meanings) {
        List<DatedCode> without = unsaidMeaning(word);
        List<DatedCode> before = present.isSaid() ? present.meanings() : without;
        boolean saysNoMore = meanings.isEmpty() && present.isSaid();
        boolean same = present.isSaid() ? meanings.equals(before) : meanings.isEmpty() || meanings.equals(without);
        if (same && !saysNoMore) {
            unchanged++;
            return;
        }
        List<DatedCode> after = meanings.isEmpty() ? without : meanings;
        CodeChange change = saysNoMore ? CodeChange.REMOVED : before.isEmpty() ? CodeChange.NEW : CodeChange.CHANGED;
        changes.add(new CodeChange.OfWord(
                change,
                lines.stream().map(CodeFile.Line::number).toList(),
                word,
                before,
                after,
                incidents.getOrDefault(present.folded(), 0L)));
        wanted.add(present.next(word, meanings));
    }

    private List<DatedCode> unsaidMeaning(String word) {
        String code = unsaid.codeOf(word);
        return code == null ? List.of() : List.of(DatedCode.always(code));
    }
}
