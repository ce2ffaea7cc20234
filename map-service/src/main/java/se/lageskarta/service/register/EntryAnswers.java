package se.lageskarta.service.register;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ProblemException;

/** How an address over a register answers: with the entry's version as its tag, and 404 for what is not there. */
public final class EntryAnswers {
    private EntryAnswers() {}

    /** Every saved state of an entry, the first first. */
    public record History<T>(List<Register.Saved<T>> states) {}

    /**
     * 201 with where the new entry is.
     *
     * @param folder what its number is put after, such as {@code /api/pledges/}
     * @param told the entry as it is sent
     */
    public static <T, R> ResponseEntity<R> added(String folder, Entry<T> entry, Function<Entry<T>, R> told) {
        return ResponseEntity.created(URI.create(folder + entry.id()))
                .eTag(entry.tag())
                .body(told.apply(entry));
    }

    /** The same with the entry as it is kept. */
    public static <T> ResponseEntity<Entry<T>> added(String folder, Entry<T> entry) {
        return added(folder, entry, Function.identity());
    }

    /**
     * 200 with the entry as it is now.
     *
     * @throws ProblemException 404 for an empty one
     */
    public static <T, R> ResponseEntity<R> present(Optional<Entry<T>> found, Function<Entry<T>, R> told) {
        Entry<T> entry = found.orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .eTag(entry.tag())
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told.apply(entry));
    }

    /** The same with the entry as it is kept. */
    public static <T> ResponseEntity<Entry<T>> present(Optional<Entry<T>> found) {
        return present(found, Function.identity());
    }

    /**
     * 204 for what has been taken away.
     *
     * @throws ProblemException 404 for an empty one
     */
    public static ResponseEntity<Void> gone(Optional<? extends Entry<?>> found) {
        found.orElseThrow(ProblemException::notFound);
        return ResponseEntity.noContent().build();
    }

    /**
     * 200 with the states.
     *
     * @throws ProblemException 404 when there are none
     */
    public static <T> ResponseEntity<History<T>> history(List<Register.Saved<T>> states) {
        if (states.isEmpty()) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new History<>(states));
    }
}
