package se.lageskarta.service.publicpage;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is told of a count: a class, never the number. */
public enum CountClass {
    /** Fewer than five, or too few households, or told by no more than subtraction: one class, so nobody can tell which. */
    FEW("few", 0),
    FROM_5("5-9", 5),
    FROM_10("10-19", 10),
    FROM_20("20-49", 20),
    FROM_50("50+", 50);

    private final String code;
    private final int least;

    CountClass(String code, int least) {
        this.code = code;
        this.least = least;
    }

    /** As it is written in files. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The smallest count of the class. */
    public int least() {
        return least;
    }

    /** The class of a count that may be shown. */
    public static CountClass of(int count) {
        CountClass found = FEW;
        for (CountClass each : values()) {
            if (count >= each.least) {
                found = each;
            }
        }
        return found;
    }
}
