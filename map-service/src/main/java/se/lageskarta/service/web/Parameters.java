package se.lageskarta.service.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.storage.Bounds;

/**
 * The query parameters of one request, read strictly: a parameter nobody knows, one given twice or a value that cannot
 * be understood is refused with its name, the value and what is allowed. An empty value counts as absent.
 */
public final class Parameters {
    /** Longer lists are mistakes or attacks; the taxonomy has some thirty codes. */
    private static final int MAX_LIST = 200;

    /** As programs write them: a double in full has up to 17 digits, and small ones an exponent. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][+-]?\\d{1,2})?");

    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    // wider than any data read, narrow enough for minutes counted in 32 bits
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param sent names and values as the servlet gives them
     * @param allowed names that mean something here
     * @throws RefusedRequestException when a name is not allowed or comes twice
     */
    public static Parameters of(Map<String, String[]> sent, Set<String> allowed) {
        Map<String, String> values = new TreeMap<>();
        sent.forEach((name, given) -> {
            if (!allowed.contains(name)) {
                throw refused(name, String.join(",", given), "parameter.unknown", list(allowed));
            }
            if (given.length > 1) {
                throw refused(name, String.join(",", given), "parameter.twice", name);
            }
            if (!given[0].isBlank()) {
                values.put(name, given[0].strip());
            }
        });
        return new Parameters(values);
    }

    /** None at all. */
    public static Parameters none() {
        return new Parameters(Map.of());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public @Nullable String text(String name) {
        return values.get(name);
    }

    /** The text of one of some words, in its own spelling. */
    public String word(String name, String otherwise, Collection<String> allowed) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!allowed.contains(value)) {
            throw refused(name, value, "parameter.word", list(allowed));
        }
        return value;
    }

    /** A day such as 2026-01-31. */
    public @Nullable LocalDate day(String name) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!DATE.matcher(value).matches()) {
            throw refused(name, value, "parameter.date");
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw refused(
                        name, value, "parameter.date-range", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
            }
            return day;
        } catch (DateTimeException e) {
            throw refused(name, value, "parameter.date");
        }
    }

    public int whole(String name, int otherwise, int min, int max) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!WHOLE.matcher(value).matches() || Long.parseLong(value) < min || Long.parseLong(value) > max) {
            throw refused(name, value, "parameter.whole", (long) min, (long) max);
        }
        return (int) Long.parseLong(value);
    }

    /** A plain decimal number, null when absent. */
    public @Nullable Double number(String name, double min, double max) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        double number = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
        if (!(number >= min && number <= max)) {
            throw refused(name, value, "parameter.number", min, max);
        }
        return number;
    }

    public double number(String name, double otherwise, double min, double max) {
        Double number = number(name, min, max);
        return number == null ? otherwise : number;
    }

    /** A comma-separated list of known words; empty when absent. */
    public SortedSet<String> words(String name, Collection<String> allowed) {
        return items(name, item -> {
            if (!allowed.contains(item)) {
                throw refused(name, item, "parameter.word", list(allowed));
            }
            return item;
        });
    }

    /** A comma-separated list of numbers of things; empty when absent. */
    public SortedSet<Long> ids(String name) {
        return items(name, item -> {
            if (!WHOLE.matcher(item).matches()) {
                throw refused(name, item, "parameter.id");
            }
            return Long.valueOf(item);
        });
    }

    /** A box {@code west,south,east,north} in degrees; null when absent. */
    public @Nullable Bounds box(String name) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        String[] parts = value.split(",", -1);
        if (parts.length != 4
                || !Arrays.stream(parts)
                        .allMatch(part -> NUMBER.matcher(part.strip()).matches())) {
            throw refused(name, value, "parameter.box");
        }
        double[] edge = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
        try {
            return new Bounds(edge[0], edge[1], edge[2], edge[3]);
        } catch (IllegalArgumentException e) {
            throw refused(name, value, "parameter.box");
        }
    }

    /** A fault of a value here; for rules that only the caller knows. */
    public RefusedRequestException refused(String name, String code) {
        return refused(name, values.getOrDefault(name, ""), code, new Object[0]);
    }

    public static RefusedRequestException refused(String name, String value, String code, Object... arguments) {
        return new RefusedRequestException(FieldFault.of(name, value, code, arguments));
    }

    private <T extends Comparable<T>> SortedSet<T> items(String name, Function<String, T> read) {
        SortedSet<T> items = new TreeSet<>();
        String value = values.get(name);
        if (value == null) {
            return items;
        }
        String[] parts = value.split(",", -1);
        if (parts.length > MAX_LIST) {
            throw refused(name, value, "parameter.list", (long) MAX_LIST);
        }
        for (String part : parts) {
            items.add(read.apply(part.strip()));
        }
        return items;
    }

    private static String list(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }
}
