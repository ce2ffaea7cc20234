package se.lageskarta.service.causes;

/** What the data say of a hypothesis (stöds, motsägs, oprövad). */
public enum Verdict {
    SUPPORTED("supported"),
    CONTRADICTED("contradicted"),
    UNTESTED("untested");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    /** Its word in answers and registers. */
    public String code() {
        return code;
    }
}
