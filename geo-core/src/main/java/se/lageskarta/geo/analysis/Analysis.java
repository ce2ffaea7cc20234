package se.lageskarta.geo.analysis;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A method as a person meets it. Implementations have no state and are safe for several threads.
 *
 * <p>What was not chosen, the analysis chooses from the data and says why; with too few data it says so and computes
 * nothing. The same question, settings and seed give the same answer, byte by byte.
 */
public interface Analysis {
    /** The word in addresses and on the command line, such as {@code gi-star}. */
    String name();

    Topic topic();

    Needs needs();

    /** What may be chosen; everything else is refused. */
    List<Setting> settings();

    /** Whether the data suit it; cheap enough to ask of every analysis when a list is shown. */
    Suits suits(AnalysisQuestion question);

    /**
     * About how many elementary steps the run takes, of a nanosecond each: what is too much is refused beforehand.
     */
    long effort(AnalysisQuestion question, Chosen chosen);

    /**
     * Runs it.
     *
     * @param stop asked now and then; once it answers true the run ends
     * @throws IllegalArgumentException for a setting that the data do not allow, with name, value and range
     * @throws java.util.concurrent.CancellationException when stopped
     */
    AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop);
}
