package se.lageskarta.service.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A strong entity tag (RFC 9110 §8.8.3) made of what an answer depends on: the normalised question, the revision of the
 * data, what the audience sees. Known before the answer is computed, the same after a restart.
 *
 * @param name 16 characters of a SHA-256
 */
public record EntityTag(String name) {
    private static final String GZIP_SUFFIX = "-g";
    private static final int BYTES = 12;

    /** The same parts give the same tag; what separates them counts. */
    public static EntityTag of(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            byte[] start = java.util.Arrays.copyOf(digest.digest(), BYTES);
            return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(start));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Value of the header ETag; the gzipped form is another representation and needs a tag of its own. */
    public String header(boolean gzip) {
        return '"' + name + (gzip ? GZIP_SUFFIX : "") + '"';
    }

    /** True when If-None-Match names this content, in either form. */
    public boolean isIn(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String tag : ifNoneMatch.split(",")) {
            String bare = tag.strip();
            bare = bare.startsWith("W/") ? bare.substring(2) : bare;
            if (bare.equals("*") || bare.equals(header(false)) || bare.equals(header(true))) {
                return true;
            }
        }
        return false;
    }
}
