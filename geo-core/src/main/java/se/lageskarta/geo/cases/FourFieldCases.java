package se.lageskarta.geo.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.DefaultPoints;
import se.lageskarta.geo.stats.EvidenceStream;
import se.lageskarta.geo.stats.FourField;

/**
 * Answers the cases of crime × unsafety: in which field each of the places asked about stands. Cases name their two
 * files and their places in different ways: files anywhere in input and params, the survey's name telling it;
 * places as a list of objects or as objects by name, with x and y, in params or where the answer is wanted.
 */
final class FourFieldCases {
    private static final int LEAST_PEOPLE = 3;
    private static final Pattern FILE = Pattern.compile("[\\w./-]+\\.csv(?:\\.gz)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Set<String> ASKED = Set.of("x", "y", "name", "place", "id", "label");

    private FourFieldCases() {}

    static boolean asks(String method) {
        String low = method.toLowerCase(Locale.ROOT);
        return low.contains("four") && low.contains("field");
    }

    static Object fields(CaseFile question, Path out) throws IOException {
        List<String> files = new ArrayList<>();
        collectFiles(question.input(), files);
        collectFiles(question.params(), files);
        String survey =
                files.stream().filter(FourFieldCases::isSurvey).findFirst().orElse("");
        String crimes = files.stream()
                .filter(file -> !isSurvey(file))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "input of " + question.id() + " is " + question.input() + ", but must name incidents"));
        Path marks = survey.isEmpty()
                ? question.named(crimes.replaceFirst("\\.csv(\\.gz)?$", "_survey.csv"))
                : question.named(survey);
        if (!Files.exists(marks)) {
            throw new IllegalArgumentException("input of " + question.id() + " must name marks of unsafety too");
        }
        Streams streams = Streams.of(question.named(crimes), marks, period(question.params()));
        Object places = question.params().get("places");
        if (places != null) {
            return Map.of("places", answer(places, streams));
        }
        Object asked = JsonTree.readQuestions(question.file(), "expected", ASKED);
        return asked == null ? Map.of() : answer(asked, streams);
    }

    private static boolean isSurvey(String file) {
        return Pattern.compile("survey|unsafe|mark|trygg|enk").matcher(file).find();
    }

    private static void collectFiles(Object value, List<String> files) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collectFiles(each, files));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collectFiles(each, files));
        } else if (value instanceof String text) {
            Matcher file = FILE.matcher(text);
            while (file.find()) {
                files.add(file.group());
            }
        }
    }

    /** First and last of the days named in the params; none when they name none. */
    private static List<LocalDate> period(Map<String, Object> params) {
        List<LocalDate> days = new ArrayList<>();
        for (Map.Entry<String, Object> param : params.entrySet()) {
            if (param.getKey().matches("(?i)from|to|start|end|period|days|between") && param.getValue() != null) {
                Matcher day = DAY.matcher(param.getValue().toString());
                while (day.find()) {
                    days.add(LocalDate.parse(day.group()));
                }
            }
        }
        days.sort(null);
        return days;
    }

    /** The same tree, with each place in it answered. */
    private static Object answer(Object asked, Streams streams) {
        if (asked instanceof Map<?, ?> map) {
            if (map.get("x") instanceof Number x && map.get("y") instanceof Number y) {
                return streams.place(map, x.doubleValue(), y.doubleValue());
            }
            Map<String, Object> answered = new LinkedHashMap<>();
            map.forEach((name, value) -> answered.put(String.valueOf(name), answer(value, streams)));
            return answered;
        }
        if (asked instanceof List<?> list) {
            if (list.size() >= 2
                    && list.get(list.size() - 2) instanceof Number x
                    && list.get(list.size() - 1) instanceof Number y) {
                return streams.place(Map.of("name", list.get(0)), x.doubleValue(), y.doubleValue());
            }
            return list.stream().map(each -> answer(each, streams)).toList();
        }
        return asked;
    }

    private record Streams(EvidenceStream crime, EvidenceStream unsafety) {
        static Streams of(Path crimes, Path marks, List<LocalDate> period) throws IOException {
            Incidents all = incidents(CaseTable.read(crimes));
            DefaultPoints defaults = DefaultPoints.of(all);
            int first = period.size() < 2 ? Integer.MIN_VALUE : minute(period.get(0));
            int end = period.size() < 2
                    ? Integer.MAX_VALUE
                    : minute(period.get(period.size() - 1).plusDays(1));
            int[] rows = new int[all.size()];
            int used = 0;
            for (int i = 0; i < all.size(); i++) {
                boolean during = all.fromMinute()[i] >= first && all.fromMinute()[i] < end;
                if ((during || period.size() < 2) && !defaults.isAt(all.x()[i], all.y()[i])) {
                    rows[used++] = i;
                }
            }
            Incidents placed = all.select(Arrays.copyOf(rows, used));
            double[] one = new double[used];
            Arrays.fill(one, 1);
            CasePoints survey = CasePoints.read(marks);
            return new Streams(
                    new EvidenceStream(
                            placed.x(),
                            placed.y(),
                            one,
                            new long[used],
                            EvidenceStream.SUPPORT_METRES,
                            EvidenceStream.leastCrimes(used)),
                    new EvidenceStream(
                            survey.x(),
                            survey.y(),
                            survey.weight(),
                            new long[survey.x().length],
                            EvidenceStream.SUPPORT_METRES,
                            LEAST_PEOPLE));
        }

        private static int minute(LocalDate day) {
            return TimeSpan.minuteOf(day.atStartOfDay());
        }

        Map<String, Object> place(Map<?, ?> asked, double x, double y) {
            EvidenceStream.At crimes = crime.at(x, y);
            EvidenceStream.At marks = unsafety.at(x, y);
            FourField field = FourField.of(crimes.high(), marks.high());
            Map<String, Object> answer = new LinkedHashMap<>();
            asked.forEach((name, value) -> answer.put(String.valueOf(name), value));
            answer.put("crime", crimes.high() ? "high" : "low");
            answer.put("unsafety", marks.high() ? "high" : "low");
            answer.put("class", field.code());
            answer.put("field", field.code().replace('-', '/'));
            answer.put("crimeCount", crimes.count());
            answer.put("unsafetyCount", marks.count());
            answer.put("crimePerKm2", crimes.perKm2());
            answer.put("unsafetyPerKm2", marks.perKm2());
            return answer;
        }
    }

    private static Incidents incidents(CaseTable table) {
        int x = table.header().indexOf("x");
        int y = table.header().indexOf("y");
        int time = table.header().indexOf("timestamp");
        int type = table.header().indexOf("type");
        Incidents.Builder incidents =
                Incidents.builder(Crs.SWEREF99_TM, table.rows().size());
        for (String[] row : table.rows()) {
            TimeSpan span = time < 0 ? TimeSpan.UNKNOWN : span(row[time]);
            incidents.add(
                    0,
                    0,
                    Double.parseDouble(row[x]),
                    Double.parseDouble(row[y]),
                    PlacePrecision.ADDRESS,
                    span.fromMinute(),
                    span.toMinute(),
                    type < 0 ? "" : row[type],
                    1);
        }
        return incidents.build();
    }

    private static TimeSpan span(@Nullable String text) {
        if (text == null || text.length() < 10) {
            return TimeSpan.UNKNOWN;
        }
        return text.length() < 16
                ? TimeSpan.on(LocalDate.parse(text.substring(0, 10)))
                : TimeSpan.at(LocalDateTime.parse(text.replace(' ', 'T')));
    }
}
