package se.lageskarta.service.meetings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * What was added to a protocol after it was approved, such as a correction.
 *
 * @param text 1 to 4,000 characters
 * @param writtenOn the day; the service says it
 */
record Addendum(String text, @Nullable LocalDate writtenOn) {
    private static final int MAX_TEXT = 4_000;

    Addendum {
        Written written = new Written();
        text = written.text("text", text, 1, MAX_TEXT);
        written.refuseFaults();
    }
}
