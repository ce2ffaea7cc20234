package se.lageskarta.service.web;

import java.util.regex.Pattern;

/** Reads the number of a thing out of a path. */
public final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private Numbers() {}

    /** @throws ProblemException 404 when the text is no number, for then it names nothing */
    public static long of(String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(id);
    }
}
