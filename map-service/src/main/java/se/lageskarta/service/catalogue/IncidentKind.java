package se.lageskarta.service.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an incident of a type is evidence of (slag). The one place that says what counts as crime: everything that counts
 * or compares "brott" counts {@link #CRIME} and nothing else.
 */
public enum IncidentKind {
    /** Brott: an act that somebody can be sentenced for. */
    CRIME("crime"),
    /** Störning och brist: disorder, and faults in the surroundings. */
    DISORDER("disorder"),
    /** Upplevelse: what somebody feels about a place. */
    PERCEIVED("perceived"),
    /** Övrigt: whatever is none of these, and what nobody has said the meaning of yet. */
    OTHER("other");

    private final String code;

    IncidentKind(String code) {
        this.code = code;
    }

    /** Its word in addresses, answers and tables. */
    @JsonValue
    public String code() {
        return code;
    }

    /** All words, in order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(IncidentKind::code).toList();
    }

    /** Empty when it is none of {@link #codes()}. */
    public static Optional<IncidentKind> named(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    static IncidentKind of(String code) {
        return named(code)
                .orElseThrow(() -> new IllegalArgumentException("kind is " + code + ", but must be one of " + codes()));
    }
}
