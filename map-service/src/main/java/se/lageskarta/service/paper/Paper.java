package se.lageskarta.service.paper;

import java.util.List;
import java.util.Locale;

/**
 * Something to print, send or file.
 *
 * @param title what it is, the one heading of the first rank
 * @param subtitle such as the month and the municipality; may be empty
 * @param language of all words, Swedish or English
 * @param facts what stands beside the title, such as date, case number and picture
 * @param blocks the contents in reading order
 * @param footer at the foot of each page, such as where the numbers come from; may be empty
 * @param invented true when it shows invented data; then each page says so
 * @param compact true when it is to be printed on as little paper as can be read: small margins and 9 points
 */
public record Paper(
        String title,
        String subtitle,
        Locale language,
        List<Fact> facts,
        List<Block> blocks,
        String footer,
        boolean invented,
        boolean compact) {
    public Paper {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title is blank, but must say what the paper is");
        }
        facts = List.copyOf(facts);
        blocks = List.copyOf(blocks);
    }

    /** A paper of usual size. */
    public Paper(
            String title,
            String subtitle,
            Locale language,
            List<Fact> facts,
            List<Block> blocks,
            String footer,
            boolean invented) {
        this(title, subtitle, language, facts, blocks, footer, invented, false);
    }

    /** A name and what it stands for. */
    public record Fact(String name, String value) {}
}
