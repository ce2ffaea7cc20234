package se.lageskarta.service.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One type of the taxonomy.
 *
 * @param code two to ten letters and digits, such as {@code SKA}
 * @param typeClass letter of its class, A to F
 * @param nameSv Swedish name
 * @param nameEn English name
 * @param colour how it is drawn, {@code #rrggbb}
 * @param kind what it is evidence of: crime, disorder, perceived or other
 * @param like code of the type that rules take it for, such as which can be one thing seen by two; empty for none
 * @param retired true when it is no longer chosen for anything new; what has it keeps it
 * @param version how many times this municipality has saved it, 0 when it stands as it was shipped
 */
public record IncidentType(
        String code,
        @JsonProperty("class") String typeClass,
        String nameSv,
        String nameEn,
        String colour,
        IncidentKind kind,
        String like,
        boolean retired,
        long version) {
    /** The state that saving it unchanged would make. */
    IncidentType nextAsItIs() {
        return new IncidentType(code, typeClass, nameSv, nameEn, colour, kind, like, retired, version + 1);
    }
}
