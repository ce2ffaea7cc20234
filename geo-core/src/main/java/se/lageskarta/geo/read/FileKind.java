package se.lageskarta.geo.read;

import java.util.Locale;

/** What a file is about. */
public enum FileKind {
    /** Recorded incidents. */
    INCIDENTS,
    /** Marks of a survey wave. */
    UNSAFE_PLACES,
    /** Features of the background map. */
    BASE;

    /** The name used in addresses and commands: {@code unsafe-places}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads {@code incidents}, {@code unsafe-places} or {@code base}.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public static FileKind of(String code) {
        for (FileKind kind : values()) {
            if (kind.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind is '" + code + "', but must be incidents, unsafe-places or base");
    }
}
