package se.lageskarta.service.web;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a change may be made from, as the header {@code If-Match} names them: {@code "v3"}, or several
 * with commas between. A weak tag ({@code W/"v3"}) never matches, as RFC 9110 §13.1.1 says. {@code *} is refused: it would
 * overwrite words that its sender has not seen.
 *
 * @param versions version numbers, may be empty: then nothing matches
 */
public record ExpectedVersion(Set<Long> versions) {
    private static final String HEADER = "If-Match";
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E]*)\"");
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,18})");
    /** More tags than any client has seen versions of one thing. */
    private static final int MAX_TAGS = 50;

    public ExpectedVersion {
        versions = Set.copyOf(versions);
    }

    /**
     * @param header what was sent; null when nothing was
     * @throws RefusedRequestException 428 without the header, 400 when it cannot be read
     */
    public static ExpectedVersion of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new RefusedRequestException(428, java.util.List.of(FieldFault.of(HEADER, "", "if-match.missing")));
        }
        String[] tags = header.split(",", -1);
        Set<Long> versions = new TreeSet<>();
        for (String tag : tags) {
            Matcher match = TAG.matcher(tag.strip());
            if (!match.matches() || tags.length > MAX_TAGS) {
                throw new RefusedRequestException(FieldFault.of(HEADER, header, "if-match.unreadable"));
            }
            Matcher version = VERSION.matcher(match.group(2));
            if (match.group(1) == null && version.matches()) {
                versions.add(Long.valueOf(version.group(1)));
            }
        }
        return new ExpectedVersion(versions);
    }

    public boolean allows(long version) {
        return versions.contains(version);
    }

    @Override
    public String toString() {
        return HEADER + " " + Arrays.toString(versions.toArray());
    }
}
