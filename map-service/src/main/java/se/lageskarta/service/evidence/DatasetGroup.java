package se.lageskarta.service.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;

/**
 * Datasets about one place, which may be looked at together: their boxes, grown a little, meet, and all are real or all
 * invented.
 *
 * @param id {@code g} and the number of its oldest dataset, so that it stays while datasets come
 * @param datasets at least one, the oldest first
 */
public record DatasetGroup(String id, List<Dataset> datasets) {
    /** What an id looks like. */
    static final Pattern ID = Pattern.compile("g\\d{1,18}");

    private static final int SHORTEST_NAME = 3;
    private static final Pattern LOOSE_END = Pattern.compile("[\\s:;,.\\-–—_/(]+$");

    public DatasetGroup {
        datasets = List.copyOf(datasets);
    }

    static DatasetGroup of(List<Dataset> datasets) {
        return new DatasetGroup("g" + datasets.get(0).id(), datasets);
    }

    /** What the names of its datasets begin with alike, up to a whole word; otherwise the name of the largest. */
    public String name() {
        String alike = datasets.stream()
                .map(Dataset::name)
                .reduce(DatasetGroup::commonBeginning)
                .orElseThrow();
        return alike.length() >= SHORTEST_NAME
                ? alike
                : datasets.stream()
                        .max(Comparator.comparingLong(
                                dataset -> dataset.extent().rows()))
                        .orElseThrow()
                        .name();
    }

    /** True when made up, which is said wherever it shows. */
    public boolean invented() {
        return datasets.get(0).invented();
    }

    public @Nullable Bounds bounds() {
        return boundsOf(datasets);
    }

    public @Nullable LocalDate firstDay() {
        return days(dataset -> dataset.extent().firstDay())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public @Nullable LocalDate lastDay() {
        return days(dataset -> dataset.extent().lastDay())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    static @Nullable Bounds boundsOf(List<Dataset> datasets) {
        return datasets.stream()
                .map(dataset -> dataset.extent().bounds())
                .filter(Objects::nonNull)
                .reduce(Bounds::joinedWith)
                .orElse(null);
    }

    private static String commonBeginning(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        while (end > 0 && isWithinWord(one, end) | isWithinWord(other, end)) {
            end--;
        }
        return LOOSE_END.matcher(one.substring(0, end)).replaceFirst("");
    }

    private static boolean isWithinWord(String text, int end) {
        return end < text.length()
                && Character.isLetterOrDigit(text.charAt(end))
                && Character.isLetterOrDigit(text.charAt(end - 1));
    }

    private Stream<LocalDate> days(Function<Dataset, @Nullable LocalDate> day) {
        return datasets.stream().map(day).filter(Objects::nonNull);
    }
}
