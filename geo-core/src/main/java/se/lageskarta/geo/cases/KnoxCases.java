package se.lageskarta.geo.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.stats.NearRepeat;
import se.lageskarta.geo.stats.NearRepeat.Intervals;
import se.lageskarta.geo.stats.NearRepeat.Metric;
import se.lageskarta.geo.stats.NearRepeatTable;

/** Answers the cases of Knox tables (near repeat). */
final class KnoxCases {
    private static final long SEED = 20240101;
    private static final int DATE = 10;

    private KnoxCases() {}

    static Map<String, Object> table(CaseFile question, Path out) throws IOException {
        Rows rows = Rows.of(question);
        String intervals = question.text("intervals").toLowerCase(Locale.ROOT);
        NearRepeat method = new NearRepeat(
                bounds(question, "spatialBands"),
                bounds(question, "temporalBandsDays"),
                intervals.startsWith("nrc") || intervals.startsWith("half") ? Intervals.CALCULATOR : Intervals.TRUE,
                question.text("metric").toLowerCase(Locale.ROOT).startsWith("manhattan")
                        ? Metric.MANHATTAN
                        : Metric.EUCLIDEAN,
                question.params().get("permutations") instanceof Number number ? number.intValue() : 0,
                question.params().get("seed") instanceof Number number ? number.longValue() : SEED);
        NearRepeatTable table = method.table(rows.x, rows.y, rows.day, () -> false);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("n", table.n());
        answer.put("observed", nested(table.observed()));
        answer.put("spatialPairs", Arrays.stream(table.spatialPairs()).boxed().toList());
        answer.put("temporalPairs", Arrays.stream(table.temporalPairs()).boxed().toList());
        answer.put("expectedAnalytic", nested(table.expected()));
        answer.put("knoxRatioAnalytic", nested(table.ratio()));
        if (method.permutations() > 0) {
            answer.put("permMean", nested(table.mean()));
            answer.put("permMedian", nested(table.median()));
            answer.put("permSd", nested(table.deviation()));
            answer.put("p", nested(table.p()));
        }
        return answer;
    }

    private static List<List<Long>> nested(long[][] cells) {
        return Arrays.stream(cells)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    private static List<List<Double>> nested(double[][] cells) {
        return Arrays.stream(cells)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    private static double[] bounds(CaseFile question, String name) {
        if (question.params().get(name) instanceof List<?> list) {
            return list.stream().mapToDouble(KnoxCases::bound).toArray();
        }
        throw new IllegalArgumentException("params." + name + " of " + question.id() + " is "
                + question.params().get(name) + ", but must be a list of numbers");
    }

    private static double bound(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return String.valueOf(value).toLowerCase(Locale.ROOT).contains("inf")
                ? Double.POSITIVE_INFINITY
                : Double.parseDouble(String.valueOf(value));
    }

    /** Places and days of the rows that the case asks about. */
    private record Rows(double[] x, double[] y, int[] day) {
        static Rows of(CaseFile question) throws IOException {
            CaseTable table = CaseTable.read(question.named(question.input().replaceFirst("\\s*\\(.*", "")));
            Subset subset = Subset.of(question);
            int atX = table.column("x");
            int atY = table.column("y");
            int atTime = table.column("timestamp", "date", "time");
            int atType = table.header().indexOf("type");
            List<String[]> rows = table.rows().stream()
                    .filter(row -> subset.holds(LocalDate.parse(row[atTime].substring(0, DATE)))
                            && subset.holds(atType < 0 ? "" : row[atType]))
                    .toList();
            return new Rows(
                    rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row[atX]))
                            .toArray(),
                    rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row[atY]))
                            .toArray(),
                    rows.stream()
                            .mapToInt(row -> (int) LocalDate.parse(row[atTime].substring(0, DATE))
                                    .toEpochDay())
                            .toArray());
        }
    }

    /** Two dates are a period, both included; other words are types. */
    private record Subset(
            @Nullable LocalDate from, @Nullable LocalDate to, Set<String> types) {
        static Subset of(CaseFile question) {
            List<String> words = new ArrayList<>();
            gather(question.params().get("subset"), words);
            gather(question.params().get("type"), words);
            gather(question.params().get("types"), words);
            List<LocalDate> days = new ArrayList<>();
            Set<String> types = new TreeSet<>();
            for (String word : words) {
                if (word.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
                    days.add(LocalDate.parse(word.substring(0, DATE)));
                } else {
                    types.add(word.replaceFirst("^type\\s*[=:]+\\s*", "").replaceAll("^['\"]|['\"]$", ""));
                }
            }
            return new Subset(
                    days.stream().min(LocalDate::compareTo).orElse(null),
                    days.stream().max(LocalDate::compareTo).orElse(null),
                    types);
        }

        private static void gather(@Nullable Object value, List<String> words) {
            if (value instanceof List<?> list) {
                list.forEach(element -> gather(element, words));
            } else if (value instanceof Map<?, ?> map) {
                map.values().forEach(element -> gather(element, words));
            } else if (value instanceof String text && !text.isBlank()) {
                Arrays.stream(text.split("\\.\\.|\\s+to\\s+|,"))
                        .map(String::strip)
                        .forEach(words::add);
            }
        }

        boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        boolean holds(String type) {
            return types.isEmpty() || types.contains(type);
        }
    }
}
