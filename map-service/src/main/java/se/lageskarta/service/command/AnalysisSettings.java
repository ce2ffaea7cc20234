package se.lageskarta.service.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What {@code --set key=value} says, read strictly and each key at most once. */
final class AnalysisSettings {
    private final Map<String, String> values;

    /** @param known keys that mean something to the method */
    AnalysisSettings(Map<String, String> values, Set<String> known) {
        this.values = values;
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new UsageException(
                        "--set " + key + ": okänt. Unknown. Kända/known: " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    @Nullable
    Double number(String key) {
        String text = values.get(key);
        if (text == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(key, text, "ett tal. A number");
        }
        throw refused(key, text, "ett tal. A number");
    }

    double number(String key, double otherwise) {
        Double number = number(key);
        return number == null ? otherwise : number;
    }

    double required(String key) {
        Double number = number(key);
        if (number == null) {
            throw new UsageException("--set " + key + "=… saknas. Is missing.");
        }
        return number;
    }

    @Nullable
    Integer whole(String key) {
        Double number = number(key);
        if (number == null) {
            return null;
        }
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw refused(key, String.valueOf(values.get(key)), "ett heltal. A whole number");
        }
        return number.intValue();
    }

    boolean flag(String key) {
        String text = values.getOrDefault(key, "false");
        if (!text.equals("true") && !text.equals("false")) {
            throw refused(key, text, "true eller/or false");
        }
        return text.equals("true");
    }

    @Nullable
    LocalDate day(String key) {
        String text = values.get(key);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused(key, text, "en dag som 2026-01-31. A day like 2026-01-31");
        }
    }

    Set<String> words(String key) {
        String text = values.get(key);
        return text == null ? Set.of() : new TreeSet<>(Arrays.asList(text.split(",")));
    }

    String word(String key, String otherwise, Set<String> known) {
        String text = values.getOrDefault(key, otherwise);
        if (!known.contains(text)) {
            throw refused(key, text, String.join(", ", new TreeSet<>(known)));
        }
        return text;
    }

    private static UsageException refused(String key, @Nullable String text, String wanted) {
        return new UsageException("--set " + key + "=" + text + ": " + wanted);
    }
}
