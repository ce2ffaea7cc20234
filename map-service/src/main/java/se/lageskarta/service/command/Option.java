package se.lageskarta.service.command;

import org.jspecify.annotations.Nullable;

/**
 * An option of a command: {@code --name VALUE}, {@code --name=VALUE}, or {@code --name} alone.
 *
 * @param name without the dashes
 * @param value what its value is called in the help, null when it takes none
 * @param repeatable true when it may be given several times
 * @param summary what it means: Swedish, then English
 */
public record Option(String name, @Nullable String value, boolean repeatable, String summary) {
    public static Option flag(String name, String summary) {
        return new Option(name, null, false, summary);
    }

    public static Option of(String name, String value, String summary) {
        return new Option(name, value, false, summary);
    }

    public static Option repeatable(String name, String value, String summary) {
        return new Option(name, value, true, summary);
    }
}
