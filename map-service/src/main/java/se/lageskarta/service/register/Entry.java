package se.lageskarta.service.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a register, as it is now.
 *
 * @param id number within the installation, over all registers
 * @param version how many times it has been saved, from 1
 * @param subject what it is about, such as {@code spot:12}; null for nothing else in the installation
 * @param state what people have written
 * @param withdrawn true when it has been taken away; it can be restored
 * @param <T> the state
 */
public record Entry<T>(
        long id,
        long version,
        @Nullable String subject,
        T state,
        boolean withdrawn,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {
    /** The value of its ETag, quotes included. */
    public String tag() {
        return "\"v" + version + "\"";
    }
}
