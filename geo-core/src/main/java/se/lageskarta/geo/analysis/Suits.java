package se.lageskarta.geo.analysis;

import java.util.Locale;

/**
 * Whether the data suit an analysis.
 *
 * @param level how well
 * @param why in a sentence that a safety manager understands
 */
public record Suits(Level level, Words why) {
    /** From the one to begin with, to the one that would answer nonsense. */
    public enum Level {
        RECOMMENDED,
        POSSIBLE,
        /** The right kind of data, but too few. */
        TOO_FEW,
        /** Not the right kind of data. */
        UNSUITED;

        /** The word used in answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Suits recommended(String sv, String en) {
        return new Suits(Level.RECOMMENDED, new Words(sv, en));
    }

    public static Suits possible(String sv, String en) {
        return new Suits(Level.POSSIBLE, new Words(sv, en));
    }

    public static Suits tooFew(String sv, String en) {
        return new Suits(Level.TOO_FEW, new Words(sv, en));
    }

    /** Too few, with how many there are and how many it takes. */
    public static Suits tooFew(int have, int least) {
        return tooFew(
                "För få: " + have + " rader med det som behövs, och det krävs minst " + least + ".",
                "Too few: " + have + " rows with what is needed, and it takes at least " + least + ".");
    }

    /** For methods of distances between neighbours when positions are moved to shared places. */
    public static Suits snapped() {
        return unsuited(
                "Lägena är flyttade till gemensamma punkter, så avstånd mellan grannar säger inget.",
                "Positions are moved to shared points, so distances between neighbours say nothing.");
    }

    public static Suits unsuited(String sv, String en) {
        return new Suits(Level.UNSUITED, new Words(sv, en));
    }
}
