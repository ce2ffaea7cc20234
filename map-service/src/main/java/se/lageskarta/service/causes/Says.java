package se.lageskarta.service.causes;

import java.util.Arrays;
import java.util.Collection;

/** What figures say of a hypothesis: talar för, talar emot, säger inget säkert, för få, uppgift saknas. */
enum Says {
    FOR("for", "talar för", "speaks for it"),
    AGAINST("against", "talar emot", "speaks against it"),
    NOTHING("nothing", "säger inget säkert", "says nothing certain"),
    TOO_FEW("too-few", "för få", "too few"),
    MISSING("missing", "uppgift saknas", "not known");

    private final String code;
    private final String swedish;
    private final String english;

    Says(String code, String swedish, String english) {
        this.code = code;
        this.swedish = swedish;
        this.english = english;
    }

    String code() {
        return code;
    }

    String swedish() {
        return swedish;
    }

    String english() {
        return english;
    }

    static Says ofCode(String code) {
        return Arrays.stream(values())
                .filter(says -> says.code.equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("code is " + code + ", but must be one of this enum's"));
    }

    /** What several say together: agreement counts, contradiction says nothing. */
    static Says together(Collection<Says> all) {
        boolean speaksFor = all.contains(FOR);
        boolean speaksAgainst = all.contains(AGAINST);
        if (speaksFor || speaksAgainst) {
            return speaksFor && speaksAgainst ? NOTHING : speaksFor ? FOR : AGAINST;
        }
        if (all.contains(NOTHING)) {
            return NOTHING;
        }
        return all.contains(TOO_FEW) ? TOO_FEW : MISSING;
    }
}
