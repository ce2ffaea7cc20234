package se.lageskarta.geo.privacy;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What somebody who has read a release can guess about single households, measured on the incidents behind it. The guesser knows
 * every address, every exact count behind what is told, and takes away from each told number the told numbers within it; then
 * guesses a household for each incident at a home.
 *
 * <p>Known limits: the guesser knows nothing of the victims beforehand, and numbers told in earlier releases are not looked at.
 *
 * @param worlds how many years were measured; other numbers are sums or shares over all of them
 * @param incidents those placed in some area
 * @param shown share of them in areas whose number is told, 0 to 1
 * @param shownInSquares share of them in told areas of a single square
 * @param atHomes incidents that belong to an address where somebody lives
 * @param atHomesAmongFew how many of those a told number, or what is left of one, narrows down to fewer than {@value #FEW} households
 * @param bestGuess how often the guess is right in the long run, for incidents at homes that a told number holds
 * @param worstGuess the same for the one that is easiest to guess
 * @param guessedRight how often it was right in a simulation
 * @param dominated told numbers, and what is left of them, of which one dwelling makes up more than half
 */
public record GuessRisk(
        int worlds,
        long incidents,
        double shown,
        double shownInSquares,
        long atHomes,
        long atHomesAmongFew,
        double bestGuess,
        double worstGuess,
        double guessedRight,
        long dominated) {
    /** Fewer households than this are a handful. */
    public static final int FEW = AreaRule.FLOOR_SQUARE;

    /** Several years as one. */
    public static GuessRisk over(List<GuessRisk> years) {
        long incidents = years.stream().mapToLong(GuessRisk::incidents).sum();
        long atHomes = years.stream().mapToLong(GuessRisk::atHomes).sum();
        return new GuessRisk(
                years.stream().mapToInt(GuessRisk::worlds).sum(),
                incidents,
                mean(years, GuessRisk::shown, GuessRisk::incidents, incidents),
                mean(years, GuessRisk::shownInSquares, GuessRisk::incidents, incidents),
                atHomes,
                years.stream().mapToLong(GuessRisk::atHomesAmongFew).sum(),
                mean(years, GuessRisk::bestGuess, GuessRisk::atHomes, atHomes),
                years.stream().mapToDouble(GuessRisk::worstGuess).max().orElse(0),
                mean(years, GuessRisk::guessedRight, GuessRisk::atHomes, atHomes),
                years.stream().mapToLong(GuessRisk::dominated).sum());
    }

    private static double mean(
            List<GuessRisk> years, ToDoubleFunction<GuessRisk> share, ToDoubleFunction<GuessRisk> of, long total) {
        return total == 0
                ? 0
                : years.stream()
                                .mapToDouble(year -> share.applyAsDouble(year) * of.applyAsDouble(year))
                                .sum()
                        / total;
    }
}
