package se.lageskarta.service.evidence;

import java.util.Arrays;
import java.util.List;

/** The two kinds of evidence, which are never added together: recorded crime and perceived unsafety. */
public enum EvidenceStream {
    CRIME("crime"),
    UNSAFETY("unsafety"),
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

    public boolean includesCrime() {
        return this != UNSAFETY;
    }

    public boolean includesUnsafety() {
        return this != CRIME;
    }

    static EvidenceStream of(String code) {
        for (EvidenceStream stream : values()) {
            if (stream.code.equals(code)) {
                return stream;
            }
        }
        throw new IllegalArgumentException("stream is " + code + ", but must be crime, unsafety or both");
    }
}
