package se.lageskarta.service.catalogue;

import java.util.Arrays;
import java.util.List;
import se.lageskarta.service.web.ProblemException;

/** The code tables that can be taken out as a file and in again. */
enum CodeTableKind {
    /** Words and offence codes (brottskoder) of sources, and the type that each means. */
    WORDS(
            "words",
            "ord-och-koder.csv",
            List.of(CodeColumn.WORD, CodeColumn.TYPE),
            List.of(
                    CodeColumn.WORD,
                    CodeColumn.TYPE,
                    CodeColumn.FROM,
                    CodeColumn.TO,
                    CodeColumn.TYPE_NAME,
                    CodeColumn.SAID_HERE)),
    /** Types: their class, names, colour and what they count as. */
    TYPES(
            "types",
            "typer.csv",
            List.of(CodeColumn.CODE, CodeColumn.CLASS, CodeColumn.NAME_SV),
            List.of(
                    CodeColumn.CODE,
                    CodeColumn.CLASS,
                    CodeColumn.NAME_SV,
                    CodeColumn.NAME_EN,
                    CodeColumn.COLOUR,
                    CodeColumn.KIND,
                    CodeColumn.LIKE,
                    CodeColumn.RETIRED));

    private final String word;
    private final String fileName;
    private final List<CodeColumn> needed;
    private final List<CodeColumn> columns;

    CodeTableKind(String word, String fileName, List<CodeColumn> needed, List<CodeColumn> columns) {
        this.word = word;
        this.fileName = fileName;
        this.needed = needed;
        this.columns = columns;
    }

    /** @throws ProblemException 404 when there is no such table */
    static CodeTableKind named(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    String fileName() {
        return fileName;
    }

    /** Columns without which nothing can be read. */
    List<CodeColumn> needed() {
        return needed;
    }

    List<CodeColumn> columns() {
        return columns;
    }
}
