package se.lageskarta.geo.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says.
 *
 * @param rule the rule that is broken; null when everything may be published together
 * @param numbers which numbers break it, by their place in the list that was judged, the one to change first
 * @param value what can be worked out that must not be: the small number, or the two numbers' difference; 0 for {@link
 *     Rule#LAMINAR}
 * @param whySv what is wrong and the way out, in Swedish; empty when nothing is
 * @param whyEn the same in English
 */
public record GateAnswer(@Nullable Rule rule, List<Integer> numbers, long value, String whySv, String whyEn) {
    /** The rules, in the order in which they are tried. */
    public enum Rule {
        /** Any two sets are disjoint or one lies in the other; a set keeps its number. */
        LAMINAR("G1"),
        /** No number is small. */
        LARGE_ENOUGH("G2"),
        /** What is left of a set beside the sets published within it is nothing or not small. */
        REMAINDER("G3");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        /** As it is called where the rules are written down. */
        public String code() {
            return code;
        }
    }

    static final GateAnswer ACCEPTED = new GateAnswer(null, List.of(), 0, "", "");

    public GateAnswer {
        numbers = List.copyOf(numbers);
    }

    public boolean accepted() {
        return rule == null;
    }
}
