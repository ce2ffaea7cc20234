package se.lageskarta.service.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.DatedCode;

/** What taking in a file changes. */
enum CodeChange {
    NEW("new"),
    CHANGED("changed"),
    REMOVED("removed");

    private final String code;

    CodeChange(String code) {
        this.code = code;
    }

    @JsonValue
    String code() {
        return code;
    }

    /**
     * A word that means something else.
     *
     * @param lines of the file that say so; empty when it is removed because no line names it
     * @param before what it means now, without anybody having said so here too; empty when nothing
     * @param after what it means then
     * @param incidents how many that are here have it
     */
    record OfWord(
            CodeChange change,
            List<Long> lines,
            String word,
            List<DatedCode> before,
            List<DatedCode> after,
            long incidents) {}

    /**
     * A type that is described otherwise. One that is no longer used counts as removed: what has it keeps it.
     *
     * @param before null when there is none with its code
     */
    record OfType(
            CodeChange change, List<Long> lines, @Nullable IncidentType before, IncidentType after) {}
}
