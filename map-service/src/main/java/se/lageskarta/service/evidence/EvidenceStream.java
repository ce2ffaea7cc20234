package se.lageskarta.service.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.catalogue.IncidentKind;

/**
 * The kinds of evidence, which are never added together: recorded crime, disorder with faults in the surroundings, and
 * perceived unsafety. What is crime is said by {@link IncidentKind}.
 */
public enum EvidenceStream {
    /** Everything there is: what shows single rows, or tells each kind apart. */
    ALL("all"),
    CRIME("crime"),
    DISORDER("disorder"),
    UNSAFETY("unsafety"),
    /** Crime and perceived unsafety, each by itself. */
    BOTH("both");

    static final List<String> CODES =
            Arrays.stream(values()).map(EvidenceStream::code).toList();

    private final String code;

    EvidenceStream(String code) {
        this.code = code;
    }

    /** Its word in addresses and answers. */
    public String code() {
        return code;
    }

    /** True when it is about any incident. */
    public boolean includesIncidents() {
        return this != UNSAFETY;
    }

    public boolean includesCrime() {
        return this == ALL || this == CRIME || this == BOTH;
    }

    public boolean includesDisorder() {
        return this == ALL || this == DISORDER;
    }

    public boolean includesUnsafety() {
        return this == ALL || this == UNSAFETY || this == BOTH;
    }

    /** The kinds of its incidents; null for whatever there is. */
    @Nullable
    Set<IncidentKind> kinds() {
        return switch (this) {
            case ALL -> null;
            case CRIME, BOTH -> Set.of(IncidentKind.CRIME);
            case DISORDER -> Set.of(IncidentKind.DISORDER);
            case UNSAFETY -> Set.of();
        };
    }

    /** The stream of a word. */
    public static EvidenceStream of(String code) {
        for (EvidenceStream stream : values()) {
            if (stream.code.equals(code)) {
                return stream;
            }
        }
        throw new IllegalArgumentException("stream is " + code + ", but must be one of " + CODES);
    }
}
