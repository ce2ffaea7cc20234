package se.lageskarta.service.catalogue;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.DatedCode;
import se.lageskarta.service.web.SpreadsheetText;

/**
 * A code table as a file for a spreadsheet: with the mark of UTF-8, separated by semicolons, as Excel opens it in Sweden.
 * What a spreadsheet would take for a formula gets an apostrophe before it. The file comes back as what it is: taken in
 * unchanged it changes nothing.
 */
@Component
class CodeTableText {
    private final IncidentTypes types;
    private final WordList words;

    CodeTableText(IncidentTypes types, WordList words) {
        this.types = types;
        this.words = words;
    }

    String of(CodeTableKind table) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        CsvWriter lines = CsvWriter.builder().fieldSeparator(';').build(text);
        lines.writeRecord(table.columns().stream().map(CodeColumn::heading).toList());
        (table == CodeTableKind.WORDS ? words() : types())
                .forEach(line -> lines.writeRecord(
                        line.stream().map(SpreadsheetText::harmless).toList()));
        return text.toString();
    }

    /** One line for each meaning; one with an empty type for a word that means nothing. */
    private List<List<String>> words() {
        List<List<String>> lines = new ArrayList<>();
        for (WordList.Word word : words.now().words()) {
            String said = word.saidHere() ? "ja" : "nej";
            List<DatedCode> meanings = !word.periods().isEmpty()
                    ? word.periods()
                    : word.code() == null ? List.of() : List.of(DatedCode.always(word.code()));
            for (DatedCode meaning : meanings) {
                String name =
                        types.find(meaning.code()).map(IncidentType::nameSv).orElse("");
                lines.add(List.of(
                        word.word(),
                        meaning.code(),
                        Objects.toString(meaning.from(), ""),
                        Objects.toString(meaning.to(), ""),
                        name,
                        said));
            }
            if (meanings.isEmpty()) {
                lines.add(List.of(word.word(), "", "", "", "", said));
            }
        }
        return lines;
    }

    private List<List<String>> types() {
        return types.all().stream()
                .map(type -> List.of(
                        type.code(),
                        type.typeClass(),
                        type.nameSv(),
                        type.nameEn(),
                        type.colour(),
                        TypeChanges.wordOf(type.kind()),
                        type.like(),
                        type.retired() ? "ja" : "nej"))
                .toList();
    }
}
