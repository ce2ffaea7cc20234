package se.lageskarta.service.reports;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has become of a report (mottagen, sedd, skickad vidare, åtgärdad, åtgärdas inte, dubblett, återtagen). */
public enum ReportState {
    RECEIVED("received"),
    SEEN("seen"),
    FORWARDED("forwarded"),
    FIXED("fixed"),
    NOT_FIXED("not-fixed"),
    DUPLICATE("duplicate"),
    /** Taken back by the reporter, or by a coordinator; nothing follows. */
    WITHDRAWN("withdrawn");

    /** Nobody has decided yet what is to become of them. */
    static final Set<ReportState> WAITING = EnumSet.of(RECEIVED, SEEN);
    /** What a coordinator may decide. */
    static final Set<ReportState> DECIDED = EnumSet.of(SEEN, FORWARDED, FIXED, NOT_FIXED, DUPLICATE);

    private final String code;

    ReportState(String code) {
        this.code = code;
    }

    /** The word used in addresses and files. */
    public String code() {
        return code;
    }

    public static Optional<ReportState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }

    static String codes(Set<ReportState> states) {
        return states.stream().sorted().map(ReportState::code).collect(Collectors.joining(", "));
    }

    /** True while the reporter may still change what was written. */
    boolean mayBeChanged() {
        return WAITING.contains(this);
    }
}
