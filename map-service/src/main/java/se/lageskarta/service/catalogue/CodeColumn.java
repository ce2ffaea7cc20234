package se.lageskarta.service.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.lageskarta.geo.read.SourceTypes;

/** A column of a code table as a file; files that come back may also name it otherwise. */
enum CodeColumn {
    WORD("Ord eller kod", "ord", "kod", "brottskod", "brott", "word"),
    TYPE("Typ", "type"),
    FROM("Gäller från", "från", "from", "valid from"),
    TO("Gäller till", "till", "to", "valid to"),
    /** Told, never read. */
    TYPE_NAME("Typens namn"),
    /** Told, never read. */
    SAID_HERE("Sagt här"),
    CODE("Kod", "code"),
    CLASS("Klass", "class"),
    NAME_SV("Namn på svenska", "namn", "name sv"),
    NAME_EN("Namn på engelska", "name en"),
    COLOUR("Färg", "colour", "color"),
    KIND("Räknas som", "slag", "kind", "counts as"),
    LIKE("Liknar", "like"),
    RETIRED("Används inte längre", "retired", "no longer used");

    private final String heading;
    private final List<String> names;

    CodeColumn(String heading, String... others) {
        this.heading = heading;
        List<String> all = new java.util.ArrayList<>(List.of(SourceTypes.fold(heading)));
        Arrays.stream(others).map(SourceTypes::fold).forEach(all::add);
        this.names = List.copyOf(all);
    }

    String heading() {
        return heading;
    }

    /** The column of some that a heading names. */
    static Optional<CodeColumn> named(String heading, List<CodeColumn> ofTable) {
        String folded = SourceTypes.fold(heading);
        return ofTable.stream().filter(column -> column.names.contains(folded)).findFirst();
    }
}
